package app.earmark.ui.shell;

import app.earmark.indexing.ScanReport;
import app.earmark.library.ClipCatalog;
import app.earmark.library.TagCatalog;
import app.earmark.playback.PlaybackEngine;
import app.earmark.progress.Progress;
import app.earmark.search.Searcher;
import app.earmark.ui.adapter.AdapterService;
import app.earmark.ui.library.LibraryRecords;
import app.earmark.ui.models.ModelService;
import app.earmark.ui.sheets.SheetService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window asks of the program beneath it.
 *
 * @param correcting what goes with correcting by hand
 * @param files changes sound files
 * @param retagging makes tags follow a change of labels
 * @param relistening lets a chosen model listen to what only others have heard
 * @param libraries what the catalogue keeps of libraries
 * @param samples unpacks the sample sounds and says where they are
 * @param models known and shelved model packs
 * @param names learning from the sounds' own names
 * @param sheets tag sheets out and in
 * @param player closed with the window
 * @param readOnly whether the catalogue takes no changes
 * @param notice a sentence about how the catalogue was opened
 */
public record WindowParts(
        ClipCatalog clips,
        TagCatalog tags,
        Correcting correcting,
        FileEditing files,
        Searcher searcher,
        ScanFolders scans,
        Retagging retagging,
        Relistening relistening,
        LibraryRecords libraries,
        SampleSounds samples,
        ModelService models,
        AdapterService names,
        SheetService sheets,
        PlaybackEngine player,
        boolean readOnly,
        Optional<String> notice) {

    /** Scans folders; may have to load the model first. */
    @FunctionalInterface
    public interface ScanFolders {
        ScanReport scan(List<Path> folders, boolean acceptMissing, Progress progress) throws Exception;
    }

    /** Makes tags follow a change of labels, without listening again; may have to load the model first. */
    public interface Retagging {

        /** How many sounds await it. */
        long due() throws Exception;

        /** Returns how many sounds were looked at; throws {@code CancelledWork} when cancelled. */
        long retag(Progress progress) throws Exception;
    }

    /** Lets a chosen model listen to what only others have heard; may have to load it first. */
    public interface Relistening {

        /** How many sounds await it. */
        long due() throws Exception;

        ScanReport listen(Progress progress) throws Exception;
    }

    /** Puts the sample sounds into a folder. */
    @FunctionalInterface
    public interface SampleSounds {
        Path unpack() throws Exception;
    }
}
