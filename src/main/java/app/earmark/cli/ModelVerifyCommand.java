package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.PackVerification;
import app.earmark.modelhub.ShelvedPack;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Read model packs through and compare every file with its digest.")
final class ModelVerifyCommand extends EarmarkSubcommand {

    @Parameters(arity = "0..*", paramLabel = "PACK", description = "Without any, all of them.")
    private List<String> words = List.of();

    ModelVerifyCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Verified(List<Result> packs, List<String> unusable) {}

    record Result(String pack, boolean whole, int files, List<String> damaged, List<String> missing) {}

    @Override
    int run(Earmark earmark) throws Exception {
        PackShelf.Contents contents = earmark.packs().contents();
        PackLookup lookup = new PackLookup(earmark.packs());
        List<ShelvedPack> packs = words.isEmpty()
                ? contents.packs()
                : words.stream().map(lookup::find).toList();
        List<String> unusable = words.isEmpty()
                ? contents.unusable().stream()
                        .map(PackShelf.UnusableFolder::why)
                        .toList()
                : List.of();
        ConsoleProgress progress = session.progress();
        List<Result> results = new ArrayList<>();
        for (ShelvedPack pack : packs) {
            PackVerification found = PackVerification.of(pack, progress);
            progress.clear();
            Result result =
                    new Result(PackLookup.name(pack), found.isWhole(), found.files(), found.damaged(), found.missing());
            results.add(result);
            if (!session.json()) {
                session.console().wholeLine(describe(result));
            }
        }
        if (session.json()) {
            session.printJson(new Verified(results, unusable));
        }
        unusable.forEach(session.console()::say);
        boolean allWhole = unusable.isEmpty() && results.stream().allMatch(Result::whole);
        if (!allWhole) {
            session.console().say("Get or import what is damaged again; that replaces it.");
        }
        return allWhole ? ExitCode.DONE : ExitCode.COULD_NOT;
    }

    private static String describe(Result result) {
        String name = Printable.pad(result.pack(), 40) + "  ";
        if (result.whole()) {
            return name + "whole, " + Words.count(result.files(), "file", "files");
        }
        List<String> parts = new ArrayList<>();
        if (!result.damaged().isEmpty()) {
            parts.add("damaged: " + String.join(", ", result.damaged()));
        }
        if (!result.missing().isEmpty()) {
            parts.add("missing: " + String.join(", ", result.missing()));
        }
        return name + String.join("; ", parts);
    }
}
