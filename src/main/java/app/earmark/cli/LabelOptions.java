package app.earmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The words to compare clips with. */
final class LabelOptions {

    @Option(
            names = "--labels",
            paramLabel = "LABELS",
            description = "Labels separated by commas, such as \"sword clang,crowd roar\". May be repeated.")
    private List<String> labels = List.of();

    @Option(
            names = "--labels-file",
            paramLabel = "FILE",
            description =
                    "A UTF-8 text file with a label a line, which may hold commas; lines that begin with # are comments.")
    private Path file;

    List<String> read() {
        Set<String> all = new LinkedHashSet<>();
        labels.stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .forEach(all::add);
        if (file != null) {
            lines().map(String::strip).filter(line -> !line.startsWith("#")).forEach(all::add);
        }
        all.remove("");
        if (all.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Name the labels to compare with: --labels \"sword clang,crowd roar\"");
        }
        return List.copyOf(all);
    }

    private Stream<String> lines() {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines();
        } catch (NoSuchFileException e) {
            throw CommandFailure.notFound("There is no file " + FileLookup.absolute(file) + ".");
        } catch (IOException e) {
            throw CommandFailure.couldNot("The labels in " + FileLookup.absolute(file) + " can't be read.");
        }
    }
}
