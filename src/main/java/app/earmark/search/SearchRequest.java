package app.earmark.search;

import app.earmark.library.ClipFilter;

/**
 * One text search.
 *
 * @param text what the person typed; blank lists everything that passes the filter, in path order
 * @param limit most hits wanted
 */
public record SearchRequest(String text, SearchMode mode, ClipFilter filter, int limit) {}
