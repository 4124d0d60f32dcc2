package app.earmark.ui.sheets;

import app.earmark.export.ColumnPresets;
import app.earmark.export.TagSheet;
import app.earmark.importing.SheetImport;

/** What the window asks of the program about sheets. */
public record SheetService(TagSheet sheet, ColumnPresets presets, SheetImport imports) {}
