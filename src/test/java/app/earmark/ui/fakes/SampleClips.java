package app.earmark.ui.fakes;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.FileStamp;
import app.earmark.library.Guess;
import app.earmark.library.LibraryId;
import app.earmark.library.Peaks;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/** Believable clips, the same for the same seed. */
public final class SampleClips {

    static final LibraryId FIELD = new LibraryId(1);
    static final LibraryId VENDOR = new LibraryId(2);

    private static final String[][] SOUNDS = {
        {"DOORWood", "Heavy Oak Door Creaks Slowly"},
        {"DOORWood", "Old Door Slam Hallway"},
        {"DOORMetl", "Steel Gate Latch Clank"},
        {"RAIN", "Steady Rain On Leaves"},
        {"RAIN", "Rain On Tin Roof Close"},
        {"THUN", "Thunder Rolls Away"},
        {"WATRFlow", "Creek Over Pebbles"},
        {"DOGBark", "Large Dog Barks In Yard"},
        {"GLASBrk", "Bottle Smash Concrete"},
        {"FOOTHmn", "Boots On Gravel Walk"},
        {"VEHCar", "Diesel Car Starts Cold"},
        {"ENGNDies", "Diesel Generator Idle"},
        {"WINDTurb", "Howling Wind Through Gap"},
        {"BELLLrg", "Church Bell Single Toll"},
        {"CLOCKTick", "Grandfather Clock Ticking"},
        {"METLImpt", "Anvil Strike Bright"},
        {"EXPLReal", "Quarry Blast Distant"},
        {"BIRDSong", "Blackbird At Dawn"},
        {"INSCFly", "Fly Buzzing Past Mic"},
        {"MACHInd", "Textile Loom Rhythm"},
        {"TRNSteam", "Steam Locomotive Departs"},
        {"CRWDApls", "Applause Small Hall"},
        {"FIRECrkl", "Campfire Crackles Close"},
        {"PAPRTear", "Newspaper Torn Slowly"},
        {"SWSH", "Fast Whoosh By"},
        {"UIClick", "Soft Interface Click"}
    };
    private static final String[] FORMATS = {"WAV", "WAV", "WAV", "WAV", "FLAC", "AIFF", "MP3", "OGG", "M4A"};
    private static final int[] RATES = {44_100, 48_000, 48_000, 96_000, 96_000, 192_000};

    final List<Clip> clips = new ArrayList<>();
    final Map<ClipId, ClipTags> tags = new java.util.HashMap<>();
    final Map<ClipId, ClipFields> fields = new java.util.HashMap<>();
    private final Random random = new Random(42);

    public SampleClips(int count) {
        UcsTable table = UcsTable.load();
        for (int i = 0; i < count; i++) {
            String[] sound = SOUNDS[i % SOUNDS.length];
            Optional<UcsEntry> entry = table.find(sound[0]);
            add(i, sound, entry.map(UcsEntry::categoryFull).orElse(sound[0]));
        }
    }

    private void add(int i, String[] sound, String full) {
        ClipId id = new ClipId(i + 1L);
        String format = FORMATS[random.nextInt(FORMATS.length)];
        boolean ucsName = i % 3 != 1;
        int take = i / SOUNDS.length + 1;
        String name = ucsName
                ? String.format("%s_%s %02d_EARM_FIELD.%s", sound[0], sound[1], take, format.toLowerCase(Locale.ROOT))
                : String.format("%s %02d.%s", sound[1].toLowerCase(Locale.ROOT), take, format.toLowerCase(Locale.ROOT));
        ClipState state = i % 41 == 40 ? ClipState.FAILED : i % 29 == 28 ? ClipState.LISTED : ClipState.EMBEDDED;
        Path path = Path.of(
                i % 4 == 3 ? "/media/vendor/Boom Library" : "/home/sound/Field recordings", full.split("-")[0], name);
        boolean lossy = format.equals("MP3") || format.equals("OGG") || format.equals("M4A");
        AudioFacts facts = new AudioFacts(
                format,
                lossy ? format.toLowerCase(Locale.ROOT) : "pcm_s24le",
                Math.exp(random.nextGaussian() * 1.3 + 1.6),
                lossy ? 44_100 : RATES[random.nextInt(RATES.length)],
                i % 37 == 5 ? 6 : 1 + random.nextInt(2),
                lossy ? OptionalInt.empty() : OptionalInt.of(24));
        Optional<ClipFailure> failure = state == ClipState.FAILED
                ? Optional.of(new ClipFailure(
                        path, "TRUNCATED", name + " ends before its header says; copy it again from its source."))
                : Optional.empty();
        clips.add(new Clip(
                id,
                i % 4 == 3 ? VENDOR : FIELD,
                path,
                new FileStamp(120_000 + random.nextInt(40_000_000), 1_700_000_000_000L + i * 3_600_000L),
                state == ClipState.FAILED ? Optional.empty() : Optional.of(facts),
                state,
                i % 53 == 52,
                failure));
        tags.put(id, state == ClipState.EMBEDDED ? tagsOf(i, sound[0], full, ucsName) : ClipTags.NONE);
        fields.put(
                id,
                new ClipFields(
                        ucsName
                                ? Map.of(
                                        "CatID", sound[0], "FXName", sound[1], "CreatorID", "EARM", "SourceID", "FIELD")
                                : Map.of(
                                        "Description",
                                        "Recorded with a stereo pair, 2 m away; "
                                                + sound[1].toLowerCase(Locale.ROOT))));
    }

    private ClipTags tagsOf(int i, String label, String full, boolean ucsName) {
        double score = 0.35 + random.nextDouble() * 0.5;
        List<Guess> guesses = List.of(
                new Guess("AMBMisc", "AMBIENCE-MISC", 0.21),
                new Guess("OBJMisc", "OBJECTS-MISC", 0.17),
                new Guess("MECHMisc", "MECHANICAL-MISC", 0.12));
        if (ucsName) {
            List<Tag> tags = new ArrayList<>(List.of(new Tag(label, full, OptionalDouble.of(score), TagSource.NAME)));
            if (i % 5 == 0) {
                tags.add(0, new Tag("keeper", "keeper", OptionalDouble.empty(), TagSource.PERSON));
            }
            if (i % 7 == 0) {
                tags.add(new Tag("AMBMisc", "AMBIENCE-MISC", OptionalDouble.of(0.41), TagSource.MODEL));
            }
            return new ClipTags(tags, guesses, i % 11 == 0 ? List.of("FOOTHmn") : List.of());
        }
        return i % 2 == 0
                ? new ClipTags(
                        List.of(new Tag(label, full, OptionalDouble.of(score), TagSource.MODEL)), guesses, List.of())
                : new ClipTags(List.of(), guesses, List.of());
    }

    /** A decaying burst, or several, that differs from clip to clip. */
    static Peaks peaks(ClipId id, int buckets) {
        Random random = new Random(id.value() * 31);
        int bursts = 1 + random.nextInt(6);
        double decay = 2 + random.nextDouble() * 12;
        double floor = random.nextDouble() * 0.2;
        byte[] minMax = new byte[buckets * 2];
        for (int b = 0; b < buckets; b++) {
            double phase = b * (double) bursts / buckets % 1;
            double level = floor + (1 - floor) * Math.exp(-decay * phase);
            minMax[2 * b] = (byte) (-127 * level * (0.55 + 0.45 * random.nextDouble()));
            minMax[2 * b + 1] = (byte) (127 * level * (0.55 + 0.45 * random.nextDouble()));
        }
        return new Peaks(minMax);
    }
}
