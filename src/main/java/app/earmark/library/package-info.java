/**
 * What a person owns: sound libraries, clips with their facts, tags with their source, embeddings; and the ports through
 * which the rest of the program reads and changes them. Values and interfaces only, no I/O: {@code store} implements the
 * ports over SQLite, tests over memory.
 */
package app.earmark.library;
