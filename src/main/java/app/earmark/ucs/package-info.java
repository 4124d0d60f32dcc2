/**
 * The Universal Category System: the list of 753 CatIDs in 82 categories, and the parser and composer of UCS file names.
 * Everything is looked up, nothing derived: a CatID is one because the list has it, letter for letter. Names that only
 * look like UCS are read as far as they go and say so.
 *
 * @see <a href="https://universalcategorysystem.com">Universal Category System 8.2.1</a>
 */
package app.earmark.ucs;
