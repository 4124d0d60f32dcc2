package app.earmark.importing;

import app.earmark.library.ClipId;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the clip that a row speaks of: by path, then by name and duration, then by content. */
final class ClipMatcher {

    private static final int MOST_NAMED = 3;

    private final ClipIndex index;

    ClipMatcher(ClipIndex index) {
        this.index = index;
    }

    /** What came of a row: a clip, or a note why there is none. */
    record Match(Optional<ClipId> clip, MatchedBy by, RowNote note) {

        private static Match of(ClipIndex.Entry entry, MatchedBy by) {
            return new Match(Optional.of(entry.id()), by, null);
        }

        private static Match none(long row, RowNote.Kind kind, String sentence) {
            return new Match(Optional.empty(), null, new RowNote(row, kind, sentence));
        }
    }

    Match match(SheetEntry entry) {
        String path = entry.stripped(ImportField.FILE_PATH);
        String name = entry.stripped(ImportField.FILENAME);
        if (name.isEmpty()) {
            name = lastPart(path);
        } else if (name.contains("/") || name.contains("\\")) {
            path = path.isEmpty() ? name : path;
            name = lastPart(name);
        }
        Optional<ClipIndex.Entry> there = atPath(path, name);
        if (there.isPresent()) {
            return Match.of(there.get(), MatchedBy.PATH);
        }
        Match named = byName(entry, path, name);
        if (named.clip().isPresent()) {
            return named;
        }
        String hash = entry.stripped(ImportField.CONTENT_HASH);
        List<ClipIndex.Entry> same = hash.isEmpty() ? List.of() : index.withContent(hash);
        if (same.size() == 1) {
            return Match.of(same.get(0), MatchedBy.CONTENT);
        }
        return same.isEmpty()
                ? named
                : Match.none(
                        entry.row(),
                        RowNote.Kind.AMBIGUOUS,
                        "Row " + entry.row() + ": " + same.size() + " sounds have this content: " + some(same) + ".");
    }

    private Optional<ClipIndex.Entry> atPath(String path, String name) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<ClipIndex.Entry> file = index.at(path).or(() -> index.at(inThisSystem(path)));
        // Some programs keep the folder alone.
        return file.isPresent() || name.isEmpty()
                ? file
                : index.at(inThisSystem(path).replaceAll("[/\\\\]+$", "") + File.separatorChar + name);
    }

    private static String inThisSystem(String path) {
        return path.replace(File.separatorChar == '/' ? '\\' : '/', File.separatorChar);
    }

    private Match byName(SheetEntry entry, String path, String name) {
        long row = entry.row();
        if (name.isEmpty()) {
            return Match.none(row, RowNote.Kind.UNMATCHED, "Row " + row + " names no sound.");
        }
        List<ClipIndex.Entry> named = index.named(name);
        if (named.isEmpty()) {
            return Match.none(
                    row, RowNote.Kind.UNMATCHED, "Row " + row + ": the catalogue has no sound called " + name + ".");
        }
        Optional<SheetDuration> duration = SheetDuration.parse(entry.stripped(ImportField.DURATION));
        List<ClipIndex.Entry> fitting = named.stream()
                .filter(e -> duration.isEmpty()
                        || Double.isNaN(e.durationSeconds())
                        || duration.get().fits(e.durationSeconds()))
                .toList();
        if (fitting.isEmpty()) {
            return Match.none(row, RowNote.Kind.UNMATCHED, unlike(row, name, named, duration.orElseThrow()));
        }
        boolean timed = duration.isPresent() && fitting.stream().noneMatch(e -> Double.isNaN(e.durationSeconds()));
        if (fitting.size() == 1) {
            return Match.of(fitting.get(0), timed ? MatchedBy.NAME_AND_DURATION : MatchedBy.NAME);
        }
        return inLikeFolder(path, fitting)
                .map(e -> Match.of(e, MatchedBy.NAME_AND_FOLDER))
                .orElseGet(() -> Match.none(
                        row,
                        RowNote.Kind.AMBIGUOUS,
                        "Row " + row + ": " + fitting.size() + " sounds are called " + name
                                + (timed ? " and last as long" : "") + ": " + some(fitting) + "."));
    }

    private static String unlike(long row, String name, List<ClipIndex.Entry> named, SheetDuration duration) {
        return String.format(
                Locale.ROOT,
                "Row %d: %s lasts %.2f s in the sheet, but %.2f s in the catalogue.",
                row,
                name,
                duration.seconds(),
                named.get(0).durationSeconds());
    }

    /** The only one that lies in folders of the same names, counted from the file upwards. */
    private static Optional<ClipIndex.Entry> inLikeFolder(String path, List<ClipIndex.Entry> entries) {
        String[] wanted = path.split("[/\\\\:]+");
        int most = 1;
        ClipIndex.Entry best = null;
        for (ClipIndex.Entry entry : entries) {
            String[] has = entry.path().split("[/\\\\:]+");
            int equal = 0;
            while (equal < Math.min(wanted.length, has.length)
                    && wanted[wanted.length - 1 - equal].equalsIgnoreCase(has[has.length - 1 - equal])) {
                equal++;
            }
            if (equal > most) {
                most = equal;
                best = entry;
            } else if (equal == most) {
                best = null;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String some(List<ClipIndex.Entry> entries) {
        String first = String.join(
                ", ",
                entries.stream().limit(MOST_NAMED).map(ClipIndex.Entry::path).toList());
        return entries.size() > MOST_NAMED ? first + " and others" : first;
    }
}
