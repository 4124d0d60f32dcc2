package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.FieldChange;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.library.LabelNames;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever was done to tags, a keyword search finds what looking at every clip finds, in the same order with the same scores.
 * It passed as it stands when the full-text index of clips held the words of tags.
 */
class KeywordTagsTest {

    private static final List<String> LABELS = List.of(
            "DOORCreak",
            "doorcreak",
            "DOORWood",
            "RAINVegt",
            "DOGBark",
            "Thunder Roll",
            "thunder roll",
            "Pluie légère",
            "sword clang",
            "wooden sword");
    private static final List<String> FILES = List.of(
            "Doors/old wooden door creaks.wav",
            "Doors/Trapdoor 03.flac",
            "Weather/HeavyRain02.wav",
            "Weather/rain on leaves.wav",
            "Dogs/bark.wav",
            "Swords/clang clang.wav",
            "unnamed 1.wav",
            "unnamed 2.wav",
            "unnamed 3.wav");
    private static final List<String> TYPED = List.of(
            "door",
            "doors",
            "creak",
            "creaking",
            "doorcreak",
            "wood",
            "rain",
            "rai",
            "dog",
            "barks",
            "ark",
            "thunder",
            "roll",
            "hund",
            "légère",
            "leger",
            "pluie",
            "sword",
            "word",
            "clang",
            "hinge",
            "squeak",
            "animals",
            "unnamed",
            "gravel",
            "zebra",
            "the");

    /** A CatID has synonyms; the same letters in another case are an own label and have none. */
    private static final LabelNames NAMES = new LabelNames() {
        @Override
        public boolean isCatId(String label) {
            return Sounds.NAMES.isCatId(label);
        }

        @Override
        public String nameOf(String label) {
            return Sounds.NAMES.nameOf(label);
        }

        @Override
        public Optional<String> categoryOf(String label) {
            return Sounds.NAMES.categoryOf(label);
        }

        @Override
        public String synonymsOf(String label) {
            return label.equals("DOORCreak") ? "squeaky hinge of a door" : "";
        }
    };

    @Property(tries = 25)
    void searchFindsWhatLookingAtEveryClipFinds(@ForAll Random random) throws Exception {
        Path folder = Files.createTempDirectory("earmark-tags");
        Path file = folder.resolve("catalogue.db");
        try (Catalogue catalogue = Catalogue.open(file, NAMES)) {
            List<ClipId> ids = Sounds.add(catalogue, FILES.toArray(String[]::new));
            for (int step = 0; step < 12; step++) {
                change(catalogue, ids, random);
                compare(catalogue, file, random);
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static void change(Catalogue catalogue, List<ClipId> ids, Random random) {
        String label = any(LABELS, random);
        List<ClipId> some = ids.stream().filter(id -> random.nextInt(3) == 0).toList();
        ClipId one = any(ids, random);
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> catalogue.tags().hold(some, label);
            case 3 -> catalogue.tags().reject(some, label);
            case 4 -> catalogue.tags().withdraw(some, label);
            case 5 -> catalogue.tags().merge(List.of(any(LABELS, random), any(LABELS, random)), label);
            case 6 ->
                catalogue.journal().undoable().ifPresent(edit -> catalogue
                        .journal()
                        .undo());
            case 7 ->
                catalogue.journal().redoable().ifPresent(edit -> catalogue
                        .journal()
                        .redo());
            case 8 ->
                catalogue
                        .scans()
                        .saveListened(List.of(Sounds.listened(
                                one,
                                new float[] {1},
                                new float[] {1},
                                Sounds.model(label, .9),
                                Sounds.guess("my guess", .1))));
            case 9 ->
                catalogue
                        .scans()
                        .saveProbed(List.of(Sounds.probed(
                                one, Sounds.WAV, Map.of("Notes", "gravel"), Sounds.claim(label, TagSource.NAME))));
            default -> {
                catalogue.tags().saveOwnLabel(new OwnLabel(label + " x", List.of("whatever")));
                catalogue
                        .journal()
                        .apply("text", List.of(), List.of(new FieldChange(one, "Notes", Optional.of("the hinge"))));
            }
        }
    }

    private static void compare(Catalogue catalogue, Path file, Random random) {
        Map<ClipId, String[]> columns = columns(catalogue);
        // opened anew, since counts of words that are about right are kept while open
        try (Catalogue reader = Catalogue.openForReading(file, NAMES)) {
            for (int i = 0; i < 12; i++) {
                String query = query(random);
                List<KeywordHit> expected = lookedAt(query, columns);
                assertThat(reader.keywords().search(query, ClipFilter.ALL, 100))
                        .as(query)
                        .isEqualTo(expected);
                assertThat(reader.keywords().search(query, ClipFilter.ALL, 2))
                        .as(query)
                        .isEqualTo(expected.subList(0, Math.min(2, expected.size())));
                assertThat(reader.keywords().count(query, ClipFilter.ALL))
                        .as(query)
                        .isEqualTo(expected.size());
                ClipFilter doors = ClipFilter.ALL.withTags(Set.of("DOORCreak"));
                Set<ClipId> passing = Set.copyOf(reader.clips().matching(doors));
                assertThat(reader.keywords().count(query, doors))
                        .as(query)
                        .isEqualTo(expected.stream()
                                .filter(hit -> passing.contains(hit.clip()))
                                .count());
            }
        }
    }

    /** Name, tags, fields and path of each clip, folded. */
    private static Map<ClipId, String[]> columns(Catalogue catalogue) {
        Map<ClipId, String[]> columns = new HashMap<>();
        List<ClipId> ids = catalogue.clips().matching(ClipFilter.ALL);
        catalogue.clips().findAll(ids).forEach((id, clip) -> {
            Path below = Sounds.ROOT.relativize(clip.path());
            String name = below.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String folders = "My Library "
                    + (below.getNameCount() == 1 ? "" : below.getParent().toString());
            String tags = String.join(
                    " ",
                    catalogue.clips().tagsOf(id).tags().stream()
                            .map(tag ->
                                    tag.label() + " " + NAMES.nameOf(tag.label()) + " " + NAMES.synonymsOf(tag.label()))
                            .toList());
            String fields =
                    String.join(" ", catalogue.clips().fieldsOf(id).values().values());
            columns.put(id, new String[] {
                KeywordText.foldedName(name.substring(0, dot)),
                KeywordText.folded(tags),
                KeywordText.folded(fields),
                KeywordText.foldedName(folders + " " + name.substring(dot + 1))
            });
        });
        return columns;
    }

    private static List<KeywordHit> lookedAt(String text, Map<ClipId, String[]> columns) {
        KeywordQuery query = KeywordQuery.parse(text);
        long[] holding = query.words().stream()
                .mapToLong(word -> columns.values().stream()
                        .filter(each -> holds(each, " " + word.stem()))
                        .count())
                .toArray();
        KeywordScore score = new KeywordScore(query, new WordRarity(holding, columns.size()).weights());
        List<KeywordHit> hits = new ArrayList<>();
        columns.forEach((id, each) -> {
            boolean found = false;
            for (int w = 0; w < holding.length; w++) {
                KeywordQuery.Word word = query.words().get(w);
                boolean inside = (holding.length <= 2 || holding[w] == 0)
                        && word.folded().length() >= KeywordQuery.SHORTEST_PART;
                found |= holds(each, " " + word.stem()) || inside && holds(each, word.folded());
            }
            if (found) {
                hits.add(score.hit(id, each));
            }
        });
        hits.sort(Comparator.comparingDouble(KeywordHit::score).reversed().thenComparing(KeywordHit::clip));
        return hits;
    }

    private static boolean holds(String[] columns, String text) {
        for (String column : columns) {
            if ((" " + column).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static String query(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            words.add(any(TYPED, random));
        }
        return String.join(" ", words);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
