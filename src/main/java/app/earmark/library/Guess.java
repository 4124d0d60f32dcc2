package app.earmark.library;

/** A label the model finds likely but does not assert. */
public record Guess(String label, String name, double score) {}
