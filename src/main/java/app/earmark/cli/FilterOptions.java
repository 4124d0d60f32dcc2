package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.ClipFilter;
import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import app.earmark.library.TagSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options that narrow a command to some of the clips. Each may be given several times; any of its values will do. */
final class FilterOptions {

    /** No library has this id: a set with nothing in it would let every library pass. */
    private static final LibraryId NO_LIBRARY = new LibraryId(0);

    @Option(names = "--folder", paramLabel = "DIR", description = "Only clips in or below this folder.")
    private List<Path> folders = List.of();

    @Option(names = "--category", paramLabel = "NAME", description = "Only clips of this UCS category, such as DOORS.")
    private Set<String> categories = Set.of();

    @Option(names = "--tag", paramLabel = "LABEL", description = "Only clips with this CatID or own label.")
    private Set<String> tags = Set.of();

    @Option(
            names = "--source",
            paramLabel = "WHO",
            description =
                    "Only tags that a person, the file, its name or the model gives: person, file, name or model.")
    private Set<TagSource> sources = Set.of();

    @Option(names = "--format", paramLabel = "NAME", description = "Only this format, such as WAV or FLAC.")
    private Set<String> formats = Set.of();

    @Option(names = "--rate", paramLabel = "HZ", description = "Only this sample rate, such as 96000.")
    private Set<Integer> rates = Set.of();

    @Option(names = "--channels", paramLabel = "N", description = "Only this number of channels.")
    private Set<Integer> channels = Set.of();

    @Option(names = "--min-seconds", paramLabel = "S", description = "Only clips at least this long.")
    private Double minSeconds;

    @Option(names = "--max-seconds", paramLabel = "S", description = "Only clips at most this long.")
    private Double maxSeconds;

    @Option(names = "--tagged", negatable = true, description = "Only clips with (without) a confident tag.")
    private Boolean tagged;

    @Option(names = "--online", description = "Leave out clips whose file is away.")
    private boolean online;

    /** A failure with exit code 3 where a folder was never scanned. */
    ClipFilter toFilter(Earmark earmark) {
        FileLookup lookup = new FileLookup(earmark);
        return ClipFilter.ALL
                .withLibraries(online ? librariesThatAreThere(earmark) : Set.of())
                .withFolders(folders.stream()
                        .map(folder -> lookup.requireScanned(folder).toString())
                        .toList())
                .withCategories(categories.stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .withTags(new TreeSet<>(tags))
                .withTagSources(sources)
                .withFormats(new TreeSet<>(formats))
                .withSampleRatesHz(rates)
                .withChannels(channels)
                .withMinSeconds(optional(minSeconds))
                .withMaxSeconds(optional(maxSeconds))
                .withTagged(Optional.ofNullable(tagged))
                .withIncludeOffline(!online);
    }

    /** Of a library that is away as a whole, no clip is marked offline. */
    private static Set<LibraryId> librariesThatAreThere(Earmark earmark) {
        Set<LibraryId> there = earmark.clips().libraries().stream()
                .filter(library -> Files.isDirectory(library.root()))
                .map(SoundLibrary::id)
                .collect(Collectors.toSet());
        return there.isEmpty() ? Set.of(NO_LIBRARY) : there;
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
