package app.earmark.cli;

import app.earmark.library.Guess;
import java.util.List;

/** A guess as JSON has it. */
record GuessView(String label, double score) {

    static List<GuessView> of(List<Guess> guesses) {
        return guesses.stream()
                .map(guess -> new GuessView(guess.label(), guess.score()))
                .toList();
    }
}
