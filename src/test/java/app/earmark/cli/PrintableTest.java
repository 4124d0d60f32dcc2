package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @Property
    void nothingThatIsPrintedControlsTheTerminal(@ForAll String name) {
        assertThat(Printable.of(name).chars()).noneMatch(Character::isISOControl);
    }

    @Property
    void aCutTextIsNoLongerThanAllowedAndKeepsItsBeginning(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int width) {
        String cut = Printable.cut(text, width);
        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(width);
        assertThat(text).startsWith(cut.endsWith("…") ? cut.substring(0, cut.length() - 1) : cut);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00.0", "2.46, 0:02.5", "59.96, 1:00.0", "3870.04, 1:04:30.0"})
    void durationsReadAsOnAPlayer(double seconds, String expected) {
        assertThat(Words.duration(seconds)).isEqualTo(expected);
    }
}
