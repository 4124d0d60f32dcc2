package app.earmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.earmark.library.ClipFields;
import app.earmark.metadata.write.MetadataBackup;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.metadata.write.MetadataWriter;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Earmark writes, read by programs of others. Each test is skipped, and says so, where its program is missing. */
class RealReadersIT {

    private static final UcsTable TABLE = UcsTable.load();
    private static final String TEXT = "Tür knarrt & ächzt <laut>";
    private static final ClipFields FIELDS = new ClipFields(
            Map.of("Description", TEXT, "CatID", "DOORWood", "FXName", "Old Door", "Keywords", "door, creak"));

    @TempDir
    Path folder;

    private Path wav;

    @BeforeEach
    void writeAWav() throws IOException {
        wav = written(RiffBytes.sound().write(folder.resolve("door.wav")));
    }

    @Test
    void exiftoolReadsBextAndInfo() throws Exception {
        need("exiftool");
        String json = run("exiftool", "-j", "-G1", "-charset", "utf8", wav.toString());
        assertThat(json)
                .contains("\"RIFF:Description\": \"Tur knarrt & achzt <laut>\"")
                .contains("\"RIFF:Comment\": \"Tur knarrt & achzt <laut>\"")
                .contains("door, creak")
                .doesNotContain("Warning")
                .doesNotContain("Error");
    }

    @Test
    void mediainfoReadsBextAndFindsNoFault() throws Exception {
        need("mediainfo");
        String text = run("mediainfo", wav.toString());
        assertThat(text)
                .contains("Tur knarrt & achzt <laut>")
                .contains("1 s 0 ms")
                .doesNotContain("IsTruncated");
    }

    @Test
    void wavinfoReadsBextIxmlAndInfo() throws Exception {
        need("python3");
        assumeTrue(succeeds("python3", "-c", "import wavinfo"), "skipped: Python's wavinfo is not installed");
        String script = "import sys,wavinfo,json\n"
                + "w=wavinfo.WavInfoReader(sys.argv[1])\n"
                + "x=w.ixml.parsed if hasattr(w.ixml,'parsed') else w.ixml.source\n"
                + "user=x.find('.//USER')\n"
                + "print(json.dumps({'bext':w.bext.description,'info':w.info.comment,'frames':w.data.frame_count,"
                + "'user':{e.tag:e.text for e in user},'aswg':{e.tag:e.text for e in x.find('.//ASWG')}},ensure_ascii=False))";
        String json = run("python3", "-c", script, wav.toString());
        assertThat(json)
                .contains("\"bext\": \"Tur knarrt & achzt <laut>\"")
                .contains("\"frames\": 48000")
                .contains("\"DESCRIPTION\": \"" + TEXT + "\"")
                .contains("\"CATID\": \"DOORWood\"")
                .contains("\"catId\": \"DOORWood\"");
    }

    @Test
    void bwfMetaEditFindsNoFault() throws Exception {
        need("bwfmetaedit");
        assertThat(run("bwfmetaedit", "--out-core", wav.toString())).contains("Tur knarrt & achzt <laut>");
    }

    @Test
    void ffprobeReadsTheBext() throws Exception {
        need("ffprobe");
        assertThat(ffprobe(wav)).contains("Tur knarrt & achzt <laut>").contains("duration=1.000000");
    }

    @ParameterizedTest
    @CsvSource({"flac, flac", "ogg, libvorbis", "opus, libopus", "mp3, libmp3lame", "m4a, aac", "aiff, pcm_s16be"})
    void othersReadEveryFormatAndTheSoundIsTheSame(String extension, String codec) throws Exception {
        need("ffmpeg");
        need("ffprobe");
        Path file = folder.resolve("sound." + extension);
        String made = run(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=3",
                "-metadata",
                "title=Before",
                "-c:a",
                codec,
                file.toString());
        assumeTrue(Files.exists(file), "skipped: ffmpeg can't make " + extension + ": " + made);
        byte[] before = Files.readAllBytes(file);
        String sound = soundHash(file);
        String packets = packets(file);

        MetadataWriter writer = new MetadataWriter(TABLE);
        MetadataWriter.Outcome outcome =
                writer.write(List.of(writer.plan(file, FIELDS)), folder.resolve("backups"), Progress.NONE);

        assertThat(outcome.refused()).isEmpty();
        assertThat(ffprobe(file).toLowerCase(java.util.Locale.ROOT))
                .contains(TEXT.toLowerCase(java.util.Locale.ROOT))
                .contains("doorwood")
                .contains("before");
        assertThat(soundHash(file)).isEqualTo(sound);
        assertThat(packets(file)).isEqualTo(packets);
        if (has("exiftool")) {
            assertThat(run("exiftool", "-j", "-charset", "utf8", file.toString()))
                    .contains("DOORWood")
                    .doesNotContain("\"Warning\"");
        }
        if (has("mediainfo")) {
            assertThat(run("mediainfo", file.toString())).contains("DOORWood").doesNotContain("IsTruncated");
        }
        new MetadataBackup(outcome.written().get(0).backup()).undo(List.of(file), Progress.NONE);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** More pages of comments than before: those of the sound are numbered anew. */
    @ParameterizedTest
    @CsvSource({"ogg, libvorbis", "opus, libopus"})
    void anOggFileWithMoreTextThanAPageHoldsIsWholeAllTheSame(String extension, String codec) throws Exception {
        need("ffmpeg");
        Path file = folder.resolve("long." + extension);
        run(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=3",
                "-c:a",
                codec,
                file.toString());
        assumeTrue(Files.exists(file), "skipped: ffmpeg can't make " + extension);
        String packets = packets(file);
        ClipFields fields = new ClipFields(Map.of("Notes", "long text ".repeat(20_000)));

        MetadataWriter writer = new MetadataWriter(TABLE);
        MetadataPlan plan = writer.plan(file, fields);
        assertThat(writer.write(List.of(plan), folder.resolve("backups"), Progress.NONE)
                        .refused())
                .isEmpty();

        assertThat(packets(file)).isEqualTo(packets);
        assertThat(run("ffmpeg", "-v", "warning", "-i", file.toString(), "-f", "null", "-"))
                .isBlank();
    }

    private Path written(Path file) {
        MetadataWriter writer = new MetadataWriter(TABLE);
        assertThat(writer.write(List.of(writer.plan(file, FIELDS)), folder.resolve("backups"), Progress.NONE)
                        .written())
                .hasSize(1);
        return file;
    }

    private String ffprobe(Path file) throws Exception {
        return run("ffprobe", "-v", "error", "-show_format", "-show_streams", file.toString());
    }

    private String soundHash(Path file) throws Exception {
        return run("ffmpeg", "-v", "error", "-i", file.toString(), "-map", "0:a", "-f", "md5", "-");
    }

    private String packets(Path file) throws Exception {
        return run("ffmpeg", "-v", "error", "-i", file.toString(), "-map", "0:a", "-c", "copy", "-f", "md5", "-");
    }

    private static void need(String program) throws Exception {
        assumeTrue(has(program), "skipped: " + program + " is not installed");
    }

    private static boolean has(String program) throws Exception {
        return succeeds("sh", "-c", "command -v " + program);
    }

    private static boolean succeeds(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String run(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
