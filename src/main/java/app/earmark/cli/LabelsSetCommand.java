package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description =
                "Set when the model asserts labels of a taxonomy, and the sentences its prompts are put into. \"pack\""
                        + " leaves a number to the model pack.")
final class LabelsSetCommand extends LabelsEditCommand {

    @Parameters(paramLabel = "TAXONOMY")
    private String name;

    @Option(names = "--active", negatable = true, description = "Whether the model looks for its labels.")
    private Boolean active;

    @Option(names = "--threshold", paramLabel = "T|pack", description = "Least cosine, from -1 to 1.")
    private String threshold;

    @Option(names = "--top-k", paramLabel = "K|pack", description = "Most labels of it that one sound gets.")
    private String topK;

    @Option(
            names = "--margin",
            paramLabel = "M|pack",
            description = "How far below the sound's best label of it another may be, in cosine.")
    private String margin;

    @Option(
            names = "--template",
            paramLabel = "TEXT",
            description = "A sentence with {} in place of the prompt. May be repeated; an empty one removes them all.")
    private List<String> templates;

    LabelsSetCommand(Session session) {
        super(session);
    }

    @Override
    Change change(Earmark earmark) {
        Taxonomy before = require(earmark, name);
        AssertionRule rule = new AssertionRule(
                number("--threshold", threshold, before.rule().threshold()),
                whole(topK, before.rule().topK()),
                number("--margin", margin, before.rule().margin()));
        return new Change(
                Optional.of(before),
                Optional.of(new Taxonomy(
                        before.name(),
                        active == null ? before.active() : active,
                        rule,
                        templates == null
                                ? before.templates()
                                : templates.stream()
                                        .map(String::strip)
                                        .filter(text -> !text.isEmpty())
                                        .toList(),
                        before.labels())));
    }

    private static OptionalDouble number(String option, String text, OptionalDouble before) {
        if (text == null) {
            return before;
        }
        try {
            return text.equalsIgnoreCase("pack") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new CommandFailure(ExitCode.USAGE, option + " takes a number such as 0.4, or pack.");
        }
    }

    private static OptionalInt whole(String text, OptionalInt before) {
        if (text == null) {
            return before;
        }
        try {
            return text.equalsIgnoreCase("pack") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new CommandFailure(ExitCode.USAGE, "--top-k takes a whole number such as 3, or pack.");
        }
    }
}
