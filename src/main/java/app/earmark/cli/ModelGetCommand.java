package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.modelhub.KnownModel;
import app.earmark.modelhub.KnownModels;
import app.earmark.modelhub.ModelFetcher;
import app.earmark.modelhub.ShelvedPack;
import app.earmark.modelhub.WeightPrecision;
import app.earmark.modelhub.download.RepositoryId;
import app.earmark.modelhub.download.Revision;
import app.earmark.progress.CancelledWork;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Download a model. Ctrl-C keeps what has arrived; the same command goes on from there.")
final class ModelGetCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "MODEL", description = "Its name on the hub, such as Xenova/clap-htsat-unfused.")
    private String model;

    @Option(names = "--precision", paramLabel = "P", description = "fp32, fp16 or int8.")
    private WeightPrecision precision;

    @Option(names = "--revision", paramLabel = "COMMIT", description = "A commit, branch or tag.")
    private String revision;

    @Option(names = "--use", description = "Put it to use at once.")
    private boolean use;

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask.")
    private boolean yes;

    ModelGetCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) throws Exception {
        RepositoryId repository = repository();
        refuseWhatIsWarnedOf(repository);
        ConsoleProgress progress = session.progress();
        try {
            ShelvedPack pack = earmark.models()
                    .get(new ModelFetcher.Order(repository, revision(), Optional.ofNullable(precision)), progress);
            progress.clear();
            return new Arrival(session, earmark).report(pack, use);
        } catch (CancelledWork e) {
            progress.clear();
            throw new CommandFailure(
                    ExitCode.CANCELLED, "Stopped; the same command goes on from where this one stopped.");
        }
    }

    private RepositoryId repository() {
        try {
            return RepositoryId.parse(model);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "\"" + model
                            + "\" is no model's name on the hub, such as Xenova/clap-htsat-unfused; for a folder or"
                            + " zip there is: earmark model import");
        }
    }

    private Optional<Revision> revision() {
        try {
            return Optional.ofNullable(revision).map(Revision::new);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "\"" + revision + "\" is no commit, branch or tag.");
        }
    }

    private void refuseWhatIsWarnedOf(RepositoryId repository) {
        Optional<String> warning = KnownModels.load().find(repository).flatMap(KnownModel::warning);
        if (warning.isPresent()) {
            session.console().say(warning.get());
            if (!yes && !Question.ask(session.console(), "Get it all the same?")) {
                throw new CommandFailure(
                        ExitCode.NEEDS_CONFIRMATION, warning.get() + " To get it all the same, add --yes.");
            }
        }
    }
}
