/**
 * The results: a virtualised table over ids. What a row shows is read page by page in the background as it comes into
 * view and forgotten again when it has long been out of it, so that a hundred thousand clips cost no more than a screenful.
 */
package app.earmark.ui.browser;
