package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.renaming.InterruptedRenaming;
import app.earmark.renaming.NameOptions;
import app.earmark.renaming.RenameFailure;
import app.earmark.renaming.RenamePlan;
import app.earmark.renaming.Renamed;
import app.earmark.ui.rename.Renames;
import java.util.Collection;
import java.util.Optional;

/** Renames through an {@link Earmark}. */
record EarmarkRenames(Earmark earmark) implements Renames {

    @Override
    public RenamePlan plan(Collection<ClipId> clips, NameOptions options, Progress progress) throws CancelledWork {
        return earmark.renamer().plan(clips, options, progress);
    }

    @Override
    public Renamed carryOut(RenamePlan plan, Progress progress) throws RenameFailure {
        return earmark.renamer().carryOut(plan, progress);
    }

    @Override
    public Optional<InterruptedRenaming> interrupted() throws RenameFailure {
        return earmark.renamer().interrupted();
    }

    @Override
    public Renamed finish(Progress progress) throws RenameFailure {
        return earmark.renamer().finish(progress);
    }

    @Override
    public Renamed putBack(Progress progress) throws RenameFailure {
        return earmark.renamer().putBack(progress);
    }
}
