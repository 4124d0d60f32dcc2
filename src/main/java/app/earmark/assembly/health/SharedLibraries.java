package app.earmark.assembly.health;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shared libraries that Linux's loader would find, by the name of their file. */
final class SharedLibraries {

    private final List<Path> folders;

    SharedLibraries(List<Path> folders) {
        this.folders = folders;
    }

    static SharedLibraries ofThisMachine() {
        String machine =
                switch (System.getProperty("os.arch", "")) {
                    case "aarch64" -> "aarch64-linux-gnu";
                    default -> "x86_64-linux-gnu";
                };
        Stream<String> named =
                Stream.of(System.getenv().getOrDefault("LD_LIBRARY_PATH", "").split(":"));
        Stream<String> usual = Stream.of(
                "/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib", "/lib/" + machine, "/usr/lib/" + machine);
        return new SharedLibraries(Stream.concat(named, usual)
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    boolean has(String file) {
        return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
    }
}
