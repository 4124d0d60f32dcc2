/** The page on which what is known of sounds is written into their files: what would change, before and after, and what each file says now. */
package app.earmark.ui.metadata;
