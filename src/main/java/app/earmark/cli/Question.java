package app.earmark.cli;

import java.util.Locale;

/** Asks the person at the terminal; where nobody can answer, the answer is no. */
final class Question {

    private Question() {}

    static boolean ask(Console console, String question) {
        java.io.Console terminal = System.console();
        if (!console.live() || terminal == null) {
            return false;
        }
        console.err().print(Printable.of(question) + " [y/N] ");
        console.err().flush();
        String answer = terminal.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
