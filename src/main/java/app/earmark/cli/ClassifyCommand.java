package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.FileExpansion;
import app.earmark.assembly.UnusableFile;
import app.earmark.library.ClipFailure;
import app.earmark.library.Embedding;
import app.earmark.tagging.Classifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Score any sound files against any words, without a catalogue.",
            "Prints every clip's cosine and probability for each label: for people on a terminal, as CSV into a file or"
                    + " pipe, as one JSON object with --json."
        })
final class ClassifyCommand extends EarmarkSubcommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Sound files, or folders of them.")
    private List<Path> paths;

    @Mixin
    private LabelOptions labels;

    @Mixin
    private ScoreSelection selection;

    @Option(names = "--csv", description = "Print CSV on a terminal too.")
    private boolean csv;

    ClassifyCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) throws Exception {
        List<String> wanted = labels.read();
        selection.check();
        paths.forEach(FileLookup::requireFile);
        ConsoleProgress progress = session.progress();
        FileExpansion expansion = FileExpansion.of(paths, progress);
        Classifier classifier = earmark.classifier(wanted);
        try (ScoreOutput output = ScoreOutput.open(session, classifier.labels(), csv)) {
            for (ClipFailure failure : expansion.failures()) {
                output.failure(failure);
            }
            classify(earmark, classifier, expansion.files(), output, progress);
            output.finish();
        }
        return progress.isCancelled() ? ExitCode.CANCELLED : ExitCode.DONE;
    }

    private void classify(
            Earmark earmark, Classifier classifier, List<Path> files, ScoreOutput output, ConsoleProgress progress)
            throws Exception {
        progress.phase("Listening", files.size());
        long failed = 0;
        try (ListeningAhead ahead = new ListeningAhead(earmark.vectorSource(), files)) {
            for (int i = 0; i < files.size() && !progress.isCancelled(); i++) {
                if (!print(ahead, classifier, output, progress)) {
                    failed++;
                }
                progress.advanced(i + 1L, failed);
            }
        }
        progress.clear();
    }

    private boolean print(ListeningAhead ahead, Classifier classifier, ScoreOutput output, ConsoleProgress progress)
            throws Exception {
        try {
            ListeningAhead.Heard heard = ahead.next();
            Optional<Embedding> embedding = heard.embedding();
            if (embedding.isPresent()) {
                output.clip(
                        heard.file(),
                        selection.of(classifier.classify(embedding.get().joint())));
                return true;
            }
            progress.clear();
            output.failure(new ClipFailure(
                    heard.file(), "SILENT", heard.file() + " holds only silence, so there is nothing to compare."));
        } catch (UnusableFile e) {
            progress.clear();
            output.failure(e.failure());
        }
        return false;
    }
}
