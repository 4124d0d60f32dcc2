package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsNameParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pattern's placeholders stand for. */
class PlaceholderTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Shelf shelf;

    @BeforeEach
    void emptyShelf() throws Exception {
        folder = Files.createDirectory(temporary.resolve("Field Trip"));
        shelf = new Shelf(folder);
    }

    @Test
    void factsOfTheFileAreWrittenOut() {
        shelf.with("take.wav", "RAIN");
        assertThat(name("{Folder} {Name} {Format} {SampleRate} {BitDepth}bit {Channels}ch"))
                .isEqualTo("Field Trip take WAV 96k 24bit 2ch.wav");
    }

    @ParameterizedTest
    @CsvSource({
        "96000, 96k",
        "44100, 44.1k",
        "100000, 100k",
        "22050, 22.05k",
        "11025, 11.025k",
        "192000, 192k",
        "8012, 8.012k"
    })
    void aSampleRateIsWrittenInKilohertzToTheLastHertz(int hertz, String written) {
        AudioFacts facts = new AudioFacts("FLAC", "flac", 1, hertz, 1, OptionalInt.empty());
        assertThat(fields(Optional.of(facts)).get("SampleRate")).isEqualTo(written);
    }

    @Test
    void whatIsNotKnownOfAFileIsEmpty() {
        assertThat(fields(Optional.empty()).get("SampleRate")).isEmpty();
        assertThat(fields(Optional.of(new AudioFacts("FLAC", "flac", 1, 8_000, 1, OptionalInt.empty())))
                        .get("BitDepth"))
                .isEmpty();
    }

    @Test
    void tagsAreThePersonsOwnLabelsNotCategories() {
        ClipTags tags = new ClipTags(
                List.of(
                        new Tag("DOORWood", "DOORS-WOOD", OptionalDouble.empty(), TagSource.PERSON),
                        new Tag("gladiator", "gladiator", OptionalDouble.empty(), TagSource.PERSON),
                        new Tag("armour", "armour", OptionalDouble.of(0.5), TagSource.MODEL)),
                List.of(),
                List.of());
        shelf.with("take.wav", tags);
        assertThat(name("{Tags}")).isEqualTo("gladiator armour.wav");
    }

    @Test
    void theVendorsCategoryStandsBeforeTheFxNameOnce() {
        shelf.with("a.wav", "RAIN", "FXName", "Drops", "VendorCategory", "ROOF")
                .with("b.wav", "RAIN", "FXName", "ROOF-Gutter", "VendorCategory", "ROOF");
        assertThat(shelf.names(Shelf.by("{FXName}")))
                .isEqualTo(Map.of("a.wav", "ROOF-Drops.wav", "b.wav", "ROOF-Gutter.wav"));
    }

    @Test
    void aPatternWithoutACategoryNamesFilesThatHaveNone() {
        shelf.with("take.wav", ClipTags.NONE, "FXName", "Drops");
        assertThat(name("{FXName} at home")).isEqualTo("Drops at home.wav");
        for (String pattern : List.of("{CatID}", "{Category}", "x [{SubCategory}]{FXName}", "{CategoryFull}")) {
            assertThat(name(pattern)).contains("has no CatID yet");
        }
    }

    @Test
    void aTakesNumberStaysWhereThePatternDoesNotCount() {
        shelf.with("Rain 7.wav", "RAIN").with("Rain 9.wav", "RAIN");
        assertThat(shelf.names(Shelf.by("{Name} x")))
                .isEqualTo(Map.of("Rain 7.wav", "Rain 7 x.wav", "Rain 9.wav", "Rain 9 x.wav"));
    }

    @Test
    void onlyTextsCanBeGivenAndInAnyCase() {
        assertThat(NameOptions.settableField("fxname")).contains("FXName");
        assertThat(NameOptions.settableField("SampleRate")).isEmpty();
        assertThat(NameOptions.settableField("CatID")).isEmpty();
    }

    private String name(String pattern) {
        return shelf.names(Shelf.by(pattern)).values().iterator().next();
    }

    private NameFields fields(Optional<AudioFacts> facts) {
        shelf.with("take.wav", "RAIN");
        KnownClip known = shelf.known().get(0);
        Clip clip = known.clip();
        Clip with = new Clip(
                clip.id(),
                clip.library(),
                clip.path(),
                clip.stamp(),
                facts,
                clip.state(),
                clip.offline(),
                Optional.empty());
        return new NameFields(
                new KnownClip(with, known.tags(), known.fields()),
                Optional.empty(),
                NameOptions.STANDARD,
                new UcsNameParser(Shelf.UCS));
    }
}
