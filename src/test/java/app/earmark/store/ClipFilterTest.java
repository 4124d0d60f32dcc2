package app.earmark.store;

import static app.earmark.store.Sounds.ROOT;
import static app.earmark.store.Sounds.claim;
import static app.earmark.store.Sounds.probed;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.LibraryId;
import app.earmark.library.ListingChanges;
import app.earmark.library.ProbedFile;
import app.earmark.library.TagSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every filter as SQL gives what the filter means, spelt out in Java over all clips. */
class ClipFilterTest {

    private static final List<String> FOLDERS = List.of("Doors", "Doors/old", "Doors 2", "We%_ird'\"", "E\u0301mile");
    private static final List<AudioFacts> FACTS = List.of(
            Sounds.WAV,
            new AudioFacts("MP3", "mp3", 61, 44_100, 1, OptionalInt.empty()),
            new AudioFacts("FLAC", "flac", 0.2, 48_000, 2, OptionalInt.of(16)));
    private static final List<String> LABELS = List.of("DOORCreak", "RAINVegt", "Good Take");

    private static Path folder;
    private static Catalogue catalogue;
    private static LibraryId other;
    private static final Map<ClipId, Map<String, TagSource>> TAGS = new HashMap<>();

    @BeforeContainer
    static void fill() throws Exception {
        folder = Files.createTempDirectory("earmark-filter");
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        List<String> names = new ArrayList<>();
        for (String sub : FOLDERS) {
            for (int i = 0; i < 6; i++) {
                names.add(sub + "/" + i + ".wav");
            }
        }
        List<ClipId> ids = new ArrayList<>(Sounds.add(catalogue, names.toArray(String[]::new)));
        Path second = Path.of("/second").toAbsolutePath();
        other = catalogue.scans().openLibrary(second).id();
        catalogue.scans().apply(other, Sounds.added(second, "x.wav", "y.wav"));
        ids.add(catalogue
                .clips()
                .findByPath(second.resolve("x.wav"))
                .orElseThrow()
                .id());
        ids.add(catalogue
                .clips()
                .findByPath(second.resolve("y.wav"))
                .orElseThrow()
                .id());
        List<ProbedFile> probed = new ArrayList<>();
        List<ClipId> offline = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ClipId id = ids.get(i);
            if (i % 7 == 3) {
                offline.add(id);
            }
            if (i % 5 == 4) {
                continue; // not probed yet
            }
            if (i % 4 == 0) {
                probed.add(probed(id, FACTS.get(i % 3), Map.of()));
            } else {
                TagSource source = i % 2 == 0 ? TagSource.FILE : TagSource.NAME;
                String label = LABELS.get(i % 3);
                TAGS.put(id, Map.of(label, source));
                probed.add(probed(id, FACTS.get(i % 3), Map.of(), claim(label, source)));
            }
        }
        catalogue.scans().saveProbed(probed);
        catalogue.scans().apply(other, new ListingChanges(List.of(), List.of(), List.of(), offline, List.of()));
    }

    @AfterContainer
    static void close() throws Exception {
        catalogue.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 300)
    void everyFilterLetsPassWhatItMeans(@ForAll("filters") ClipFilter filter) {
        List<ClipId> all = catalogue.clips().matching(ClipFilter.ALL);
        List<ClipId> expected = all.stream()
                .filter(id -> passes(catalogue.clips().find(id).orElseThrow(), filter))
                .toList();
        assertThat(catalogue.clips().matching(filter)).containsExactlyElementsOf(expected);
        assertThat(catalogue.clips().count(filter)).isEqualTo(expected.size());
        assertThat(catalogue.clips().matchingSet(filter).stream().mapToObj(ClipId::new))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Example
    void everythingPassesInLibraryAndPathOrder() {
        List<ClipId> all = catalogue.clips().matching(ClipFilter.ALL);
        assertThat(all).hasSize(32);
        List<String> paths = all.subList(0, 30).stream()
                .map(id -> catalogue.clips().find(id).orElseThrow().path().toString())
                .toList();
        assertThat(paths).isSorted();
    }

    @Example
    void tenThousandFoldersMakeNoTooLongStatement() {
        String[] many =
                IntStream.range(0, 10_000).mapToObj(i -> "/nowhere/" + i).toArray(String[]::new);
        many[5000] = ROOT.resolve("Doors").toString();
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withFolders(List.of(many))))
                .hasSize(12);
    }

    @Example
    void aFolderWithATrailingSeparatorAndTheRootWorkToo() {
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withFolders(List.of(ROOT + "/"))))
                .hasSize(30);
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withFolders(List.of("/"))))
                .hasSize(32);
    }

    @Example
    void aWholePathMayComposeItsAccentsOtherwise() {
        for (String typed : List.of("\u00c9mile", "E\u0301mile")) {
            String path = ROOT.resolve(typed).toString();
            assertThat(catalogue.clips().matching(ClipFilter.ALL.withFolders(List.of(path))))
                    .hasSize(6);
        }
    }

    private static boolean passes(Clip clip, ClipFilter f) {
        Map<String, TagSource> tags = new HashMap<>(TAGS.getOrDefault(clip.id(), Map.of()));
        tags.values()
                .removeIf(source -> !f.tagSources().isEmpty() && !f.tagSources().contains(source));
        Optional<AudioFacts> facts = clip.facts();
        return (f.libraries().isEmpty() || f.libraries().contains(clip.library()))
                && (f.folders().isEmpty() && f.folderNames().isEmpty()
                        || f.folders().stream().anyMatch(clip.path()::startsWith)
                        || f.folderNames().stream()
                                .anyMatch(name -> composed(clip.path()).contains("/" + composed(Path.of(name)) + "/")))
                && (f.categories().isEmpty()
                        || tags.keySet().stream().anyMatch(l -> Sounds.NAMES
                                .categoryOf(l)
                                .filter(f.categories()::contains)
                                .isPresent()))
                && (f.tags().isEmpty()
                        || tags.keySet().stream()
                                .anyMatch(l -> f.tags().stream().anyMatch(l::equalsIgnoreCase)))
                && (f.formats().isEmpty()
                        || facts.filter(a -> f.formats().stream().anyMatch(a.format()::equalsIgnoreCase))
                                .isPresent())
                && (f.sampleRatesHz().isEmpty()
                        || facts.filter(a -> f.sampleRatesHz().contains(a.sampleRateHz()))
                                .isPresent())
                && (f.channels().isEmpty()
                        || facts.filter(a -> f.channels().contains(a.channels()))
                                .isPresent())
                && (f.minSeconds().isEmpty()
                        || facts.filter(a ->
                                        a.durationSeconds() >= f.minSeconds().getAsDouble())
                                .isPresent())
                && (f.maxSeconds().isEmpty()
                        || facts.filter(a ->
                                        a.durationSeconds() <= f.maxSeconds().getAsDouble())
                                .isPresent())
                && f.tagged().map(t -> t == !tags.isEmpty()).orElse(true)
                && (f.tagSources().isEmpty()
                        || !f.categories().isEmpty()
                        || !f.tags().isEmpty()
                        || f.tagged().isPresent()
                        || !tags.isEmpty())
                && f.except().stream().noneMatch(other -> passes(clip, other))
                && (f.includeOffline() || !clip.offline());
    }

    private static String composed(Path path) {
        return Normalizer.normalize(path.toString(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    @Provide
    Arbitrary<ClipFilter> filters() {
        return Combinators.combine(
                        plainFilters(),
                        mostlyEmpty(plainFilters()),
                        mostlyEmpty(Arbitraries.of(
                                "doors", "Doors/Wood", "My Library", "_", "%", "émile", "\u00c9MILE", "nowhere")))
                .as((filter, except, names) -> filter.withExcept(except).withFolderNames(Set.copyOf(names)));
    }

    private Arbitrary<ClipFilter> plainFilters() {
        Arbitrary<List<String>> folders =
                mostlyEmpty(Arbitraries.of(FOLDERS).map(f -> ROOT.resolve(f).toString()));
        return Combinators.combine(
                        folders,
                        mostlyEmpty(Arbitraries.of("DOORS", "RAIN", "NONE'; drop table clip")),
                        mostlyEmpty(Arbitraries.of("doorcreak", "RAINVegt", "GOOD TAKE", "\"]")),
                        mostlyEmpty(Arbitraries.of(TagSource.class)),
                        mostlyEmpty(Arbitraries.of("wav", "FLAC", "xyz")),
                        mostlyEmpty(Arbitraries.of(44_100, 48_000, 96_000)),
                        mostlyEmpty(Arbitraries.of(1, 2)),
                        Combinators.combine(
                                        Arbitraries.of(0.2, 2.5, 50.0).optional(0.2),
                                        Arbitraries.of(0.1, 2.5, 61.0).optional(0.2),
                                        Arbitraries.of(true, false).optional(0.3),
                                        Arbitraries.of(true, false),
                                        Arbitraries.of(true, false, false))
                                .as(Rest::new))
                .as((dirs, categories, tags, sources, formats, rates, channels, rest) -> ClipFilter.ALL
                        .withLibraries(rest.onlyOther ? Set.of(other) : Set.of())
                        .withFolders(dirs)
                        .withCategories(Set.copyOf(categories))
                        .withTags(Set.copyOf(tags))
                        .withTagSources(Set.copyOf(sources))
                        .withFormats(Set.copyOf(formats))
                        .withSampleRatesHz(Set.copyOf(rates))
                        .withChannels(Set.copyOf(channels))
                        .withMinSeconds(rest.least.map(OptionalDouble::of).orElse(OptionalDouble.empty()))
                        .withMaxSeconds(rest.most.map(OptionalDouble::of).orElse(OptionalDouble.empty()))
                        .withTagged(rest.tagged)
                        .withIncludeOffline(rest.includeOffline));
    }

    private record Rest(
            Optional<Double> least,
            Optional<Double> most,
            Optional<Boolean> tagged,
            boolean includeOffline,
            boolean onlyOther) {}

    private static <T> Arbitrary<List<T>> mostlyEmpty(Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(List.<T>of())),
                net.jqwik.api.Tuple.of(
                        1, values.list().ofMinSize(1).ofMaxSize(3).uniqueElements()));
    }
}
