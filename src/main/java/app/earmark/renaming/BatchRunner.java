package app.earmark.renaming;

import app.earmark.progress.Progress;
import app.earmark.renaming.BatchFile.End;
import app.earmark.renaming.MoveGroup.Step;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renames files. Of a group that can't be finished, what was done is put back. Where the work is killed, at most one group
 * is half done; {@link BatchState} finds out how far.
 */
final class BatchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    private final Mover mover;

    BatchRunner() {
        this((from, to) -> Files.move(from, to)); // without REPLACE_EXISTING: a file that is in the way stays
    }

    BatchRunner(Mover mover) {
        this.mover = mover;
    }

    /** The one thing that this asks of the file system. */
    @FunctionalInterface
    interface Mover {
        void move(Path from, Path to) throws IOException;
    }

    /**
     * @param done moves that happened
     * @param left a sentence for each file that stayed
     */
    record Moved(List<FileMove> done, Map<Path, String> left, boolean cancelled) {}

    /** Carries out what has not ended yet. Where it is cancelled, groups that were not begun are as if never planned. */
    Moved run(BatchFile file, BatchState state, Progress progress) throws IOException {
        List<MoveGroup> groups = state.batch().groups();
        List<FileMove> done = new ArrayList<>();
        Map<Path, String> left = new LinkedHashMap<>();
        boolean cancelled = false;
        for (int g = 0; g < groups.size(); g++) {
            MoveGroup group = groups.get(g);
            int taken = state.taken(g);
            if (state.ends().get(g) == End.DONE) {
                done.addAll(group.moves());
            } else if (state.ends().get(g) == null) {
                cancelled |= progress.isCancelled();
                if (cancelled && taken == 0) {
                    continue;
                }
                Optional<String> fault = finish(file, g, group, taken);
                file.ended(g, fault.isEmpty() ? End.DONE : End.LEFT);
                if (fault.isEmpty()) {
                    done.addAll(group.moves());
                } else {
                    named(group).forEach(move -> left.put(move.from(), fault.get()));
                }
            }
            progress.advanced(g + 1, left.size());
        }
        return new Moved(done, left, cancelled);
    }

    /** Puts back what was done of an interrupted batch; the sentences are about files that could not be. */
    Map<Path, String> putBack(BatchFile file, BatchState state, Progress progress) throws IOException {
        Map<Path, String> left = new LinkedHashMap<>();
        List<Integer> begun = new ArrayList<>(state.begun());
        Collections.reverse(begun);
        progress.phase("Renaming", begun.size());
        int done = 0;
        for (int g : begun) {
            MoveGroup group = state.batch().groups().get(g);
            int taken = state.taken(g);
            file.taken(g, taken, group.ring());
            back(file, g, group, taken)
                    .ifPresent(sentence -> named(group).forEach(move -> left.put(move.to(), sentence)));
            progress.advanced(++done, left.size());
        }
        return left;
    }

    /** Whom a sentence about a group is about: its sounds, or what only belongs to one. */
    private static List<FileMove> named(MoveGroup group) {
        List<FileMove> sounds =
                group.moves().stream().filter(move -> move.clip().isPresent()).toList();
        return sounds.isEmpty() ? group.moves() : sounds;
    }

    private Optional<String> finish(BatchFile file, int g, MoveGroup group, int taken) throws IOException {
        for (int s = taken; s < group.steps().size(); s++) {
            Optional<String> fault = fault(group.steps().get(s));
            if (fault.isPresent()) {
                return Optional.of(back(file, g, group, s)
                        .map(stuck -> fault.get() + " " + stuck)
                        .orElse(fault.get()));
            }
            if (group.steps().size() > 1) {
                file.taken(g, s + 1, group.ring());
            }
        }
        return Optional.empty();
    }

    private Optional<String> back(BatchFile file, int g, MoveGroup group, int taken) throws IOException {
        for (int s = taken; s > 0; s--) {
            Optional<String> fault = fault(group.steps().get(s - 1).reversed());
            if (fault.isPresent()) {
                return fault;
            }
            file.taken(g, s - 1, group.ring());
        }
        return Optional.empty();
    }

    private Optional<String> fault(Step step) {
        try {
            move(step);
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            LOG.warn("not renamed: {} → {}", step.from(), step.to(), e);
            return Optional.of(sentence(step, e));
        }
    }

    private void move(Step step) throws IOException {
        if (BatchState.there(step.to())) {
            throw new FileAlreadyExistsException(step.to().toString());
        }
        mover.move(step.from(), step.to());
    }

    private static String sentence(Step step, Exception e) {
        String name = "“" + step.from().getFileName() + "”";
        if (e instanceof FileAlreadyExistsException) {
            return name + " was left alone: there is a file called “"
                    + step.to().getFileName() + "” by now.";
        }
        if (e instanceof NoSuchFileException) {
            return name + " was left alone: it is no longer there; scan its folder again.";
        }
        if (e instanceof AccessDeniedException || e instanceof SecurityException) {
            return name + " was left alone: the folder " + step.from().getParent()
                    + " lets nothing be renamed in it, or" + " another program holds the file.";
        }
        return name + " was left alone: the disk refused its new name. Try a shorter or plainer one.";
    }
}
