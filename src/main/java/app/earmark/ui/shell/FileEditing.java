package app.earmark.ui.shell;

import app.earmark.assembly.MetadataEditor;
import app.earmark.ui.rename.Renames;
import java.util.function.Supplier;

/**
 * What the window asks of the program to change sound files at a person's word.
 *
 * @param renames gives files other names
 * @param metadata writes into files; asked in the background
 */
public record FileEditing(Renames renames, Supplier<MetadataEditor> metadata) {}
