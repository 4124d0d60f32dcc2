package app.earmark.importing;

/** What would become of one text of a clip. */
public record FieldLine(String field, String before, String after) {}
