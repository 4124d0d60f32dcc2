package app.earmark.assembly.health;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.Heard;
import app.earmark.assembly.SampleSounds;
import app.earmark.assembly.health.Check.NotWell;
import app.earmark.assembly.health.Finding.Level;
import app.earmark.library.CatalogueCondition;
import app.earmark.library.CatalogueCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Catalogue, decoder, model. */
final class WorkChecks {

    private static final String NATIVES =
            "Earmark has natives for 64-bit Linux, Windows and macOS; use one of those, or a build made for your system.";

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final Earmark earmark;

    WorkChecks(Earmark earmark) {
        this.earmark = earmark;
    }

    List<Check> all() {
        return List.of(
                new Check(
                        "Catalogue",
                        "holds what Earmark knows of your sounds",
                        Level.MISSING,
                        "Follow what the sentence says; or name another file with --catalogue.",
                        this::catalogue),
                new Check(
                        "Catalogue's file",
                        "what is damaged can't be read, and is lost",
                        Level.MISSING,
                        "Put a backup in its place; or export what can be read, move the file away, and scan again.",
                        this::integrity),
                new Check("FFmpeg", "decodes sound files", Level.MISSING, NATIVES, this::decoder),
                new Check(
                        "Model pack",
                        "listens to sounds and understands descriptions",
                        Level.MISSING,
                        "Install Earmark again: its files are damaged.",
                        this::pack),
                new Check(
                        "ONNX Runtime, text",
                        "turns descriptions into vectors, with its tokenizer",
                        Level.MISSING,
                        NATIVES,
                        this::text),
                new Check("ONNX Runtime, sound", "turns sounds into vectors", Level.MISSING, NATIVES, this::sound));
    }

    private String catalogue() throws IOException {
        Path file = earmark.file();
        if (!Files.exists(file)) {
            return file + " does not exist yet; the first scan makes it";
        }
        CatalogueCounts counts = earmark.clips().counts();
        return String.format(
                Locale.ROOT,
                "%s, %.1f MB, %,d clips, %,d listened to",
                file,
                Files.size(file) / 1e6,
                counts.clips(),
                counts.listened());
    }

    private String integrity() throws NotWell {
        if (!Files.exists(earmark.file())) {
            return "does not exist yet";
        }
        CatalogueCondition condition = earmark.condition(LONGEST_LOOK);
        String version = "schema version " + condition.schemaVersion() + ", ";
        if (condition.problem().isPresent()) {
            throw new NotWell(version + "damaged: " + condition.problem().get());
        }
        return version
                + (condition.whole().isPresent() ? "whole" : "not looked through: that would take too long here");
    }

    private String decoder() throws Exception {
        return onSample(".opus", sample -> "decodes " + earmark.probe(sample).codec());
    }

    private String pack() throws Exception {
        var description = earmark.pack().description();
        return description.packId() + ", " + description.name();
    }

    private String text() throws Exception {
        return "a description becomes " + earmark.pack().text().encode("a door creaks").length + " numbers";
    }

    private String sound() throws Exception {
        return onSample(".flac", sample -> {
            Heard heard = earmark.listener().listen(sample);
            return "a sound becomes "
                    + heard.embedding()
                            .orElseThrow(() -> new NotWell("a sample sound was taken for silence"))
                            .acoustic()
                            .length
                    + " numbers";
        });
    }

    private interface OnFile {
        String apply(Path file) throws Exception;
    }

    private static String onSample(String extension, OnFile work) throws Exception {
        Path folder = Files.createTempDirectory("earmark-doctor");
        try {
            SampleSounds.Sample sample = SampleSounds.list().stream()
                    .filter(s -> s.file().endsWith(extension))
                    .findFirst()
                    .orElseThrow(() -> new NotWell("the program lacks its sample sounds"));
            return work.apply(SampleSounds.unpackTo(folder, sample));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
