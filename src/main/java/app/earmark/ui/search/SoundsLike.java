package app.earmark.ui.search;

import app.earmark.library.ClipId;

/** The clip that others shall resemble. */
public record SoundsLike(ClipId clip, String name) {}
