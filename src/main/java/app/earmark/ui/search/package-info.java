/**
 * The question: one search box, filters as removable pills, "sounds like" an example. Typing searches at once, a short
 * pause after the last key; the newest question cancels the one before.
 */
package app.earmark.ui.search;
