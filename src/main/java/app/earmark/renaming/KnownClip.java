package app.earmark.renaming;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;

/** All that a name can be made of. */
public record KnownClip(Clip clip, ClipTags tags, ClipFields fields) {}
