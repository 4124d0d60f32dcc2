package app.earmark.metadata.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFields;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.RiffBytes;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written beyond what a person said: fields that UCS and databases call differently. */
class FilledInFieldsTest {

    private static final UcsTable TABLE = UcsTable.load();

    @TempDir
    Path folder;

    @Test
    void theSourceAndTheCreatorAreFilledInWhereNothingIsSaid() throws Exception {
        assertThat(after("", Map.of("SourceID", "DRS1", "CreatorID", "JF", "FXName", "Old Door")))
                .containsEntry("Show", "DRS1")
                .containsEntry("Source", "DRS1")
                .containsEntry("Library", "DRS1")
                .containsEntry("ShortID", "JF")
                .containsEntry("Designer", "JF")
                .containsEntry("TrackTitle", "Old Door");
    }

    @Test
    void whatTheFileOrThePersonSaysIsNotFilledIn() throws Exception {
        assertThat(after(
                        "<SHOW>Theirs</SHOW><LIBRARY>Theirs too</LIBRARY>",
                        Map.of("SourceID", "DRS1", "Designer", "Jo Field", "CreatorID", "JF")))
                .containsEntry("Show", "Theirs")
                .containsEntry("Library", "Theirs too")
                .containsEntry("Source", "DRS1")
                .containsEntry("Designer", "Jo Field")
                .containsEntry("ShortID", "JF");
    }

    @Test
    void aSourceThatIsNoneFillsNothingIn() throws Exception {
        assertThat(after("", Map.of("SourceID", "NONE", "FXName", "Old Door"))).doesNotContainKeys("Show", "Library");
    }

    @Test
    void aLongIdThatWasTheCatIdChangesWithIt() throws Exception {
        assertThat(after("<CATID>RAIN</CATID><LONGID>RAIN</LONGID>", Map.of("CatID", "DOORWood")))
                .containsEntry("CatID", "DOORWood")
                .containsEntry("LongID", "DOORWood");
    }

    @Test
    void aLongIdOfItsOwnStaysAndSoDoesOneThatIsAskedFor() throws Exception {
        String own = "<CATID>RAIN</CATID><LONGID>RAINHeavy</LONGID>";
        assertThat(after(own, Map.of("CatID", "DOORWood"))).containsEntry("LongID", "RAINHeavy");
        String same = "<CATID>RAIN</CATID><LONGID>RAIN</LONGID>";
        assertThat(after(same, Map.of("CatID", "DOORWood", "LongID", "Mine"))).containsEntry("LongID", "Mine");
    }

    @Test
    void aCatIdBringsItsCategoryAlong() throws Exception {
        assertThat(after("<CATEGORY>RAIN</CATEGORY>", Map.of("CatID", "DOORWood")))
                .containsEntry("Category", "DOORS")
                .containsEntry("SubCategory", "WOOD")
                .containsEntry("CategoryFull", "DOORS-WOOD");
    }

    private Map<String, String> after(String user, Map<String, String> fields) throws Exception {
        Path file = written(user);
        MetadataWriter writer = new MetadataWriter(TABLE);
        MetadataPlan plan = writer.plan(file, new ClipFields(fields));
        assertThat(writer.write(List.of(plan), folder.resolve("backups"), Progress.NONE)
                        .written())
                .hasSize(1);
        return new MetadataReader(TABLE).read(file).fields().values();
    }

    private Path written(String user) throws IOException {
        String xml = "<?xml version=\"1.0\"?>\n<BWFXML><USER>" + user + "</USER></BWFXML>\n";
        return RiffBytes.sound().chunk("iXML", xml).write(folder.resolve("door.wav"));
    }
}
