package app.earmark.export;

import app.earmark.library.AudioFacts;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of a sheet, in order: the names that sound databases exchange, then Earmark's own. The UCS columns speak
 * of the tag that holds with the highest precedence, whoever asserted it; {@code TagSources} says who did.
 */
final class SheetColumns {

    static final String OWN_FIELDS = "OwnFields";
    static final String CONTENT_HASH = "ContentHash";

    /** One column and how its cell is made. */
    record Column(String name, Function<SheetRow, Cell> cell) {}

    static final List<Column> ALL = Stream.of(
                    Stream.of(
                            new Column("Filename", row -> Cell.text(row.clip().fileName())),
                            new Column(
                                    "FilePath",
                                    row -> Cell.text(row.clip().path().toString())),
                            field("Description"),
                            field("Keywords"),
                            ucs("CatID", Tag::label),
                            ucs("Category", tag -> before(tag.name(), '-')),
                            ucs("SubCategory", tag -> behind(tag.name(), '-')),
                            ucs("CategoryFull", Tag::name)),
                    Stream.of("FXName UserCategory VendorCategory CreatorID SourceID UserData Library Designer"
                                    + " Manufacturer ShortID Show Source Microphone MicPerspective RecMedium"
                                    + " RecType Location TrackTitle TrackYear Notes URL Rating")
                            .flatMap(names -> Stream.of(names.split(" ")))
                            .map(SheetColumns::field),
                    Stream.of(
                                    "LongID Track Artist CDTitle Volume ReleaseDate ShootDate OpenTier Embedder Project Originator"
                                            + " IsDesigned ContentType")
                            .flatMap(names -> Stream.of(names.split(" ")))
                            .map(SheetColumns::field),
                    Stream.of(
                            fact("Channels", AudioFacts::channels),
                            fact("SampleRate", AudioFacts::sampleRateHz),
                            new Column("BitDepth", row -> row.clip()
                                    .facts()
                                    .filter(facts -> facts.bitDepth().isPresent())
                                    .map(facts -> Cell.number(facts.bitDepth().getAsInt()))
                                    .orElse(Cell.EMPTY)),
                            fact("Duration", facts -> Math.rint(facts.durationSeconds() * 1e6) / 1e6),
                            joined("Tags", Tag::label),
                            joined("TagScores", SheetColumns::score),
                            joined("TagSources", tag -> tag.source().code()),
                            new Column("Model", row -> row.pack()
                                    .map(PackId::toString)
                                    .map(Cell::text)
                                    .orElse(Cell.EMPTY)),
                            new Column("Rejected", row -> list(row.tags().rejected().stream())),
                            new Column(
                                    OWN_FIELDS,
                                    row -> list(row.ownFields().values().keySet().stream()
                                            .sorted())),
                            new Column(CONTENT_HASH, row -> Cell.text(row.contentHash()))),
                    SheetColumn.OWN_CATEGORY.entrySet().stream()
                            .map(own -> new Column(
                                    own.getKey(),
                                    row -> Cell.text(row.ownFields().get(own.getValue())))))
            .flatMap(columns -> columns)
            .toList();

    private SheetColumns() {}

    static List<String> names() {
        return ALL.stream().map(Column::name).toList();
    }

    /** The columns that make the cells of these fields. */
    static List<Column> of(List<SheetColumn> chosen) {
        return chosen.stream()
                .map(column -> ALL.stream()
                        .filter(known -> known.name().equals(column.field()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no column is called " + column.field())))
                .toList();
    }

    static List<Cell> cells(SheetRow row) {
        return cells(row, ALL);
    }

    static List<Cell> cells(SheetRow row, List<Column> columns) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String behind(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + 1);
    }

    private static Column field(String name) {
        return new Column(name, row -> Cell.text(row.fields().get(name)));
    }

    private static Column ucs(String name, Function<Tag, String> part) {
        return new Column(name, row -> row.tags()
                .category()
                .map(tag -> Cell.text(part.apply(tag)))
                .orElseGet(() -> row.writtenCategoryRejected()
                        ? Cell.EMPTY
                        : Cell.text(row.fields().get(name))));
    }

    private static Column fact(String name, Function<AudioFacts, ? extends Number> value) {
        return new Column(name, row -> row.clip()
                .facts()
                .map(facts -> Cell.number(value.apply(facts).doubleValue()))
                .orElse(Cell.EMPTY));
    }

    private static Column joined(String name, Function<Tag, String> value) {
        return new Column(name, row -> list(row.tags().tags().stream().map(value)));
    }

    private static Cell list(Stream<String> values) {
        return Cell.text(CellList.join(values.toList()));
    }

    /** Empty for a tag without a score, so that scores stay in step with tags. */
    private static String score(Tag tag) {
        return tag.score().isPresent()
                ? String.format(Locale.ROOT, "%.4f", tag.score().getAsDouble())
                : "";
    }
}
