package app.earmark.ucs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UcsTableTest {

    private final UcsTable table = UcsTable.load();

    @Test
    void holdsAll753CatIdsIn82Categories() {
        assertThat(table.entries()).hasSize(753);
        assertThat(table.categories()).hasSize(82);
        assertThat(table.categories().stream().mapToInt(c -> c.entries().size()).sum())
                .isEqualTo(753);
    }

    @Test
    void holdsTheEntryThatTheCommunityJsonLacks() {
        assertThat(table.find("AIRBlow")).contains(new UcsEntry("AIRBlow", "AIR", "BLOW", "AIR"));
    }

    @Test
    void looksUpLetterForLetter() {
        assertThat(table.find("DOORCreak").orElseThrow().categoryFull()).isEqualTo("DOORS-CREAK");
        assertThat(table.find("doorcreak")).isEmpty();
        assertThat(table.find("DOORCREAK")).isEmpty();
        assertThat(table.find("")).isEmpty();
    }

    @Test
    void knowsCatIdsThatFollowNoPattern() {
        assertThat(table.find("IR").orElseThrow().category()).isEqualTo("ARCHIVED");
        assertThat(table.find("RAIN").orElseThrow().categoryFull()).isEqualTo("RAIN-GENERAL");
        assertThat(table.find("THUN").orElseThrow().categoryFull()).isEqualTo("WEATHER-THUNDER");
        assertThat(table.entries().stream().filter(e -> e.catId().equals(e.catShort())))
                .hasSize(24);
    }

    @Test
    void everyCatIdStartsWithItsCatShortAndIsUniqueWithoutCase() {
        assertThat(table.entries()).allMatch(e -> e.catId().startsWith(e.catShort()));
        assertThat(table.entries().stream()
                        .map(e -> e.catId().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .hasSize(753);
    }

    @Test
    void knowsCategoriesAsPeopleTypeThemAndLeavesOtherLabelsAsTheyAre() {
        assertThat(table.labelFor("doorcreak")).isEqualTo("DOORCreak");
        assertThat(table.labelFor(" Doors - Creak ")).isEqualTo("DOORCreak");
        assertThat(table.labelFor("IR")).isEqualTo("IR");
        assertThat(table.labelFor(" squeaky  - Toy ")).isEqualTo("squeaky  - Toy");
        assertThat(table.named("DOORS")).isEmpty();
    }

    @Test
    void findsACategoryByItsName() {
        assertThat(table.category("FOOD & DRINK").orElseThrow().entries()).hasSize(9);
        assertThat(table.category("FOOD")).isEmpty();
    }
}
