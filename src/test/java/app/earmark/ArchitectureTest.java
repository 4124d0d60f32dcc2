package app.earmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the code to the package table of docs/architecture.md. */
@AnalyzeClasses(packages = "app.earmark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "app.earmark";

    /** Package → packages it may use. Change a row only together with docs/architecture.md and a decision record. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        row("library");
        row("progress");
        row("dsp");
        row("ucs");
        row("scan", "library", "progress");
        row("decode", "library", "dsp");
        row("features", "dsp");
        row("embed", "library", "dsp", "features");
        row("metadata", "library", "ucs", "progress");
        row("renaming", "library", "ucs", "progress");
        row("learning", "library", "progress");
        row("tagging", "library", "ucs", "embed", "learning");
        row(
                "indexing",
                "library",
                "progress",
                "scan",
                "decode",
                "dsp",
                "features",
                "embed",
                "metadata",
                "tagging",
                "ucs");
        row("store", "library", "progress");
        row("teaching", "library", "progress", "embed", "tagging", "learning");
        row("taxonomies", "library", "progress", "ucs", "embed", "tagging");
        row("search", "library", "embed", "progress", "learning");
        row("export", "library", "ucs", "metadata", "progress");
        row("importing", "library", "ucs", "metadata", "export", "progress");
        row("playback", "decode", "dsp", "library");
        row("convert", "library", "progress");
        row("modelhub", "convert", "embed", "library", "progress");
        row(
                "assembly",
                "library",
                "progress",
                "dsp",
                "ucs",
                "scan",
                "decode",
                "features",
                "embed",
                "metadata",
                "tagging",
                "indexing",
                "store",
                "search",
                "export",
                "playback",
                "convert",
                "modelhub",
                "renaming",
                "learning",
                "teaching",
                "importing",
                "taxonomies");
        row(
                "cli",
                "assembly",
                "library",
                "search",
                "indexing",
                "export",
                "tagging",
                "modelhub",
                "progress",
                "ucs",
                "metadata",
                "embed",
                "renaming",
                "learning",
                "teaching",
                "importing",
                "taxonomies");
        row(
                "ui",
                "assembly",
                "library",
                "search",
                "indexing",
                "export",
                "tagging",
                "modelhub",
                "progress",
                "playback",
                "ucs",
                "metadata",
                "embed",
                "renaming",
                "learning",
                "teaching",
                "importing",
                "taxonomies");
    }

    private static void row(String name, String... others) {
        MAY_USE.put(name, List.of(others));
    }

    @ArchTest
    void everyPackageUsesOnlyItsRow(JavaClasses all) {
        MAY_USE.forEach((name, others) -> {
            String[] allowed = Stream.concat(Stream.of(name), others.stream())
                    .map(p -> ROOT + "." + p + "..")
                    .toArray(String[]::new);
            DescribedPredicate<JavaClass> ours = JavaClass.Predicates.resideInAPackage(ROOT + "..");
            DescribedPredicate<JavaClass> permitted = JavaClass.Predicates.resideInAnyPackage(allowed);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + name + "..")
                    .should()
                    .dependOnClassesThat(ours.and(DescribedPredicate.not(permitted)))
                    .because("docs/architecture.md lets " + name + " use only " + others)
                    .allowEmptyShould(true)
                    .check(all);
        });
    }

    @ArchTest
    void everyPackageIsInTheTable(JavaClasses all) {
        var undeclared = all.stream()
                .map(JavaClass::getPackageName)
                .filter(p -> p.startsWith(ROOT + "."))
                .map(p -> p.substring(ROOT.length() + 1).split("\\.")[0])
                .filter(p -> !MAY_USE.containsKey(p))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(undeclared)
                .as("packages without a row in docs/architecture.md")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("data flows one way: scan, decode, features, embed, store, search, ui");

    @ArchTest
    static final ArchRule JAVAFX_ONLY_IN_UI = only("JavaFX", "ui", "the command line runs without it", "javafx..");

    @ArchTest
    static final ArchRule SQL_ONLY_IN_STORE =
            only("SQL", "store", "the ports hide the database", "java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule ONNX_ONLY_IN_EMBED =
            only("ONNX Runtime", "embed", "models are replaceable", "ai.onnxruntime..", "ai.djl..");

    @ArchTest
    static final ArchRule SYSTEM_CALLS_WHERE_JAVA_HAS_NO_WAY = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".embed..", ROOT + ".progress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..")
            .because("only silencing ONNX Runtime and giving way to other threads need them");

    @ArchTest
    static final ArchRule HTTP_ONLY_IN_MODELHUB =
            only("HTTP", "modelhub", "nothing else of the program talks to a network", "java.net.http..");

    @ArchTest
    static final ArchRule PROTOBUF_ONLY_IN_CONVERT =
            only("protobuf", "convert", "the rest sees packs, not ONNX files", "com.google.protobuf..");

    @ArchTest
    static final ArchRule EJML_ONLY_IN_LEARNING =
            only("EJML", "learning", "nothing else solves systems of equations", "org.ejml..");

    @ArchTest
    static final ArchRule FFMPEG_ONLY_IN_DECODE = only("FFmpeg", "decode", "codecs are replaceable", "org.bytedeco..");

    @ArchTest
    static final ArchRule YAML_ONLY_IN_TAXONOMIES =
            only("YAML", "taxonomies", "nothing else is exchanged in it", "org.snakeyaml..");

    @ArchTest
    static final ArchRule PICOCLI_ONLY_IN_CLI = only("picocli", "cli", "the core knows no terminal", "picocli..");

    @ArchTest
    static final ArchRule DSP_IS_PURE = classes()
            .that()
            .resideInAPackage(ROOT + ".dsp..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".dsp..", "java.lang..", "java.util..", "org.jtransforms..", "pl.edu.icm..")
            .because("signal maths must be testable as functions");

    @ArchTest
    static final ArchRule VIEW_MODELS_HOLD_NO_CONTROLS = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "org.controlsfx..", "javafx.stage..")
            .because("a view model is tested without a window")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".Main")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".LoggedStream")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output is the command line's contract, and everybody else has a log");

    private static ArchRule only(String what, String home, String reason, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(what + " belongs to " + home + " alone: " + reason);
    }
}
