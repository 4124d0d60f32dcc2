package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.library.PackId;
import app.earmark.progress.Progress;
import app.earmark.teaching.adapter.AdapterStatus;
import app.earmark.ui.adapter.AdapterService;

/** Learning from names, for the pack that searches are served by. */
record EarmarkNames(Earmark earmark) implements AdapterService {

    @Override
    public AdapterStatus status() throws Exception {
        return earmark.adapter().status(earmark.servingPack().id());
    }

    @Override
    public AdapterStatus fit(Progress progress) throws Exception {
        return earmark.adapter().fit(earmark.servingPack(), progress);
    }

    @Override
    public AdapterStatus remove() throws Exception {
        PackId pack = earmark.servingPack().id();
        earmark.adapter().remove(pack);
        return earmark.adapter().status(pack);
    }
}
