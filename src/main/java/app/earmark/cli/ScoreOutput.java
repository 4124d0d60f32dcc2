package app.earmark.cli;

import app.earmark.export.ScoreSheet;
import app.earmark.library.ClipFailure;
import app.earmark.tagging.LabelScore;
import com.google.gson.stream.JsonWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the clip × label matrix, row by row as it is made: as one JSON object, as CSV, or for people. */
interface ScoreOutput extends Closeable {

    void clip(Path path, List<LabelScore> scores) throws IOException;

    void failure(ClipFailure failure) throws IOException;

    /** To be called once all is printed, and not when the command ended early. */
    default void finish() throws IOException {}

    static ScoreOutput open(Session session, List<String> labels, boolean csv) throws IOException {
        if (session.json()) {
            return new AsJson(session, labels);
        }
        return csv || session.console().width().isEmpty()
                ? new AsCsv(session.console())
                : new ForPeople(session.console());
    }

    /** {@code {"labels", "results": [{"path", "scores"}], "failures"}}. */
    final class AsJson implements ScoreOutput {
        private final Console console;
        private final StreamedObject object;
        private final JsonWriter json;
        private boolean finished;
        private final List<ClipFailure> failures = new java.util.ArrayList<>();

        private record Row(Path path, List<LabelScore> scores) {}

        AsJson(Session session, List<String> labels) throws IOException {
            console = session.console();
            object = session.beginJson();
            json = object.json();
            json.name("labels");
            Json.write(labels, json);
            json.name("results").beginArray();
        }

        @Override
        public void clip(Path path, List<LabelScore> scores) {
            Json.write(new Row(path, scores), json);
        }

        @Override
        public void failure(ClipFailure failure) {
            console.say(failure.messageWithFolder());
            failures.add(failure);
        }

        @Override
        public void finish() {
            finished = true;
        }

        /** An unfinished object stays open for what ended it. */
        @Override
        public void close() throws IOException {
            json.endArray().name("failures");
            Json.write(failures, json);
            if (finished) {
                object.end();
            }
        }
    }

    /** A row for each pair of clip and label. */
    final class AsCsv implements ScoreOutput {
        private final Console console;
        private final ScoreSheet sheet;

        AsCsv(Console console) {
            this.console = console;
            sheet = new ScoreSheet(keptOpen(console.out()));
        }

        @Override
        public void clip(Path path, List<LabelScore> scores) {
            scores.forEach(score -> sheet.row(path, score.label(), score.similarity(), score.probability()));
        }

        @Override
        public void failure(ClipFailure failure) {
            console.say(failure.messageWithFolder());
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }

        private static OutputStream keptOpen(OutputStream stream) {
            return new FilterOutputStream(stream) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            };
        }
    }

    /** A clip's path, and below it its labels, best first. */
    final class ForPeople implements ScoreOutput {
        private final Console console;

        ForPeople(Console console) {
            this.console = console;
        }

        @Override
        public void clip(Path path, List<LabelScore> scores) {
            console.wholeLine(path.toString());
            scores.stream()
                    .sorted(java.util.Comparator.comparingDouble(LabelScore::similarity)
                            .reversed())
                    .forEach(score -> console.line(String.format(
                            Locale.ROOT,
                            "  %5.1f %%  %6.3f  %s",
                            100 * score.probability(),
                            score.similarity(),
                            score.label())));
        }

        @Override
        public void failure(ClipFailure failure) {
            console.say(failure.messageWithFolder());
        }

        @Override
        public void close() {
            console.out().flush();
        }
    }
}
