package app.earmark.taxonomies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyFileTest {

    @TempDir
    private Path folder;

    private static final Taxonomy ARENA = new Taxonomy(
            "Arena; \"day, one\"",
            false,
            new AssertionRule(OptionalDouble.of(0.4), OptionalInt.of(3), OptionalDouble.of(0.05)),
            List.of("the sound of {}", "{}, loud: yes"),
            List.of(
                    new TaxonomyLabel("weapons", Optional.empty(), List.of(), OptionalDouble.empty(), false),
                    new TaxonomyLabel(
                            "sword clang",
                            Optional.of("weapons"),
                            List.of("swords clash", "a | b \\ c", "two\nlines", "=1+1"),
                            OptionalDouble.of(0.45),
                            true),
                    new TaxonomyLabel("=cmd", Optional.of("'-5"), List.of("no"), OptionalDouble.of(-1), true),
                    new TaxonomyLabel("'-5", Optional.empty(), List.of("-5", "# five"), OptionalDouble.empty(), true),
                    new TaxonomyLabel("# hash", Optional.empty(), List.of("~"), OptionalDouble.empty(), true),
                    new TaxonomyLabel("null", Optional.of("no"), List.of("a: b"), OptionalDouble.of(1), true),
                    new TaxonomyLabel("no", Optional.empty(), List.of("löwe 獅子 🦁"), OptionalDouble.empty(), false)));

    @ParameterizedTest
    @ValueSource(strings = {"arena.csv", "arena.yaml", "arena.YML"})
    void readsWhatItWrote(String name) throws Exception {
        Path file = folder.resolve(name);
        TaxonomyFile.write(ARENA, file);
        assertThat(TaxonomyFile.read(file)).isEqualTo(ARENA);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ucs.csv", "ucs.yaml"})
    void writesUcsToStartFrom(String name) throws Exception {
        Taxonomy ucs = UcsTaxonomy.of(Vocabulary.ofUcs(UcsTable.load()));
        TaxonomyFile.write(ucs, folder.resolve(name));
        assertThat(TaxonomyFile.read(folder.resolve(name))).isEqualTo(ucs);
        assertThat(ucs.labels()).hasSize(753);
    }

    @Test
    void readsWhatASpreadsheetMakesOfIt() throws Exception {
        String text = "\uFEFF# taxonomy: Arena;;;;\r\n# threshold: 0,4;;;;\r\n## hello;;;;\r\n;;;;\r\n"
                + "Label;Prompts;Threshold;PARENT;Hearable\r\nroar;a crowd roars|people cheer;0,5;CROWD;TRUE\r\n"
                + "crowd;;;;FALSE\r\n;;;;\r\n";
        Taxonomy read = TaxonomyFile.read(file("a.csv", text, StandardCharsets.UTF_8));
        assertThat(read.name()).isEqualTo("Arena");
        assertThat(read.rule().threshold()).hasValue(0.4);
        assertThat(read.labels().get(0).prompts()).containsExactly("a crowd roars", "people cheer");
        assertThat(read.labels().get(0).threshold()).hasValue(0.5);
        assertThat(read.labels().get(0).parent()).contains("crowd");
        assertThat(read.labels().get(1).heard()).isFalse();
    }

    @Test
    void readsTabsAndUtf16() throws Exception {
        String text = "label\tprompts\nlöwe\ta lion growls\n";
        assertThat(TaxonomyFile.read(file("löwe.csv", text, StandardCharsets.UTF_16))
                        .labels())
                .containsExactly(TaxonomyLabel.of("löwe", List.of("a lion growls")));
    }

    @Test
    void takesTheFilesNameWhereItNamesNoTaxonomy() throws Exception {
        Path file = file("My Arena.yaml", "labels:\n- roar\n- label: clang\n  prompts: swords clash\n");
        assertThat(TaxonomyFile.read(file))
                .isEqualTo(new Taxonomy(
                        "My Arena",
                        true,
                        AssertionRule.OF_PACK,
                        List.of(),
                        List.of(
                                TaxonomyLabel.of("roar", List.of()),
                                TaxonomyLabel.of("clang", List.of("swords clash")))));
    }

    @Test
    void namesTheLineAndWhatToDo() {
        refuses("a.csv", "label\nroar\nclang\nROAR\n", "line 4", "\"ROAR\" is there twice");
        refuses("a.csv", "label,parent\nroar,crowd\n", "line 2", "\"crowd\"", "add it");
        refuses("a.csv", "label,parent\na,b\nb,c\nc,a\n", "line 2", "under itself");
        refuses("a.csv", "label,parent\na,a\n", "line 2", "under itself");
        refuses("a.csv", "label,threshold\na,0.5\nb,half\n", "line 3", "\"half\" is no number");
        refuses("a.csv", "label,threshold\na,NaN\n", "line 2", "no number");
        refuses("a.csv", "label,threshold\na,40\n", "line 2", "from -1 to 1");
        refuses("a.csv", "label,hearable\na,perhaps\n", "line 2", "neither yes nor no");
        refuses("a.csv", "label,promts\na,b\n", "line 1", "\"promts\"", "prompts");
        refuses("a.csv", "label,label\na,b\n", "line 1", "twice");
        refuses("a.csv", "prompts\na\n", "line 1", "no column \"label\"");
        refuses("a.csv", "", "no line with the columns' names");
        refuses("a.csv", "label,prompts\na,b,c\n", "line 2", "more cells than columns");
        refuses("a.csv", "label,prompts\n,b\n", "line 2", "the label is missing");
        refuses("a.csv", "# treshold: 0.4\nlabel\na\n", "line 1", "none of the settings");
        refuses("a.csv", "# top-k: 0\nlabel\na\n", "from 1 on");
        refuses("a.csv", "# top-k: 1.5\nlabel\na\n", "line 1", "no whole number");
        refuses("a.csv", "# margin: 3\nlabel\na\n", "margin", "0 to 2");
        refuses("a.csv", "# template: the sound\nlabel\na\n", "has no {}");
        refuses("a.csv", "# taxonomy:\nlabel\na\n", "needs a name");
    }

    @Test
    void namesTheLineOfYamlToo() {
        refuses("a.yaml", "labels:\n- label: a\n- label: A\n", "line 3", "twice");
        refuses("a.yaml", "labels:\n- label: a\n  treshold: 1\n", "line 3", "treshold");
        refuses("a.yaml", "labels:\n- label: a\n  threshold: much\n", "line 2", "no number");
        refuses("a.yaml", "labels:\n- label: a\n  prompts: {a: b}\n", "line 3", "list");
        refuses("a.yaml", "labels:\n- label: [a]\n", "line 2", "single text");
        refuses("a.yaml", "labels: roar\n", "line 1", "list");
        refuses("a.yaml", "- roar\n", "line 1", "names with values");
        refuses("a.yaml", "label:\n- roar\n", "line 2", "single text");
        refuses("a.yaml", "taxonomy: A\n", "no list \"labels\"");
        refuses("a.yaml", "labels:\n- a\nlabels:\n- b\n", "line 3", "twice");
        refuses("a.yaml", "labels: [a\nb: {\n", "can't be read as YAML");
        refuses("a.yaml", "", "empty");
    }

    @Test
    void constructsNothingAFileAsksFor() throws Exception {
        Path file = file("a.yaml", "labels:\n- label: !!javax.script.ScriptEngineManager x\n");
        assertThat(TaxonomyFile.read(file).labels().get(0).label()).isEqualTo("x");
    }

    @Test
    void followsNoAliasBackIntoItself() {
        refuses("a.yaml", "labels: &a\n- *a\n", "names with values");
    }

    @Test
    void refusesTextOfUnknownEncodingAndOtherFiles() throws Exception {
        Path latin = file("a.csv", "label\nroar\nlöwe\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> TaxonomyFile.read(latin))
                .isInstanceOf(UnusableTaxonomy.class)
                .hasMessageContainingAll("line 3", "UTF-8");
        assertThatThrownBy(() -> TaxonomyFile.read(folder.resolve("none.csv"))).hasMessageContaining("no file");
        assertThatThrownBy(() -> TaxonomyFile.read(file("a.txt", "label\n"))).hasMessageContaining(".yaml");
        assertThatThrownBy(() -> TaxonomyFile.read(file("b.csv", "label\n\0\n")))
                .hasMessageContaining("no text file");
        assertThatThrownBy(() -> TaxonomyFile.write(ARENA, folder.resolve("none/a.csv")))
                .isInstanceOf(UnusableTaxonomy.class)
                .hasMessageContaining("folder does not exist");
    }

    @Test
    void tellsWhatAFileWouldChange() {
        Taxonomy before = new Taxonomy(
                "A",
                true,
                AssertionRule.OF_PACK,
                List.of(),
                List.of(
                        TaxonomyLabel.of("stays", List.of()),
                        TaxonomyLabel.of("changes", List.of("x")),
                        TaxonomyLabel.of("goes", List.of())));
        Taxonomy after = new Taxonomy(
                "A",
                true,
                AssertionRule.OF_PACK,
                List.of(),
                List.of(
                        TaxonomyLabel.of("Changes", List.of("y")),
                        TaxonomyLabel.of("stays", List.of()),
                        TaxonomyLabel.of("comes", List.of())));
        assertThat(TaxonomyDifference.of(Optional.of(before), after))
                .isEqualTo(new TaxonomyDifference(List.of("comes"), List.of("Changes"), List.of("goes"), false));
        assertThat(TaxonomyDifference.of(Optional.of(before), before).isEmpty()).isTrue();
        assertThat(TaxonomyDifference.of(Optional.empty(), after).settings()).isTrue();
    }

    private void refuses(String name, String text, String... parts) {
        assertThatThrownBy(() -> TaxonomyFile.read(file(name, text)))
                .as(text)
                .isInstanceOf(UnusableTaxonomy.class)
                .hasMessageContainingAll(parts)
                .hasMessageContaining(name);
    }

    private Path file(String name, String text) throws Exception {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text, Charset charset) throws Exception {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }
}
