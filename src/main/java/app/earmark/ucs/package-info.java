/** The Universal Category System: the list of 753 CatIDs, and the parser and composer of UCS file names. Everything is looked up, nothing derived: a CatID is one because the list has it. */
package app.earmark.ucs;
