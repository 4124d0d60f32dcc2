package app.earmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.TagSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private final QueryParser parser = new QueryParser(new QueryNames() {
        @Override
        public Set<String> labels(String typed) {
            return typed.equalsIgnoreCase("rain") ? Set.of("RAINVegt", "RAINWood") : Set.of(typed);
        }

        @Override
        public Optional<String> category(String typed) {
            return Optional.of(typed.toUpperCase(Locale.ROOT)).filter(Set.of("DOORS", "FOOD & DRINK")::contains);
        }
    });

    private TypedQuery parse(String typed) {
        return parser.parse(typed, ClipFilter.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heavy wooden door creaks",
                "take 3:4",
                "http://example.org",
                "C:\\sounds",
                "artist:me",
                "metatag:rain",
                "\"quoted words\""
            })
    void whatIsNoTokenStaysAsItIs(String typed) {
        assertThat(parse(typed)).isEqualTo(new TypedQuery(typed, ClipFilter.ALL, List.of()));
    }

    @Test
    void tokensOfEveryKindNarrowTheViewAndLeaveTheText() {
        TypedQuery query = parse("drops tag:rain source:person category:doors on format:wav,flac leaves rate:44.1k,96"
                + " channels:stereo longer:2 shorter:1:30 is:tagged is:online");
        assertThat(query.text()).isEqualTo("drops on leaves");
        assertThat(query.remarks()).isEmpty();
        assertThat(query.filter())
                .isEqualTo(ClipFilter.ALL
                        .withTags(Set.of("RAINVegt", "RAINWood"))
                        .withTagSources(Set.of(TagSource.PERSON))
                        .withCategories(Set.of("DOORS"))
                        .withFormats(Set.of("wav", "flac"))
                        .withSampleRatesHz(Set.of(44_100, 96_000))
                        .withChannels(Set.of(2))
                        .withMinSeconds(OptionalDouble.of(2))
                        .withMaxSeconds(OptionalDouble.of(90))
                        .withTagged(Optional.of(true))
                        .withIncludeOffline(false));
    }

    @Test
    void quotesHoldBlanksAndCommas() {
        assertThat(parse("tag:\"sword, drawn\" category:“Food & Drink” hum").filter())
                .isEqualTo(ClipFilter.ALL.withTags(Set.of("sword, drawn")).withCategories(Set.of("FOOD & DRINK")));
        assertThat(parse("hum tag:\"sword dra")).as("while it is typed").satisfies(query -> {
            assertThat(query.text()).isEqualTo("hum");
            assertThat(query.filter().tags()).containsExactly("sword dra");
        });
    }

    @Test
    void aDashLeavesClipsOut() {
        TypedQuery query = parse("wind -tag:rain -format:mp3");
        assertThat(query.text()).isEqualTo("wind");
        assertThat(query.filter())
                .isEqualTo(ClipFilter.ALL.withExcept(List.of(
                        ClipFilter.ALL.withTags(Set.of("RAINVegt", "RAINWood")),
                        ClipFilter.ALL.withFormats(Set.of("mp3")))));
    }

    @Test
    void foldersAreWholePathsOrNames() {
        String home = System.getProperty("user.home");
        ClipFilter filter = parse("folder:/media/lib/ folder:~/Sounds folder:\"Close Mics\" folder:Weather/Rain/")
                .filter();
        assertThat(filter.folders()).containsExactly("/media/lib", home + "/Sounds");
        assertThat(filter.folderNames()).containsExactlyInAnyOrder("Close Mics", "Weather/Rain");
    }

    @Test
    void offlineMeansOnlyThose() {
        assertThat(parse("is:offline").filter())
                .isEqualTo(ClipFilter.ALL.withExcept(List.of(ClipFilter.ALL.withIncludeOffline(false))));
        assertThat(parse("is:untagged").filter().tagged()).contains(false);
    }

    @Test
    void statesThatExcludeEachOtherLeaveNothing() {
        assertThat(parse("is:tagged is:untagged").filter())
                .isEqualTo(ClipFilter.ALL
                        .withTagged(Optional.of(true))
                        .withExcept(List.of(ClipFilter.ALL.withTagged(Optional.of(true)))));
        ClipFilter neither =
                ClipFilter.ALL.withIncludeOffline(false).withExcept(List.of(ClipFilter.ALL.withIncludeOffline(false)));
        assertThat(parse("is:online is:offline").filter()).isEqualTo(neither);
        assertThat(parse("is:offline,online").filter()).isEqualTo(neither);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"longer:abc", "is:purple", "rate:fast", "channels:many", "source:nobody", "category:ZEBRAS"})
    void aTokenThatMakesNoSenseIsSearchedForAndRemarkedOn(String token) {
        TypedQuery query = parse("hum " + token);
        assertThat(query.text()).isEqualTo("hum " + token);
        assertThat(query.filter().isAll()).isTrue();
        assertThat(query.remarks()).singleElement().asString().contains(token);
    }

    @Test
    void aTokenWithoutAValueIsStillBeingTyped() {
        assertThat(parse("hum tag:")).isEqualTo(new TypedQuery("hum", ClipFilter.ALL, List.of()));
    }

    @Test
    void tokensAddToWhatTheViewIsNarrowedToAlready() {
        ClipFilter within = ClipFilter.ALL
                .withFormats(Set.of("wav"))
                .withMinSeconds(OptionalDouble.of(5))
                .withMaxSeconds(OptionalDouble.of(10));
        assertThat(parser.parse("format:flac longer:2 shorter:7", within).filter())
                .isEqualTo(within.withFormats(Set.of("wav", "flac")).withMaxSeconds(OptionalDouble.of(7)));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "0.5,0.5", "0.5s,0.5", "200ms,0.2", "3m,180", "1:30,90", "1:02:03,3723", "1h,3600"})
    void durationsAreReadAsPeopleTypeThem(String typed, double seconds) {
        assertThat(parse("longer:" + typed).filter().minSeconds()).hasValue(seconds);
    }

    @ParameterizedTest
    @CsvSource({"44100,44100", "44.1k,44100", "96kHz,96000", "48,48000", "192000Hz,192000"})
    void ratesAreReadAsPeopleTypeThem(String typed, int hertz) {
        assertThat(parse("rate:" + typed).filter().sampleRatesHz()).containsExactly(hertz);
    }
}
