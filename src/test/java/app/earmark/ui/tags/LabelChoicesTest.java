package app.earmark.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.ucs.UcsTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelChoicesTest {

    private final LabelChoices labels = new LabelChoices(UcsTable.load().entries().stream()
            .map(entry -> new LabelChoice(entry.catId(), entry.categoryFull()))
            .toList());

    @Test
    void beginningsComeBeforeWordsInside() {
        List<String> names =
                labels.suggest("rain").stream().map(LabelChoice::label).toList();

        assertThat(names).first().asString().startsWith("RAIN");
        assertThat(names).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void severalWordsInAnyOrderFind() {
        assertThat(labels.suggest("creak door")).extracting(LabelChoice::label).contains("DOORCreak");
    }

    @Test
    void ownLabelsComeFirst() {
        labels.setOwn(List.of("rainy day"));

        assertThat(labels.suggest("rain")).first().isEqualTo(LabelChoice.own("rainy day"));
        assertThat(labels.suggest(" ")).isEmpty();
    }

    @Test
    void aCatIdIsMeantHoweverItIsSpelt() {
        assertThat(labels.exactly("doors-creak")).map(LabelChoice::label).contains("DOORCreak");
        assertThat(labels.exactly("Doors - Creak")).map(LabelChoice::label).contains("DOORCreak");
        assertThat(labels.exactly("doorcreak")).map(LabelChoice::label).contains("DOORCreak");
        assertThat(labels.exactly("no such thing")).isEmpty();
    }

    @Test
    void whatWasTypedComesFirstEvenWhereACategoryEndsWithIt() {
        assertThat(TagProposal.all(labels, "dog"))
                .as("Enter must not choose what the list showed for fewer letters")
                .extracting(TagProposal::label)
                .startsWith(Optional.empty(), Optional.of("ANMLDog"));
    }

    @Test
    void aSynonymFindsAndWhatIsUsedMostComesFirst() {
        labels.learnSynonyms(catId -> catId.equals("ANMLDog") ? "puppy yelps" : "");
        assertThat(labels.suggest("puppy")).extracting(LabelChoice::label).containsExactly("ANMLDog");

        labels.follow(new LabelUse(List.of(), java.util.Map.of("RAINGlas", 3)));
        assertThat(labels.suggest("rain"))
                .first()
                .extracting(LabelChoice::label)
                .isEqualTo("RAINGlas");
    }
}
