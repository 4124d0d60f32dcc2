package app.earmark.taxonomies;

import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A taxonomy as YAML 1.2. Only the file's structure is read and every value is taken as the text that stands there, so a label
 * may be {@code no}, and no file can make the reader construct anything.
 */
final class TaxonomyYaml {

    private static final Set<String> OF_LABEL = Set.of("label", "parent", "prompts", "threshold", "hearable");

    private TaxonomyYaml() {}

    static Taxonomy read(String text, String name) throws WrongLine {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .build();
        Optional<Node> root;
        try {
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new WrongLine(
                    e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L),
                    "this can't be read as YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new WrongLine(0, "this can't be read as YAML: " + e.getMessage() + ".");
        }
        TaxonomyDraft draft = new TaxonomyDraft(name);
        boolean labelled = false;
        for (Map.Entry<String, Node> entry : members(root.orElseThrow(() -> new WrongLine(0, "the file is empty.")))
                .entrySet()) {
            Node value = entry.getValue();
            switch (entry.getKey()) {
                case "labels" -> {
                    labels(draft, value);
                    labelled = true;
                }
                case "templates" -> {
                    for (String template : texts(value)) {
                        draft.set(line(value), "template", template);
                    }
                }
                default -> {
                    if (entry.getKey().equals("template") || !draft.set(line(value), entry.getKey(), scalar(value))) {
                        throw new WrongLine(
                                line(value),
                                "\"" + entry.getKey() + "\" is none of taxonomy, active, threshold, top-k, margin,"
                                        + " templates and labels.");
                    }
                }
            }
        }
        if (!labelled) {
            throw new WrongLine(0, "there is no list \"labels\".");
        }
        return draft.finish();
    }

    private static void labels(TaxonomyDraft draft, Node list) throws WrongLine {
        for (Node item : items(list)) {
            if (item instanceof ScalarNode word) {
                draft.label(line(item), word.getValue(), "", List.of(), "", "");
                continue;
            }
            Map<String, Node> members = members(item);
            for (Map.Entry<String, Node> member : members.entrySet()) {
                if (!OF_LABEL.contains(member.getKey())) {
                    throw new WrongLine(
                            line(member.getValue()),
                            "\"" + member.getKey() + "\" is none of label, parent, prompts, threshold and hearable.");
                }
            }
            draft.label(
                    line(item),
                    text(members, "label"),
                    text(members, "parent"),
                    members.containsKey("prompts") ? texts(members.get("prompts")) : List.of(),
                    text(members, "threshold"),
                    text(members, "hearable"));
        }
    }

    private static Map<String, Node> members(Node node) throws WrongLine {
        if (!(node instanceof MappingNode mapping)) {
            throw new WrongLine(line(node), "names with values, such as \"label: rain\", are expected here.");
        }
        Map<String, Node> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode()).strip();
            if (members.put(key, tuple.getValueNode()) != null) {
                throw new WrongLine(line(tuple.getKeyNode()), "\"" + key + "\" is there twice.");
            }
        }
        return members;
    }

    private static List<Node> items(Node node) throws WrongLine {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            return List.of();
        }
        throw new WrongLine(line(node), "a list is expected here, each line beginning with \"- \".");
    }

    /** A list of texts; a single text will do. */
    private static List<String> texts(Node node) throws WrongLine {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return List.of(scalar.getValue());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items(node)) {
            texts.add(scalar(item));
        }
        return texts;
    }

    private static String text(Map<String, Node> members, String name) throws WrongLine {
        return members.containsKey(name) ? scalar(members.get(name)) : "";
    }

    private static String scalar(Node node) throws WrongLine {
        if (node instanceof ScalarNode scalar) {
            boolean nothing = scalar.isPlain() && scalar.getValue().equals("null");
            return nothing ? "" : scalar.getValue();
        }
        throw new WrongLine(line(node), "a single text or number is expected here.");
    }

    private static long line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
    }

    static String write(Taxonomy taxonomy) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("taxonomy", taxonomy.name());
        top.put("active", taxonomy.active());
        AssertionRule rule = taxonomy.rule();
        rule.threshold().ifPresent(threshold -> top.put("threshold", threshold));
        rule.topK().ifPresent(topK -> top.put("top-k", topK));
        rule.margin().ifPresent(margin -> top.put("margin", margin));
        if (!taxonomy.templates().isEmpty()) {
            top.put("templates", taxonomy.templates());
        }
        top.put("labels", taxonomy.labels().stream().map(TaxonomyYaml::members).toList());
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .setSplitLines(false)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        return new Dump(settings).dumpToString(top);
    }

    private static Map<String, Object> members(TaxonomyLabel label) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("label", label.label());
        label.parent().ifPresent(parent -> members.put("parent", parent));
        if (!label.prompts().isEmpty()) {
            members.put("prompts", label.prompts());
        }
        label.threshold().ifPresent(threshold -> members.put("threshold", threshold));
        if (!label.heard()) {
            members.put("hearable", false);
        }
        return members;
    }
}
