/** Sounds made up by the tests themselves: tones, noise, and the files that hold them. */
package app.earmark.testing;
