package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;

/** Everything the inspector shows of one clip. */
public record Inspected(Clip clip, ClipTags tags, ClipFields fields) {}
