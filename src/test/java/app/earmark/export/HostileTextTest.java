package app.earmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HostileTextTest {

    @Property
    void theGuardAgainstFormulasIsUndone(@ForAll("texts") String text) {
        assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
        assertThat(FormulaGuard.on(text).isEmpty()
                        || "=+-@\t\r\n".indexOf(FormulaGuard.on(text).charAt(0)) < 0)
                .isTrue();
    }

    @Property
    void aWorkbooksEscapesAreUndone(@ForAll("texts") String text) {
        assertThat(XlsxText.unescape(XlsxText.escape(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> letters = Arbitraries.strings()
                .withChars("'=+-@\t\r\n_x0005Fab \u0001\uFFFE\uD83D\uDE00")
                .ofMaxLength(4);
        Arbitrary<String> partsOfEscapes = Arbitraries.of("_", "x", "_x", "005F", "000d_", "_x0041", "_x000D_", "\r");
        return Arbitraries.oneOf(letters, partsOfEscapes).list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    @Test
    void apostrophesOfTheTextItselfStay() {
        assertThat(FormulaGuard.off("'round the corner")).isEqualTo("'round the corner");
        assertThat(FormulaGuard.on("'=1")).isEqualTo("''=1");
    }

    @Test
    void whatLooksLikeAnEscapeIsEscaped() {
        assertThat(XlsxText.escape("take_x0041_b")).isEqualTo("take_x005F_x0041_b");
        assertThat(XlsxText.unescape(XlsxText.escape("_x0041\r")))
                .as("the underscore of the escape that follows would end it")
                .isEqualTo("_x0041\r");
        assertThat(XlsxText.escape("snake_case\u0007")).isEqualTo("snake_case_x0007_");
    }

    @Test
    void aLongTextIsCutWhereACellEnds() {
        String cut = XlsxText.fitting("x".repeat(XlsxText.LONGEST - 2) + "😀😀");
        assertThat(cut).hasSizeLessThanOrEqualTo(XlsxText.LONGEST).endsWith("x…");
    }
}
