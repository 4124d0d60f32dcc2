package app.earmark.renaming;

import app.earmark.renaming.PlannedName.Outcome;
import java.util.List;

/** What would become of every file, in the order in which the clips were given. */
public record RenamePlan(List<PlannedName> names, NameOptions options) {

    public RenamePlan {
        names = List.copyOf(names);
    }

    public long count(Outcome outcome) {
        return names.stream().filter(name -> name.outcome() == outcome).count();
    }

    /** Whether nothing would be renamed. */
    public boolean isEmpty() {
        return count(Outcome.RENAMED) == 0;
    }
}
