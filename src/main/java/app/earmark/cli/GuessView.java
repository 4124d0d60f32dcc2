package app.earmark.cli;

import app.earmark.library.Guess;
import java.util.List;
import java.util.OptionalDouble;

/** A guess as JSON has it; without a {@code probability} where there is none. */
record GuessView(String label, double score, OptionalDouble probability) {

    static List<GuessView> of(List<Guess> guesses) {
        return guesses.stream()
                .map(guess -> new GuessView(guess.label(), guess.score(), guess.probability()))
                .toList();
    }
}
