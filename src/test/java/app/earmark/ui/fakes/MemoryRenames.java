package app.earmark.ui.fakes;

import app.earmark.library.ClipId;
import app.earmark.progress.Progress;
import app.earmark.renaming.InterruptedRenaming;
import app.earmark.renaming.NameOptions;
import app.earmark.renaming.RenamePlan;
import app.earmark.renaming.Renamed;
import app.earmark.ui.rename.Renames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has nothing to rename. */
public final class MemoryRenames implements Renames {

    @Override
    public RenamePlan plan(Collection<ClipId> clips, NameOptions options, Progress progress) {
        return new RenamePlan(List.of(), options);
    }

    @Override
    public Renamed carryOut(RenamePlan plan, Progress progress) {
        return new Renamed(Optional.empty(), List.of(), Map.of(), List.of(), false);
    }

    @Override
    public Optional<InterruptedRenaming> interrupted() {
        return Optional.empty();
    }

    @Override
    public Renamed finish(Progress progress) {
        throw new IllegalStateException("nothing was cut off");
    }

    @Override
    public Renamed putBack(Progress progress) {
        throw new IllegalStateException("nothing was cut off");
    }
}
