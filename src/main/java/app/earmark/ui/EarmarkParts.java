package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.SampleSounds;
import app.earmark.embed.EncoderFailure;
import app.earmark.indexing.ScanReport;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.SearchRequest;
import app.earmark.search.SearchResults;
import app.earmark.search.Searcher;
import app.earmark.ui.player.FallbackEngine;
import app.earmark.ui.player.MediaEngine;
import app.earmark.ui.sheets.SheetService;
import app.earmark.ui.shell.Correcting;
import app.earmark.ui.shell.FileEditing;
import app.earmark.ui.shell.WindowParts;
import java.nio.file.Path;
import java.util.Optional;

/** Hands the window what it needs of an {@link Earmark}; the searcher and the scanner are made at their first use. */
final class EarmarkParts {

    private EarmarkParts() {}

    static WindowParts of(Earmark earmark) {
        if (!earmark.readOnly()) {
            earmark.teaching().keepUp();
        }
        return new WindowParts(
                earmark.clips(),
                earmark.tags(),
                new Correcting(
                        earmark.journal(),
                        new EarmarkHistory(earmark),
                        earmark.labelNames(),
                        (typed, within) -> earmark.queries().parse(typed, within),
                        earmark.readOnly() ? Optional.empty() : Optional.of(earmark.teaching()),
                        new EarmarkLabels(earmark)),
                new FileEditing(new EarmarkRenames(earmark), earmark::metadata),
                new LateSearcher(earmark),
                (folders, acceptMissing, progress) -> earmark.scanner().scan(folders, acceptMissing, progress),
                new LateRetagging(earmark),
                new LateRelistening(earmark),
                new EarmarkLibraries(earmark),
                () -> samples(earmark),
                new EarmarkModels(earmark),
                new EarmarkNames(earmark),
                new SheetService(earmark.sheet(), earmark.columnPresets(), earmark.sheetImport()),
                new FallbackEngine(earmark.player(), new MediaEngine(), MediaEngine::plays),
                earmark.readOnly(),
                earmark.notice());
    }

    private static Path samples(Earmark earmark) throws Exception {
        Path folder = earmark.home().demo();
        SampleSounds.unpackTo(folder);
        return folder;
    }

    private record LateRetagging(Earmark earmark) implements WindowParts.Retagging {

        @Override
        public long due() throws EncoderFailure {
            boolean listened = earmark.embeddings().count(earmark.pack().id()) > 0;
            return listened ? earmark.retagger().due() : 0;
        }

        @Override
        public long retag(Progress progress) throws CancelledWork {
            return earmark.retagger().retag(progress);
        }
    }

    private record LateRelistening(Earmark earmark) implements WindowParts.Relistening {

        @Override
        public long due() {
            return earmark.embeddings().coverage().isEmpty()
                    ? 0
                    : earmark.relistener().due();
        }

        @Override
        public ScanReport listen(Progress progress) {
            return earmark.relistener().listen(progress);
        }
    }

    /** Lets the window open without waiting for the search index. */
    private record LateSearcher(Earmark earmark) implements Searcher {

        @Override
        public SearchResults search(SearchRequest request, Progress progress) throws CancelledWork {
            return earmark.searcher().search(request, progress);
        }

        @Override
        public SearchResults similarTo(ClipId clip, ClipFilter filter, int limit, Progress progress)
                throws CancelledWork {
            return earmark.searcher().similarTo(clip, filter, limit, progress);
        }

        @Override
        public SearchResults similarTo(Embedding sound, ClipFilter filter, int limit, Progress progress)
                throws CancelledWork {
            return earmark.searcher().similarTo(sound, filter, limit, progress);
        }

        @Override
        public void warmUp() {
            earmark.searcher().warmUp();
        }
    }
}
