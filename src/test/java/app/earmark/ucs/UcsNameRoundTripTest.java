package app.earmark.ucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UcsNameRoundTripTest {

    private static final UcsTable TABLE = UcsTable.load();
    private static final UcsNameParser PARSER = new UcsNameParser(TABLE);

    @Property
    void whatIsComposedIsReadBackTheSame(@ForAll("names") UcsName name) {
        assertThat(PARSER.parse(UcsNameComposer.compose(name) + ".wav")).isEqualTo(name);
        assertThat(PARSER.parseStem(UcsNameComposer.compose(name))).isEqualTo(name);
    }

    @Property
    void anyFileNameIsReadWithoutComplaint(@ForAll String fileName) {
        UcsName name = PARSER.parse(fileName);
        assertThat(name.entry().isPresent()).isEqualTo(TABLE.contains(name.catId()));
    }

    @Property
    void whatIsReadFromARecognisedNameComposesToANameThatReadsTheSame(
            @ForAll("catIds") String catId, @ForAll("tails") String tail) {
        UcsName name = PARSER.parseStem(catId + "_" + tail);
        assertThat(PARSER.parseStem(UcsNameComposer.compose(name))).isEqualTo(name);
    }

    @Property
    void textMadeFitForABlockIsAcceptedInEveryBlock(@ForAll String text) {
        String block = UcsNameComposer.blockOf(text);
        UcsName name =
                UcsName.of(TABLE.find("RAIN").orElseThrow()).withFxName(block).withCreatorId(block);
        assertThat(PARSER.parseStem(UcsNameComposer.compose(name))).isEqualTo(name);
    }

    @Example
    void refusesWhatWouldBeReadBackAsSomethingElse() {
        UcsName rain = UcsName.of(TABLE.find("RAIN").orElseThrow());
        assertThatThrownBy(() -> rain.withFxName("on_leaves")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UcsNameComposer.compose(PARSER.parse("no name.wav")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UcsName(rain.entry(), "WIND", "", "", "", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void writesNoneForAMissingSourceOnlyWhereSomethingFollows() {
        UcsName name =
                UcsName.of(TABLE.find("RAIN").orElseThrow()).withFxName("Roof").withCreatorId("AB");
        assertThat(UcsNameComposer.compose(name)).isEqualTo("RAIN_Roof_AB");
        assertThat(UcsNameComposer.compose(name.withUserData("v2"))).isEqualTo("RAIN_Roof_AB_NONE_v2");
    }

    @Provide
    Arbitrary<UcsName> names() {
        Arbitrary<String> block = Arbitraries.strings().excludeChars('_').ofMaxLength(12);
        Arbitrary<String> free = Arbitraries.strings().ofMaxLength(12);
        return Combinators.combine(Arbitraries.of(TABLE.entries()), block, block, block, block, free)
                .as((entry, user, fx, creator, source, data) ->
                        new UcsName(Optional.of(entry), entry.catId(), user, fx, creator, source, data));
    }

    @Provide
    Arbitrary<String> catIds() {
        return Arbitraries.of(TABLE.entries()).map(UcsEntry::catId);
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.strings().withChars("ab -_.NONE").ofMaxLength(20);
    }
}
