package app.earmark.renaming;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose word decides which CatID a file is named by. */
class CatIdChoiceTest {

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void emptyShelf() {
        shelf = new Shelf(folder);
    }

    @Test
    void theCatIdThatIsWrittenBeatsWhatTheModelHears() {
        shelf.with("a.wav", Shelf.tags("RAIN", TagSource.MODEL), "CatID", "DOORWood", "FXName", "Gate");
        assertThat(category().entry().catId()).isEqualTo("DOORWood");
        assertThat(category().source()).isEqualTo(TagSource.PERSON);
    }

    @Test
    void whoSaysTheWrittenCatIdIsToldFromItsTag() {
        shelf.with("a.wav", tags(tag("RAIN", TagSource.FILE), tag("DOORWood", TagSource.NAME)), "CatID", "DOORWood");
        assertThat(category().entry().catId()).isEqualTo("DOORWood");
        assertThat(category().source()).isEqualTo(TagSource.NAME);
    }

    @Test
    void aLabelOfThePersonsOwnIsNoCatIdAndLeavesTheWrittenOne() {
        shelf.with("a.wav", tags(tag("gladiator", TagSource.PERSON)), "CatID", "DOORWood");
        assertThat(category().entry().catId()).isEqualTo("DOORWood");
    }

    @Test
    void theStrongestSourceDecidesThoughAWeakerOneIsInTheName() {
        shelf.with("DOORWood_Gate.wav", tags(tag("DOORCreak", TagSource.FILE), tag("DOORWood", TagSource.NAME)));
        assertThat(category().entry().catId()).isEqualTo("DOORCreak");
        assertThat(category().source()).isEqualTo(TagSource.FILE);
    }

    @Test
    void theModelsWordWillDoAndIsSaidToBeTheModels() {
        shelf.with("a.wav", Shelf.tags("RAIN", TagSource.MODEL));
        assertThat(category().entry().catId()).isEqualTo("RAIN");
        assertThat(category().source()).isEqualTo(TagSource.MODEL);
    }

    private NameMaker.Category category() {
        return new NameMaker(Shelf.UCS).categoryOf(shelf.known().get(0)).orElseThrow();
    }

    private static ClipTags tags(Tag... tags) {
        return new ClipTags(List.of(tags), List.of(), List.of());
    }

    private static Tag tag(String label, TagSource source) {
        return new Tag(label, label, OptionalDouble.empty(), source);
    }
}
