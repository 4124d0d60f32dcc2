package app.earmark.store;

import app.earmark.library.AudioFacts;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.Peaks;
import app.earmark.library.ProbedFile;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Records of files that need not exist. */
final class Sounds {

    static final Path ROOT = Path.of("/sounds/My Library").toAbsolutePath();
    static final PackId PACK = new PackId("starter", "1.0.0");
    static final String VOCABULARY = "first";
    static final FileStamp STAMP = new FileStamp(1000, 123_456_789);
    static final AudioFacts WAV = new AudioFacts("WAV", "pcm_s24le", 2.5, 96_000, 2, OptionalInt.of(24));

    private static final Map<String, String> CATEGORIES = Map.of(
            "DOORCreak",
            "DOORS",
            "DOORWood",
            "DOORS",
            "RAINVegt",
            "RAIN",
            "DOGBark",
            "ANIMALS",
            "DSGNDist",
            "DESIGNED");

    static final LabelNames NAMES = new LabelNames() {
        @Override
        public boolean isCatId(String label) {
            return CATEGORIES.containsKey(label);
        }

        @Override
        public String nameOf(String label) {
            return isCatId(label) ? CATEGORIES.get(label) + "-" + label.replaceAll("^[A-Z]+", "") : label;
        }

        @Override
        public Optional<String> categoryOf(String label) {
            return Optional.ofNullable(CATEGORIES.get(label));
        }
    };

    private Sounds() {}

    static ListingChanges added(Path root, String... names) {
        return new ListingChanges(
                Arrays.stream(names)
                        .map(name -> new FoundFile(root.resolve(name), STAMP))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Records files below {@link #ROOT}; returns their ids in the order of the names. */
    static List<ClipId> add(Catalogue catalogue, String... names) {
        LibraryId library = catalogue.scans().openLibrary(ROOT).id();
        catalogue.scans().apply(library, added(ROOT, names));
        return Arrays.stream(names)
                .map(name -> catalogue
                        .clips()
                        .findByPath(ROOT.resolve(name))
                        .orElseThrow()
                        .id())
                .toList();
    }

    static ProbedFile probed(ClipId id, AudioFacts facts, Map<String, String> fields, TagClaim... claims) {
        return new ProbedFile(id, Optional.of(facts), new ClipFields(fields), List.of(claims), Optional.empty());
    }

    static ListenedClip listened(ClipId id, float[] joint, float[] acoustic, TagClaim... claims) {
        return listened(id, STAMP, PACK, joint, acoustic, claims);
    }

    static ListenedClip listened(
            ClipId id, FileStamp stamp, PackId pack, float[] joint, float[] acoustic, TagClaim... claims) {
        return new ListenedClip(
                id,
                stamp,
                ClipState.EMBEDDED,
                pack,
                Optional.of(WAV),
                Optional.of("ab" + id.value()),
                Optional.of(new Embedding(pack, joint, acoustic)),
                Optional.of(new Peaks(new byte[] {-3, 4})),
                Optional.of(new Peaks(new byte[] {-127, 127, -1, 0})),
                List.of(claims),
                VOCABULARY,
                Optional.empty());
    }

    static TagClaim claim(String label, TagSource source) {
        return new TagClaim(label, source, OptionalDouble.empty(), true);
    }

    static TagClaim model(String label, double score) {
        return new TagClaim(label, TagSource.MODEL, OptionalDouble.of(score), true);
    }

    static TagClaim guess(String label, double score) {
        return new TagClaim(label, TagSource.MODEL, OptionalDouble.of(score), false);
    }
}
