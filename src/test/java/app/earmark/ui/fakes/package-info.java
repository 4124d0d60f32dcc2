/** A catalogue, a searcher, a scanner and a player in memory, for tests of the window. */
package app.earmark.ui.fakes;
