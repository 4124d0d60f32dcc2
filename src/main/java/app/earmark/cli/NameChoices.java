package app.earmark.cli;

import app.earmark.renaming.NameOptions;
import app.earmark.renaming.NamePattern;
import app.earmark.renaming.UnusablePattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How files are to be named. */
final class NameChoices {

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description =
                    "Your own layout, such as \"{CatID}[-{UserCategory}]_{FXName} {Number:2}\"; without it, the UCS"
                            + " convention's. What is in [brackets] is left out where it is empty.")
    private String pattern;

    @Option(
            names = {"--creator", "--creator-id"},
            paramLabel = "ID",
            description = "CreatorID of files that have none.")
    private String creator;

    @Option(names = "--source-id", paramLabel = "ID", description = "SourceID of files that have none.")
    private String source;

    @Option(
            names = "--set",
            paramLabel = "FIELD=TEXT",
            description = "A field's text for all of them, such as --set CreatorID=ABC. May be repeated.")
    private Map<String, String> set = Map.of();

    @Option(names = "--number", description = "Number files that would get the same name, instead of leaving them.")
    private boolean number;

    @Option(
            names = "--companions",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Files that belong to a sound (hit.wav.reapeaks, hit.txt) go along (by default they do).")
    private boolean companions;

    @Option(
            names = "--old-names",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Keep former names in each folder, in .earmark-names.csv (by default).")
    private boolean oldNames;

    NameOptions options() {
        Map<String, String> defaults = new LinkedHashMap<>();
        put(defaults, "CreatorID", creator);
        put(defaults, "SourceID", source);
        Map<String, String> fixed = new LinkedHashMap<>();
        set.forEach((field, text) -> fixed.put(
                NameOptions.settableField(field)
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.USAGE,
                                "--set " + field + ": there is no such field; one is CreatorID, another FXName.")),
                text));
        return new NameOptions(parsed(), defaults, fixed, number, companions, oldNames);
    }

    private Optional<NamePattern> parsed() {
        try {
            return pattern == null ? Optional.empty() : Optional.of(NamePattern.parse(pattern));
        } catch (UnusablePattern e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage());
        }
    }

    private static void put(Map<String, String> fields, String field, String text) {
        if (text != null) {
            fields.put(field, text);
        }
    }
}
