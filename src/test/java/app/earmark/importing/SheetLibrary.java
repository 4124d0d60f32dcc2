package app.earmark.importing;

import app.earmark.export.SheetColumn;
import app.earmark.export.TagSheet;
import app.earmark.library.AudioFacts;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.Embedding;
import app.earmark.library.FieldChange;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.Peaks;
import app.earmark.library.ProbedFile;
import app.earmark.library.Tag;
import app.earmark.library.TagChange;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A catalogue of sounds that need not exist, and sheets about them. */
final class SheetLibrary implements AutoCloseable {

    static final UcsTable UCS = UcsTable.load();
    static final FileStamp STAMP = new FileStamp(1000, 123_456_789);

    private static final LabelNames NAMES = new LabelNames() {
        @Override
        public boolean isCatId(String label) {
            return UCS.contains(label);
        }

        @Override
        public String nameOf(String label) {
            return UCS.find(label).map(UcsEntry::categoryFull).orElse(label);
        }

        @Override
        public Optional<String> categoryOf(String label) {
            return UCS.find(label).map(UcsEntry::category);
        }
    };

    final Path folder;
    final Path root;
    final Catalogue catalogue;
    final SheetImport sheets;

    SheetLibrary(Path folder) {
        this(folder, "catalogue.db");
    }

    SheetLibrary(Path folder, String catalogueName) {
        this.folder = folder;
        root = folder.resolve("Sounds").toAbsolutePath();
        catalogue = Catalogue.open(folder.resolve(catalogueName), NAMES);
        sheets = new SheetImport(catalogue.clips(), catalogue.journal(), UCS, new TagPrecedence(NAMES));
    }

    /** Adds a sound that lasts so long; what its file and name say comes with it. */
    ClipId add(String name, double seconds, Map<String, String> fields, TagClaim... claims) {
        LibraryId library = catalogue.scans().openLibrary(root).id();
        Path path = root.resolve(name);
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                List.of(new FoundFile(path, STAMP)), List.of(), List.of(), List.of(), List.of()));
        ClipId id = catalogue.clips().findByPath(path).orElseThrow().id();
        AudioFacts facts = new AudioFacts("WAV", "pcm_s24le", seconds, 48_000, 2, OptionalInt.of(24));
        catalogue
                .scans()
                .saveProbed(List.of(new ProbedFile(
                        id,
                        Optional.of(facts),
                        new ClipFields(fields),
                        Arrays.stream(claims)
                                .filter(claim -> claim.source() != TagSource.MODEL)
                                .toList(),
                        Optional.empty())));
        listened(id, facts, claims);
        return id;
    }

    private void listened(ClipId id, AudioFacts facts, TagClaim... claims) {
        PackId pack = new PackId("starter", "1.0.0");
        catalogue
                .scans()
                .saveListened(List.of(new ListenedClip(
                        id,
                        STAMP,
                        ClipState.EMBEDDED,
                        pack,
                        Optional.of(facts),
                        Optional.of(hash(id)),
                        Optional.of(new Embedding(pack, new float[] {1}, new float[] {1})),
                        Optional.of(new Peaks(new byte[] {-3, 4})),
                        Optional.of(new Peaks(new byte[] {-127, 127})),
                        Arrays.stream(claims)
                                .filter(claim -> claim.source() == TagSource.MODEL)
                                .toList(),
                        "first",
                        Optional.empty())));
    }

    /** What stands for the SHA-256 of a sound. */
    static String hash(ClipId clip) {
        return "ab" + clip.value();
    }

    ClipId add(String name) {
        return add(name, 2.5, Map.of());
    }

    /** Adds so many sounds called {@code 0.wav, 1.wav …} at once. */
    List<ClipId> addAll(int count) {
        LibraryId library = catalogue.scans().openLibrary(root).id();
        List<FoundFile> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(new FoundFile(root.resolve(i + ".wav"), STAMP));
        }
        catalogue.scans().apply(library, new ListingChanges(found, List.of(), List.of(), List.of(), List.of()));
        return found.stream()
                .map(file ->
                        catalogue.clips().findByPath(file.path()).orElseThrow().id())
                .toList();
    }

    static TagClaim claim(String label, TagSource source) {
        return new TagClaim(label, source, OptionalDouble.empty(), true);
    }

    void say(ClipId clip, String label, TagVerdict verdict) {
        catalogue.journal().apply("Say", List.of(new TagChange(clip, label, Optional.of(verdict))), List.of());
    }

    void write(ClipId clip, String field, String text) {
        catalogue.journal().apply("Write", List.of(), List.of(new FieldChange(clip, field, Optional.of(text))));
    }

    /** Takes back everything that the person said. */
    void wipe() {
        List<TagChange> tags = new ArrayList<>();
        List<FieldChange> fields = new ArrayList<>();
        List<ClipId> all = all();
        catalogue.clips().tagsOf(all).forEach((id, said) -> {
            said.rejected().forEach(label -> tags.add(new TagChange(id, label, Optional.empty())));
            said.tags().stream()
                    .filter(tag -> tag.source() == TagSource.PERSON)
                    .forEach(tag -> tags.add(new TagChange(id, tag.label(), Optional.empty())));
        });
        catalogue.clips().ownFieldsOf(all).forEach((id, own) -> own.values()
                .keySet()
                .forEach(field -> fields.add(new FieldChange(id, field, Optional.empty()))));
        catalogue.journal().apply("Wipe", tags, fields);
    }

    List<ClipId> all() {
        return catalogue.clips().matching(ClipFilter.ALL);
    }

    /** All that the catalogue says, to compare. */
    record Content(Map<ClipId, ClipTags> tags, Map<ClipId, ClipFields> fields, Map<ClipId, ClipFields> own) {}

    Content content() {
        return new Content(
                catalogue.clips().tagsOf(all()),
                catalogue.clips().fieldsOf(all()),
                catalogue.clips().ownFieldsOf(all()));
    }

    Path export(String name, List<SheetColumn> columns) throws Exception {
        Path sheet = folder.resolve(name);
        new TagSheet(catalogue.clips()).write(all(), columns, sheet, Progress.NONE);
        return sheet;
    }

    Path sheet(String name, String text) throws Exception {
        return sheet(name, text, StandardCharsets.UTF_8);
    }

    Path sheet(String name, String text, Charset charset) throws Exception {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    ImportPlan plan(Path sheet) throws Exception {
        return plan(sheet, ImportOptions.STANDARD);
    }

    ImportPlan plan(Path sheet, ImportOptions options) throws Exception {
        ReadSheet read = sheets.look(sheet, Optional.empty());
        return sheets.plan(read, read.proposed(), options, Progress.NONE);
    }

    /** Imports the sheet and returns the plan that was applied. */
    ImportPlan take(Path sheet, ImportOptions options) throws Exception {
        ImportPlan plan = plan(sheet, options);
        sheets.apply(plan);
        return plan;
    }

    ImportPlan take(Path sheet) throws Exception {
        return take(sheet, ImportOptions.STANDARD);
    }

    /** Labels that hold, with who says so: {@code rain/person}. */
    List<String> tags(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream()
                .map(SheetLibrary::words)
                .toList();
    }

    private static String words(Tag tag) {
        return tag.label() + "/" + tag.source().code();
    }

    String field(ClipId clip, String name) {
        return catalogue.clips().fieldsOf(clip).get(name);
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
