package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases by which the exporter's rule and this one are held to each other; written by {@code onnx/starter}. */
class SharedRuleCasesTest {

    @TestFactory
    Stream<DynamicTest> assertsTheLabelsThatTheExporterAsserts() throws Exception {
        Cases cases = read();
        assertThat(cases.cases()).hasSizeGreaterThan(5);
        TagRule rule = TagRule.of(cases.rule());
        return cases.cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    List<VocabularyLabel> labels =
                            one.labels().stream().map(Compared::asLabel).toList();
                    double[] cosines =
                            one.labels().stream().mapToDouble(Compared::cosine).toArray();
                    assertThat(rule.decide(labels, cosines).asserted().stream()
                                    .map(i -> labels.get(i).label()))
                            .containsExactlyElementsOf(one.asserted());
                }));
    }

    private static Cases read() throws Exception {
        try (Reader in = new InputStreamReader(
                SharedRuleCasesTest.class.getResourceAsStream("rule-cases.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Cases.class);
        }
    }

    private record Cases(Map<String, Double> rule, List<Case> cases) {}

    private record Case(@SerializedName("case") String name, List<Compared> labels, List<String> asserted) {}

    private record Compared(String label, double cosine, boolean heard, boolean catId) {
        VocabularyLabel asLabel() {
            return new VocabularyLabel(label, List.of(label), heard, catId);
        }
    }
}
