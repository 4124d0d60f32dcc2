package app.earmark.taxonomies;

import app.earmark.library.Taxonomy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Taxonomies as files that people edit: CSV (RFC 4180, as spreadsheets write it) or YAML 1.2, by the name's ending. What is
 * written and read again is the same taxonomy.
 */
public final class TaxonomyFile {

    /** Far more than any list of labels; anything beyond is another kind of file. */
    private static final long MOST_BYTES = 16L << 20;

    private TaxonomyFile() {}

    /**
     * @throws UnusableTaxonomy if there is no such file, or a line of it is wrong
     */
    public static Taxonomy read(Path file) throws UnusableTaxonomy {
        Format format = Format.of(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnusableTaxonomy(file + " is too large for a list of labels.");
            }
            return format.read(FileText.decode(Files.readAllBytes(file)), stem(file));
        } catch (WrongLine e) {
            throw new UnusableTaxonomy(file + (e.line() > 0 ? ", line " + e.line() : "") + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UnusableTaxonomy("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new UnusableTaxonomy(file + " can't be read: " + reason(e) + ".", e);
        }
    }

    /**
     * Replaces the file if there is one; it is written whole or not at all.
     *
     * @throws UnusableTaxonomy if it can't be written
     */
    public static void write(Taxonomy taxonomy, Path file) throws UnusableTaxonomy {
        String text = Format.of(file).write(taxonomy);
        Path target = file.toAbsolutePath();
        try {
            Path fresh = Files.createTempFile(target.getParent(), ".taxonomy", ".part");
            try {
                Files.writeString(fresh, text, StandardCharsets.UTF_8);
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UnusableTaxonomy(file + " can't be written: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission is missing";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    private enum Format {
        CSV {
            @Override
            Taxonomy read(String text, String name) throws WrongLine {
                return TaxonomyCsv.read(text, name);
            }

            @Override
            String write(Taxonomy taxonomy) {
                return TaxonomyCsv.write(taxonomy);
            }
        },
        YAML {
            @Override
            Taxonomy read(String text, String name) throws WrongLine {
                return TaxonomyYaml.read(text, name);
            }

            @Override
            String write(Taxonomy taxonomy) {
                return TaxonomyYaml.write(taxonomy);
            }
        };

        /** @param name of the taxonomy where the file gives none */
        abstract Taxonomy read(String text, String name) throws WrongLine;

        abstract String write(Taxonomy taxonomy);

        static Format of(Path file) throws UnusableTaxonomy {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".csv")) {
                return CSV;
            }
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return YAML;
            }
            throw new UnusableTaxonomy(file + ": a taxonomy is a file whose name ends in .csv, .yaml or .yml.");
        }
    }
}
