package app.earmark.importing;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.FileStamp;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One reading of a sheet against the catalogue: first which row speaks of which clip, then what each would change. */
final class Planning {

    private static final int ROWS_A_READ = 500;

    private final ClipCatalog catalog;
    private final UcsTable ucs;
    private final TagPrecedence precedence;
    private final ReadSheet sheet;
    private final ColumnMapping mapping;
    private final ImportOptions options;
    private final Progress progress;
    private final Map<ClipId, Claim> claims = new HashMap<>();
    private final List<RowNote> notes = new ArrayList<>();
    private final List<ClipChange> changes = new ArrayList<>();
    private long rows;

    Planning(
            ClipCatalog catalog,
            UcsTable ucs,
            TagPrecedence precedence,
            ReadSheet sheet,
            ColumnMapping mapping,
            ImportOptions options,
            Progress progress) {
        this.catalog = catalog;
        this.ucs = ucs;
        this.precedence = precedence;
        this.sheet = sheet;
        this.mapping = mapping;
        this.options = options;
        this.progress = progress;
    }

    /** The row that speaks of a clip. */
    private record Claim(ClipId clip, long row, MatchedBy by) {}

    ImportPlan plan() throws IOException, CancelledWork {
        match();
        compare();
        notes.sort(Comparator.comparingLong(RowNote::row));
        Map<MatchedBy, Long> matched = new EnumMap<>(MatchedBy.class);
        claims.values().forEach(claim -> matched.merge(claim.by(), 1L, Long::sum));
        return new ImportPlan(sheet.file(), rows, matched, changes, notes);
    }

    private void match() throws IOException, CancelledWork {
        ClipMatcher matcher = new ClipMatcher(ClipIndex.of(catalog, mapping.has(ImportField.CONTENT_HASH), progress));
        progress.phase("Reading the sheet", -1);
        try (SheetLines lines = sheet.source().open()) {
            for (SheetLine line = lines.next(); line != null; line = lines.next()) {
                if (line.number() > sheet.headingRow()) {
                    for (String trouble : line.troubles()) {
                        notes.add(new RowNote(
                                line.number(), RowNote.Kind.UNREADABLE, "Row " + line.number() + " " + trouble + "."));
                    }
                    if (!line.isBlank()) {
                        rows++;
                        claim(line, matcher.match(new SheetEntry(line, mapping)));
                    }
                }
                if (line.number() % ROWS_A_READ == 0) {
                    progress.throwIfCancelled();
                    progress.advanced(rows, 0);
                }
            }
        }
    }

    private void claim(SheetLine line, ClipMatcher.Match match) {
        if (match.clip().isEmpty()) {
            notes.add(match.note());
            return;
        }
        Claim claim = new Claim(match.clip().get(), line.number(), match.by());
        Claim other = claims.get(claim.clip());
        if (other == null) {
            claims.put(claim.clip(), claim);
            return;
        }
        boolean surer = claim.by().compareTo(other.by()) < 0;
        Claim counts = surer ? claim : other;
        Claim passedOver = surer ? other : claim;
        claims.put(counts.clip(), counts);
        notes.add(new RowNote(
                passedOver.row(),
                RowNote.Kind.DUPLICATE,
                "Row " + passedOver.row() + " speaks of the same sound as row " + counts.row() + ", which counts."));
    }

    private void compare() throws IOException, CancelledWork {
        Map<Long, Claim> byRow = new HashMap<>();
        claims.values().forEach(claim -> byRow.put(claim.row(), claim));
        progress.phase("Comparing", claims.size());
        Map<Claim, SheetEntry> some = new HashMap<>();
        List<Claim> order = new ArrayList<>();
        long done = 0;
        try (SheetLines lines = sheet.source().open()) {
            for (SheetLine line = lines.next(); line != null; line = lines.next()) {
                Claim claim = byRow.get(line.number());
                if (claim == null) {
                    continue;
                }
                order.add(claim);
                some.put(claim, new SheetEntry(line, mapping));
                if (order.size() == ROWS_A_READ) {
                    compare(order, some);
                    done += order.size();
                    order.clear();
                    some.clear();
                    progress.throwIfCancelled();
                    progress.advanced(done, 0);
                }
            }
        }
        compare(order, some);
        progress.advanced(done + order.size(), 0);
    }

    private void compare(List<Claim> order, Map<Claim, SheetEntry> entries) {
        List<ClipId> ids = order.stream().map(Claim::clip).toList();
        Map<ClipId, Clip> clips = catalog.findAll(ids);
        Map<ClipId, ClipFields> fields = catalog.fieldsOf(ids);
        Map<ClipId, ClipFields> own = catalog.ownFieldsOf(ids);
        Map<ClipId, List<TagClaim>> said = catalog.claimsOf(ids);
        for (Claim claim : order) {
            Clip clip = clips.get(claim.clip());
            if (clip != null) {
                ClipNow now = new ClipNow(
                        clip,
                        fields.getOrDefault(clip.id(), ClipFields.NONE),
                        own.getOrDefault(clip.id(), ClipFields.NONE),
                        said.getOrDefault(clip.id(), List.of()),
                        precedence);
                ClipChange change = change(claim, now, entries.get(claim));
                if (!change.isNone()) {
                    changes.add(change);
                    noteIfChanged(claim, clip);
                }
            }
        }
    }

    private ClipChange change(Claim claim, ClipNow now, SheetEntry entry) {
        RowDecision.Outcome outcome = new RowDecision(options, ucs, notes).read(entry, now);
        return new ClipChange(claim.row(), claim.by(), now.clip(), outcome.tags(), outcome.fields());
    }

    private void noteIfChanged(Claim claim, Clip clip) {
        try {
            BasicFileAttributes file = Files.readAttributes(clip.path(), BasicFileAttributes.class);
            if (!new FileStamp(file.size(), file.lastModifiedTime().toMillis()).equals(clip.stamp())) {
                notes.add(new RowNote(
                        claim.row(),
                        RowNote.Kind.CHANGED_FILE,
                        "Row " + claim.row() + ": " + clip.path()
                                + " has changed since it was scanned; your words stay when" + " it is scanned again."));
            }
        } catch (IOException e) {
            notes.add(new RowNote(
                    claim.row(),
                    RowNote.Kind.CHANGED_FILE,
                    "Row " + claim.row() + ": " + clip.path() + " is not there now; its record takes the change."));
        }
    }
}
