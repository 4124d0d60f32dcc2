package app.earmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CellListTest {

    @Property
    void everyListReadsBack(@ForAll("lists") List<String> values) {
        assertThat(CellList.split(CellList.join(values))).isEqualTo(values);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.strings()
                .withChars(" ;,\"'\n\rab=é😀")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Test
    void plainLabelsStandAsTheyAre() {
        assertThat(CellList.join(List.of("rain", "Wooden door"))).isEqualTo("rain; Wooden door");
        assertThat(CellList.join(List.of("wind; heavy", "a, b"))).isEqualTo("\"wind; heavy\"; \"a, b\"");
    }

    @Test
    void otherProgramsListsAreSplitAtWhatTheyUse() {
        assertThat(CellList.split("rain, wind ,thunder")).containsExactly("rain", "wind", "thunder");
        assertThat(CellList.split("rain;wind, heavy")).containsExactly("rain", "wind, heavy");
        assertThat(CellList.split("rain\nwind")).containsExactly("rain", "wind");
        assertThat(CellList.split("5\" gun; bang")).containsExactly("5\" gun", "bang");
        assertThat(CellList.split("; 0.7123")).containsExactly("", "0.7123");
        assertThat(CellList.split("  ")).isEmpty();
    }
}
