/** Where the program starts: the window when called without arguments, the command line with them. */
package app.earmark;
