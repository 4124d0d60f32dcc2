/** The catalogue on disk: SQLite in WAL mode, numbered migrations, one writer. The only package that knows SQL; everybody else sees the ports in library. */
package app.earmark.store;
