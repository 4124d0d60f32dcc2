package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.Heard;
import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Show what is known of a file: format, metadata, tags. It need not be in the catalogue.")
final class InfoCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "FILE", description = "A sound file.")
    private Path file;

    InfoCommand(Session session) {
        super(session);
    }

    /** The object that this command prints; {@code state} is null for a file that the catalogue does not have. */
    record Info(
            Path path,
            boolean inCatalogue,
            String state,
            boolean offline,
            Double durationSeconds,
            Integer sampleRate,
            Integer channels,
            Integer bitDepth,
            String format,
            String codec,
            String pack,
            Map<String, String> fields,
            List<TagView> tags,
            List<GuessView> guesses,
            List<String> rejected,
            ClipFailure failure) {}

    @Override
    int run(Earmark earmark) throws Exception {
        Optional<Clip> clip = session.beforeFirstScan() ? Optional.empty() : new FileLookup(earmark).find(file);
        if (clip.isPresent()) {
            ClipTags tags = earmark.clips().tagsOf(clip.get().id());
            ClipFields fields = earmark.clips().fieldsOf(clip.get().id());
            PackId pack = earmark.clips()
                    .packsOf(List.of(clip.get().id()))
                    .get(clip.get().id());
            print(clip, clip.get().path(), clip.get().facts(), pack, fields, tags);
        } else {
            Heard heard = earmark.listener().listen(FileLookup.requireFile(file));
            print(clip, heard.path(), Optional.of(heard.facts()), heard.pack(), heard.fields(), heard.tags());
        }
        return ExitCode.DONE;
    }

    private void print(
            Optional<Clip> clip, Path path, Optional<AudioFacts> facts, PackId pack, ClipFields fields, ClipTags tags) {
        Optional<ClipFailure> failure = clip.flatMap(Clip::failure);
        if (session.json()) {
            session.printJson(new Info(
                    path,
                    clip.isPresent(),
                    clip.map(c -> c.state().name().toLowerCase(Locale.ROOT)).orElse(null),
                    clip.map(FileLookup::isAway).orElse(false),
                    facts.map(AudioFacts::durationSeconds).orElse(null),
                    facts.map(AudioFacts::sampleRateHz).orElse(null),
                    facts.map(AudioFacts::channels).orElse(null),
                    facts.filter(f -> f.bitDepth().isPresent())
                            .map(f -> f.bitDepth().getAsInt())
                            .orElse(null),
                    facts.map(AudioFacts::format).orElse(null),
                    facts.map(AudioFacts::codec).orElse(null),
                    pack == null ? null : pack.toString(),
                    new TreeMap<>(fields.values()),
                    TagView.of(tags.tags()),
                    GuessView.of(tags.guesses()),
                    tags.rejected(),
                    failure.orElse(null)));
            return;
        }
        Console console = session.console();
        console.wholeLine(path.toString());
        facts.ifPresent(f -> console.line(Words.facts(f) + "  (" + f.codec() + ")"));
        failure.ifPresent(f -> console.wholeLine(f.message()));
        console.line(
                clip.isEmpty()
                        ? "not in the catalogue"
                        : FileLookup.isAway(clip.get()) ? "in the catalogue, its file is away" : "in the catalogue");
        new TreeMap<>(fields.values()).forEach((name, value) -> console.line(Printable.pad(name, 16) + value));
        new TagsPrinter(session).print(tags);
    }
}
