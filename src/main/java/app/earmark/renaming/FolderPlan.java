package app.earmark.renaming;

import app.earmark.library.Clip;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.renaming.RenamePlanner.Candidate;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gives out the names of one folder. Whoever can't move keeps the present name, which may keep another from moving: so names are
 * given out anew until nobody is left behind any more.
 */
final class FolderPlan {

    private static final int LAST_NUMBER = 999_999;

    private final FolderNames folder;
    private final NameOptions options;
    private final Predicate<Path> recorded;
    private final Map<Clip, String> problems = new HashMap<>();

    FolderPlan(FolderNames folder, NameOptions options, Predicate<Path> recorded) {
        this.folder = folder;
        this.options = options;
        this.recorded = recorded;
    }

    List<PlannedName> settle(List<Candidate> candidates) {
        candidates.forEach(c -> c.fault().ifPresent(fault -> problems.put(c.clip(), fault)));
        List<PlannedName> round;
        int before;
        do {
            before = problems.size();
            round = giveOut(candidates);
        } while (problems.size() > before);
        return round;
    }

    private List<PlannedName> giveOut(List<Candidate> candidates) {
        Map<Clip, String> stems = stems(candidates);
        List<PlannedName> named = candidates.stream()
                .map(c -> planned(c, Optional.ofNullable(stems.get(c.clip()))))
                .toList();
        List<FileMove> moves = named.stream().flatMap(n -> n.moves().stream()).toList();
        Set<String> taken = folder.takenBut(moves);
        Map<String, Integer> wanted = new HashMap<>();
        moves.forEach(move -> wanted.merge(move.keyTo(), 1, Integer::sum));
        Set<Path> leaving = new HashSet<>();
        moves.forEach(move -> leaving.add(move.from()));
        for (PlannedName name : named) {
            for (FileMove move : name.moves()) {
                collision(move, taken, wanted, leaving).ifPresent(fault -> problems.putIfAbsent(name.clip(), fault));
            }
        }
        return named;
    }

    private Optional<String> collision(
            FileMove move, Set<String> taken, Map<String, Integer> wanted, Set<Path> leaving) {
        String from = move.from().getFileName().toString();
        String to = move.to().getFileName().toString();
        Optional<String> fault = FileNameRules.fault(to);
        if (fault.isPresent()) {
            return Optional.of("“" + from + "” can't be called “" + to + "”: that name " + fault.get() + ".");
        }
        if (taken.contains(move.keyTo())) {
            return Optional.of("“" + from + "” can't be called “" + to + "”: there is a file of that name already.");
        }
        if (wanted.get(move.keyTo()) > 1) {
            return Optional.of("“" + from + "” can't be called “" + to + "”: another file would be called so, too.");
        }
        if (move.clip().isPresent() && !leaving.contains(move.to()) && recorded.test(move.to())) {
            return Optional.of("“" + from + "” can't be called “" + to
                    + "”: the catalogue remembers a file of that name, which is away; forget that one first.");
        }
        return Optional.empty();
    }

    /** The stems of those who may move: as composed, or with a number where that was asked for and is needed. */
    private Map<Clip, String> stems(List<Candidate> candidates) {
        Map<Clip, String> stems = new HashMap<>();
        Map<String, List<Candidate>> same = new LinkedHashMap<>();
        List<Candidate> able = candidates.stream()
                .filter(c -> !problems.containsKey(c.clip()))
                .sorted(Comparator.comparing(c -> c.clip().path()))
                .toList();
        for (Candidate c : able) {
            stems.put(c.clip(), c.draft().stem());
            same.computeIfAbsent(FileNameRules.key(name(c, c.draft().stem())), key -> new ArrayList<>())
                    .add(c);
        }
        List<FileMove> leaving = able.stream().flatMap(c -> leaving(c).stream()).toList();
        Set<String> used = new HashSet<>(folder.takenBut(leaving));
        Set<String> takenByOthers = Set.copyOf(used);
        same.forEach((key, group) -> {
            if (!needsNumbers(group, takenByOthers.contains(key))) {
                used.add(key);
            }
        });
        same.forEach((key, group) -> {
            if (needsNumbers(group, takenByOthers.contains(key))) {
                number(group, used, stems);
            }
        });
        return stems;
    }

    private boolean needsNumbers(List<Candidate> group, boolean taken) {
        return group.get(0).draft().counted() || (options.numbered() && (group.size() > 1 || taken));
    }

    private static void number(List<Candidate> group, Set<String> used, Map<Clip, String> stems) {
        int number = 0;
        for (Candidate c : group) {
            String stem;
            do {
                stem = c.draft().numbered().apply(++number);
            } while (number < LAST_NUMBER && used.contains(FileNameRules.key(name(c, stem))));
            used.add(FileNameRules.key(name(c, stem)));
            stems.put(c.clip(), stem);
        }
    }

    private static List<FileMove> leaving(Candidate c) {
        List<FileMove> moves = new ArrayList<>();
        moves.add(new FileMove(
                Optional.of(c.clip().id()), c.clip().path(), c.clip().path()));
        c.companions().forEach(path -> moves.add(new FileMove(Optional.empty(), path, path)));
        return moves;
    }

    private static String name(Candidate c, String stem) {
        return stem + NameFields.extensionOf(c.clip().fileName());
    }

    private PlannedName planned(Candidate c, Optional<String> stem) {
        Optional<String> problem = Optional.ofNullable(problems.get(c.clip()));
        Optional<Path> target = Optional.empty();
        try {
            target = stem.or(() -> c.draft().fault().isPresent()
                            ? Optional.empty()
                            : Optional.of(c.draft().stem()))
                    .map(s -> c.clip().path().resolveSibling(name(c, s)));
        } catch (InvalidPathException e) {
            problem = problem.or(() -> Optional.of("“" + c.clip().fileName()
                    + "” can't get its new name: this system can't write some letter of it."));
            problems.putIfAbsent(c.clip(), problem.get());
        }
        Outcome outcome = problem.isPresent()
                ? Outcome.PROBLEM
                : isNow(c, target.orElseThrow()) ? Outcome.UNCHANGED : Outcome.RENAMED;
        return new PlannedName(c.clip(), target, c.draft().category(), c.companions(), outcome, problem);
    }

    private static boolean isNow(Candidate c, Path target) {
        return FileNameRules.sameComposed(
                c.clip().fileName(), target.getFileName().toString());
    }
}
