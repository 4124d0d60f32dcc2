package app.earmark.renaming;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files in a folder, and what is known of them. A file's content is the name that it had at first. */
final class Shelf {

    static final UcsTable UCS = UcsTable.load();

    private final Path folder;
    private final List<KnownClip> known = new ArrayList<>();

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** Adds a file that a person gave this CatID. */
    Shelf with(String name, String catId, String... fields) {
        return with(name, tags(catId, TagSource.PERSON), fields);
    }

    Shelf with(String name, ClipTags tags, String... fields) {
        try {
            Path path = Files.writeString(folder.resolve(name), name);
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                values.put(fields[i], fields[i + 1]);
            }
            FileStamp stamp = new FileStamp(
                    Files.size(path), Files.getLastModifiedTime(path).toMillis());
            AudioFacts facts = new AudioFacts("WAV", "pcm_s24le", 1, 96_000, 2, OptionalInt.of(24));
            Clip clip = new Clip(
                    new ClipId(known.size() + 1),
                    new LibraryId(1),
                    path,
                    stamp,
                    Optional.of(facts),
                    ClipState.EMBEDDED,
                    false,
                    Optional.empty());
            known.add(new KnownClip(clip, tags, new ClipFields(values)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClipTags tags(String label, TagSource source) {
        String name = UCS.find(label).map(entry -> entry.categoryFull()).orElse(label);
        return new ClipTags(List.of(new Tag(label, name, OptionalDouble.empty(), source)), List.of(), List.of());
    }

    List<KnownClip> known() {
        return known;
    }

    RenamePlan plan(NameOptions options) {
        return plan(options, path -> false);
    }

    /** @param recorded whether the catalogue has a record of a path */
    RenamePlan plan(NameOptions options, Predicate<Path> recorded) {
        try {
            return new RenamePlanner(new NameMaker(UCS), recorded).plan(known, options, Progress.NONE);
        } catch (CancelledWork e) {
            throw new AssertionError(e);
        }
    }

    /** New names by old ones, or the problem. */
    Map<String, String> names(NameOptions options) {
        Map<String, String> names = new TreeMap<>();
        plan(options)
                .names()
                .forEach(name -> names.put(name.oldName(), name.problem().orElse(name.newName())));
        return names;
    }

    /** Carries the plan out without a catalogue. */
    BatchRunner.Moved run(BatchRunner runner, RenamePlan plan, Path batchFile) throws IOException {
        Batch batch = batch(plan);
        try (BatchFile file = BatchFile.begin(batchFile, batch)) {
            return runner.run(file, BatchState.fresh(batch), Progress.NONE);
        }
    }

    static Batch batch(RenamePlan plan) {
        return new Batch(
                Batch.Purpose.RENAME,
                "test",
                true,
                new MoveOrder(n -> ".tmp-" + n)
                        .groups(plan.names().stream()
                                .map(PlannedName::moves)
                                .filter(moves -> !moves.isEmpty())
                                .toList()));
    }

    /** Contents, which are first names, by present name. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    static NamePattern pattern(String text) {
        try {
            return NamePattern.parse(text);
        } catch (UnusablePattern e) {
            throw new AssertionError(e);
        }
    }

    static NameOptions by(String pattern) {
        return new NameOptions(Optional.of(pattern(pattern)), Map.of(), Map.of(), false, true, true);
    }

    static NameOptions numbered(NameOptions options) {
        return new NameOptions(options.pattern(), options.defaults(), options.fixed(), true, true, true);
    }
}
