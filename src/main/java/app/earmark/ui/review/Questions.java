package app.earmark.ui.review;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ui.tags.ModelScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds what to ask about clips: of each, the label nearest to where the model's yes begins. That is a probability of one
 * half where there are probabilities, and else halfway between the weakest tag and the strongest guess of the label.
 */
final class Questions {

    private static final int PAGE = 1_000;

    private Questions() {}

    /**
     * Reads the catalogue, so not for the window's thread.
     *
     * @param about only this label; empty for any
     * @return least sure first; none about clips of which a person, their file or their name says what they are, unless a
     *     label is asked for
     */
    static List<Question> find(
            ClipCatalog clips, List<ClipId> among, Optional<String> about, int most, Progress progress)
            throws CancelledWork {
        List<Claim> claims = new ArrayList<>();
        for (int from = 0; from < among.size(); from += PAGE) {
            progress.throwIfCancelled();
            List<ClipId> page = among.subList(from, Math.min(among.size(), from + PAGE));
            clips.tagsOf(page).forEach((clip, tags) -> claims.addAll(claims(clip, tags, about)));
        }
        Map<String, Line> lines = lines(claims);
        Map<ClipId, Claim> unsurest = new HashMap<>();
        Comparator<Claim> byDoubt = Comparator.comparingDouble(claim -> claim.doubt(lines));
        claims.forEach(claim ->
                unsurest.merge(claim.clip(), claim, (one, other) -> byDoubt.compare(one, other) <= 0 ? one : other));
        List<Claim> asked = unsurest.values().stream()
                .sorted(byDoubt.thenComparing(claim -> claim.clip().value()))
                .limit(most)
                .toList();
        Map<ClipId, Clip> found = clips.findAll(asked.stream().map(Claim::clip).toList());
        return asked.stream()
                .filter(claim -> found.containsKey(claim.clip())
                        && !found.get(claim.clip()).offline())
                .map(claim -> claim.question(found.get(claim.clip()), claim.doubt(lines)))
                .toList();
    }

    private static List<Claim> claims(ClipId clip, ClipTags tags, Optional<String> about) {
        boolean told = tags.tags().stream().anyMatch(tag -> tag.source() != TagSource.MODEL);
        if (told && about.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        tags.tags().stream()
                .filter(tag -> tag.source() == TagSource.MODEL && meant(tag.label(), about))
                .forEach(tag -> claims.add(
                        new Claim(clip, tags, tag.label(), tag.name(), true, tag.score(), tag.probability())));
        tags.guesses().stream()
                .filter(guess -> meant(guess.label(), about))
                .limit(claims.isEmpty() ? 1 : 0) // what the model stands by is asked before what it guesses
                .forEach(guess -> claims.add(new Claim(
                        clip,
                        tags,
                        guess.label(),
                        guess.name(),
                        false,
                        OptionalDouble.of(guess.score()),
                        guess.probability())));
        return claims;
    }

    private static boolean meant(String label, Optional<String> about) {
        return about.isEmpty() || TagPrecedence.keyOf(label).equals(TagPrecedence.keyOf(about.get()));
    }

    private static Map<String, Line> lines(List<Claim> claims) {
        Map<String, Line> lines = new HashMap<>();
        for (Claim claim : claims) {
            if (claim.score().isPresent()) {
                lines.computeIfAbsent("", key -> new Line()).add(claim);
                lines.computeIfAbsent(claim.label(), key -> new Line()).add(claim);
            }
        }
        return lines;
    }

    /** Where the model's yes begins, seen from both sides. */
    private static final class Line {
        private double weakestTag = Double.NaN;
        private double strongestGuess = Double.NaN;

        void add(Claim claim) {
            double score = claim.score().getAsDouble();
            if (claim.asserted()) {
                weakestTag = Double.isNaN(weakestTag) ? score : Math.min(weakestTag, score);
            } else {
                strongestGuess = Double.isNaN(strongestGuess) ? score : Math.max(strongestGuess, score);
            }
        }

        boolean bothSides() {
            return !Double.isNaN(weakestTag) && !Double.isNaN(strongestGuess);
        }

        double at() {
            if (bothSides()) {
                return (weakestTag + strongestGuess) / 2;
            }
            return Double.isNaN(weakestTag) ? strongestGuess : weakestTag;
        }
    }

    private record Claim(
            ClipId clip,
            ClipTags tags,
            String label,
            String name,
            boolean asserted,
            OptionalDouble score,
            OptionalDouble probability) {

        double doubt(Map<String, Line> lines) {
            if (probability.isPresent()) {
                return Math.abs(probability.getAsDouble() - 0.5);
            }
            if (score.isEmpty()) {
                return 0.5;
            }
            Line own = lines.get(label);
            return Math.abs(score.getAsDouble() - (own.bothSides() ? own : lines.get("")).at());
        }

        Question question(Clip of, double doubt) {
            String remark =
                    asserted ? "The model says so. " : "The model guesses it, but is not sure enough to say so. ";
            return new Question(of, tags, label, name, remark + ModelScore.sentence(score, probability), doubt);
        }
    }
}
