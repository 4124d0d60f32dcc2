package app.earmark.ui.rename;

import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.renaming.InterruptedRenaming;
import app.earmark.renaming.NameOptions;
import app.earmark.renaming.RenameFailure;
import app.earmark.renaming.RenamePlan;
import app.earmark.renaming.Renamed;
import java.util.Collection;
import java.util.Optional;

/** What the page asks of the program; none of it belongs on the window's thread. */
public interface Renames {

    RenamePlan plan(Collection<ClipId> clips, NameOptions options, Progress progress) throws CancelledWork;

    Renamed carryOut(RenamePlan plan, Progress progress) throws RenameFailure;

    Optional<InterruptedRenaming> interrupted() throws RenameFailure;

    Renamed finish(Progress progress) throws RenameFailure;

    Renamed putBack(Progress progress) throws RenameFailure;
}
