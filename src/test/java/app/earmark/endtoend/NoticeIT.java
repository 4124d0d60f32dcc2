package app.earmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries that are shipped, against those that NOTICE names. */
class NoticeIT {

    private static final Path APPLICATION =
            Path.of(System.getProperty("earmark.launcher")).getParent().getParent();

    /** Such as {@code org.ejml:ejml-core}. */
    private static final Pattern LIBRARY = Pattern.compile("\\b([a-z][\\w.-]+):([A-Za-z][\\w.-]*\\w)");

    private static final Pattern VERSION = Pattern.compile("-\\d.*$");

    @Test
    void everyLibraryThatIsShippedIsNamedAndNoOther() throws IOException {
        Set<String> named = named();
        Set<String> shipped = new TreeSet<>();
        for (Path jar : jars()) {
            String artifact = VERSION.matcher(jar.getFileName().toString())
                    .replaceFirst("")
                    .replaceFirst("\\.jar$", "");
            if (!artifact.equals("earmark")) {
                shipped.add(coordinates(jar, artifact, named));
            }
        }
        assertThat(shipped).hasSizeGreaterThan(30).isEqualTo(named);
    }

    @Test
    void theNoticeAndTheLicenceAreShippedToo() {
        assertThat(APPLICATION.resolve("NOTICE")).hasSameTextualContentAs(Path.of("NOTICE"));
        assertThat(APPLICATION.resolve("LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(APPLICATION.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static Set<String> named() throws IOException {
        String text = Files.readString(Path.of("NOTICE"));
        return LIBRARY.matcher(text.substring(text.indexOf("Libraries, each unchanged")))
                .results()
                .map(found -> found.group(1) + ":" + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the jar says itself; by its file's name, with the group that NOTICE gives it, where it does not. */
    private static String coordinates(Path jar, String artifact, Set<String> named) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> own = file.stream()
                    .filter(entry -> entry.getName()
                            .matches("META-INF/maven/[^/]+/" + Pattern.quote(artifact) + "/pom.properties"))
                    .toList();
            if (own.isEmpty()) {
                return named.stream()
                        .filter(name -> name.endsWith(":" + artifact))
                        .findFirst()
                        .orElse("?:" + artifact);
            }
            Properties properties = new Properties();
            try (InputStream in = file.getInputStream(own.get(0))) {
                properties.load(in);
            }
            return properties.getProperty("groupId") + ":" + properties.getProperty("artifactId");
        }
    }
}
