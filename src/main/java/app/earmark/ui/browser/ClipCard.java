package app.earmark.ui.browser;

import app.earmark.library.Clip;
import app.earmark.library.ClipTags;
import app.earmark.library.Peaks;
import java.util.Optional;

/** All that a table row shows of a clip. */
public record ClipCard(Clip clip, ClipTags tags, Optional<Peaks> thumbnail) {}
