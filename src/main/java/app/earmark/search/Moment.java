package app.earmark.search;

/** The part of a clip that matches best. */
public record Moment(double startSeconds, double durationSeconds) {}
