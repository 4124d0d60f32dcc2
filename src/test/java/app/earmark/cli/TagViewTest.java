package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TagViewTest {

    @Test
    void jsonHasAProbabilityWhereThereIsOne() {
        OptionalDouble score = OptionalDouble.of(0.5);
        assertThat(Json.text(TagView.of(
                        List.of(new Tag("RAIN", "RAIN-GENERAL", score, OptionalDouble.of(0.75), TagSource.MODEL)))))
                .contains("\"score\":0.5", "\"probability\":0.75");
        assertThat(Json.text(TagView.of(List.of(new Tag("RAIN", "RAIN-GENERAL", score, TagSource.MODEL)))))
                .doesNotContain("probability");
        assertThat(Json.text(GuessView.of(List.of(new Guess("RAIN", "RAIN-GENERAL", 0.25, OptionalDouble.of(0.125))))))
                .contains("\"probability\":0.125");
        assertThat(Json.text(GuessView.of(List.of(new Guess("RAIN", "RAIN-GENERAL", 0.25)))))
                .doesNotContain("probability");
    }
}
