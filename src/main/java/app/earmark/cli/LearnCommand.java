package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.embed.EncoderFailure;
import app.earmark.learning.Calibrator;
import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.teaching.CatalogueTeaching;
import app.earmark.teaching.LabelReport;
import app.earmark.teaching.Lesson;
import app.earmark.teaching.Proposal;
import app.earmark.teaching.TaughtLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a label from what was confirmed and rejected. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description = "Learn a label from the clips you confirmed and rejected, and tag the other sounds by it.")
final class LearnCommand extends EarmarkSubcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "LABEL", description = "A CatID or a label of your own.")
    private String label;

    @ArgGroup
    private Instead instead = new Instead();

    /** What to do instead of learning. */
    static final class Instead {
        @Option(names = "--propose", paramLabel = "N", description = "Name N clips worth confirming or rejecting next.")
        Integer propose;

        @Option(
                names = "--status",
                description = "Show what is learnt, with its versions; without LABEL, of all labels.")
        boolean status;

        @Option(names = "--remove", description = "Forget what was learnt; what you said stays.")
        boolean remove;

        @Option(names = "--restore", paramLabel = "VERSION", description = "Let an earlier version count again.")
        Integer restore;

        @Option(names = "--report", description = "How often each label is right, by what you said.")
        boolean report;
    }

    LearnCommand(Session session) {
        super(session);
    }

    /** What is known of a label; {@code lesson} is null where the model's own rule decides. */
    record Taught(String label, int confirmed, int rejected, LessonView lesson, List<LessonView> versions) {}

    record LessonView(
            int version,
            String at,
            int confirmed,
            int rejected,
            int background,
            String calibration,
            Double averagePrecision,
            Double similarityAveragePrecision) {
        static LessonView of(Lesson lesson) {
            return new LessonView(
                    lesson.version(),
                    lesson.at().toString(),
                    lesson.confirmed(),
                    lesson.rejected(),
                    lesson.background(),
                    lesson.calibration().name().toLowerCase(Locale.ROOT),
                    known(lesson.averagePrecision()),
                    known(lesson.zeroShotAveragePrecision()));
        }
    }

    record Proposals(String label, List<ProposalView> proposals) {}

    record ProposalView(Path path, String reason, Double similarity, Double probability, List<Path> alike) {}

    record Statuses(List<Taught> labels) {}

    record Reports(List<ReportView> labels) {}

    record ReportView(
            String label,
            int confirmed,
            int rejected,
            int asserted,
            int right,
            Double precision,
            Double recall,
            Double averagePrecision,
            Double threshold,
            Double suggestedThreshold,
            Double expectedCalibrationError,
            boolean enough) {}

    @Override
    Access access() {
        return instead.propose != null || instead.status || instead.report ? Access.READ : Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) throws EncoderFailure, CancelledWork {
        CatalogueTeaching teaching = earmark.teaching();
        if (instead.report) {
            report(teaching);
        } else if (instead.status) {
            status(earmark, teaching);
        } else {
            String which = required(earmark);
            if (instead.propose != null) {
                propose(earmark, teaching, which);
            } else {
                change(teaching, which);
            }
        }
        return ExitCode.DONE;
    }

    private String required(Earmark earmark) {
        if (label == null || label.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "Which label? For example: earmark learn rain");
        }
        return earmark.ucs().labelFor(label);
    }

    private void change(CatalogueTeaching teaching, String which) throws EncoderFailure, CancelledWork {
        ConsoleProgress progress = session.progress();
        TaughtLabel taught;
        try {
            taught = instead.remove
                    ? teaching.remove(which, progress)
                    : instead.restore != null
                            ? teaching.restore(which, instead.restore, progress)
                            : teaching.learn(which, progress);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.notFound("Nothing was learnt of “" + which + "” as version " + instead.restore
                    + "; see: earmark learn " + which + " --status");
        } finally {
            progress.clear();
        }
        if (taught.lesson().isEmpty() && !instead.remove) {
            throw new CommandFailure(ExitCode.COULD_NOT, tooLittle(taught));
        }
        if (session.json()) {
            session.printJson(view(teaching, taught));
        } else {
            session.console().line(sentence(taught));
        }
    }

    private static String tooLittle(TaughtLabel taught) {
        return taught.confirmationsMissing() > 0
                ? "To learn “" + taught.label() + "”, confirm it for " + taught.confirmationsMissing()
                        + " more clips; candidates: earmark learn " + taught.label() + " --propose 10"
                : "The clips that “" + taught.label() + "” was confirmed for have no vectors yet; listen to them with: "
                        + "earmark scan";
    }

    private void status(Earmark earmark, CatalogueTeaching teaching) throws EncoderFailure {
        List<TaughtLabel> labels = label == null ? teaching.labels() : List.of(teaching.label(required(earmark)));
        if (session.json()) {
            List<Taught> views = new ArrayList<>();
            for (TaughtLabel taught : labels) {
                views.add(view(teaching, taught));
            }
            session.printJson(new Statuses(views));
            return;
        }
        for (TaughtLabel taught : labels) {
            session.console().line(sentence(taught));
            if (label != null) {
                for (Lesson lesson : teaching.lessons(taught.label())) {
                    session.console()
                            .line("  version " + lesson.version() + "  " + lesson.at() + "  " + lesson.confirmed()
                                    + " confirmed, " + lesson.rejected() + " rejected");
                }
            }
        }
    }

    private static Taught view(CatalogueTeaching teaching, TaughtLabel taught) throws EncoderFailure {
        return new Taught(
                taught.label(),
                taught.evidence().confirmed(),
                taught.evidence().rejected(),
                taught.lesson().map(LessonView::of).orElse(null),
                teaching.lessons(taught.label()).stream().map(LessonView::of).toList());
    }

    private static String sentence(TaughtLabel taught) {
        String said = taught.label() + ": " + taught.evidence().confirmed() + " confirmed, "
                + taught.evidence().rejected() + " rejected; ";
        return said
                + (taught.lesson().isEmpty()
                        ? "nothing learnt, the model's own rule decides"
                        : taught.calibrated()
                                ? "learnt, tags by probability"
                                : untold(taught.lesson().get()));
    }

    private static String untold(Lesson lesson) {
        return Math.min(lesson.confirmed(), lesson.rejected()) < Calibrator.LEAST
                ? "learnt for proposals; tags need " + Calibrator.LEAST + " confirmed and " + Calibrator.LEAST
                        + " rejected clips"
                : "learnt for proposals; the model can't yet tell confirmed from rejected clips well enough for tags";
    }

    private void propose(Earmark earmark, CatalogueTeaching teaching, String which) throws EncoderFailure {
        if (instead.propose < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--propose takes a number from 1 up.");
        }
        List<Proposal> proposals = teaching.proposals(which, instead.propose);
        List<ClipId> ids = proposals.stream()
                .flatMap(p -> Stream.concat(Stream.of(p.clip()), p.alike().stream()))
                .toList();
        Map<ClipId, Clip> clips = earmark.clips().findAll(ids);
        List<ProposalView> views = proposals.stream()
                .filter(p -> clips.containsKey(p.clip()))
                .map(p -> new ProposalView(
                        clips.get(p.clip()).path(),
                        p.reason().name().toLowerCase(Locale.ROOT),
                        known(p.similarity()),
                        known(p.probability()),
                        p.alike().stream()
                                .filter(clips::containsKey)
                                .map(id -> clips.get(id).path())
                                .toList()))
                .toList();
        if (session.json()) {
            session.printJson(new Proposals(which, views));
            return;
        }
        views.forEach(view -> session.console()
                .line(Printable.pad(view.reason(), 10)
                        + Printable.pad(number(view.probability() != null ? view.probability() : view.similarity()), 7)
                        + view.path()));
    }

    private void report(CatalogueTeaching teaching) throws EncoderFailure, CancelledWork {
        ConsoleProgress progress = session.progress();
        List<LabelReport> reports;
        try {
            reports = teaching.report(progress);
        } finally {
            progress.clear();
        }
        if (session.json()) {
            session.printJson(
                    new Reports(reports.stream().map(LearnCommand::view).toList()));
            return;
        }
        session.console().line("label                   confirmed rejected precision recall  threshold");
        for (LabelReport report : reports) {
            session.console()
                    .line((Printable.pad(report.label().label(), 24)
                                    + Printable.pad(
                                            "" + report.label().evidence().confirmed(), 10)
                                    + Printable.pad(
                                            "" + report.label().evidence().rejected(), 9)
                                    + Printable.pad(number(known(report.precision())), 10)
                                    + Printable.pad(number(known(report.recall())), 8)
                                    + (report.enough() ? number(known(report.suggestedThreshold())) : "too few to say"))
                            .stripTrailing());
        }
    }

    private static ReportView view(LabelReport report) {
        return new ReportView(
                report.label().label(),
                report.label().evidence().confirmed(),
                report.label().evidence().rejected(),
                report.asserted(),
                report.right(),
                known(report.precision()),
                known(report.recall()),
                known(report.averagePrecision()),
                known(report.threshold()),
                known(report.suggestedThreshold()),
                known(report.expectedCalibrationError()),
                report.enough());
    }

    /** Null where a number is not known yet, as in every command's JSON. */
    private static Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String number(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
