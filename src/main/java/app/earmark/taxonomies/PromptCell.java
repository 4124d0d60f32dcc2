package app.earmark.taxonomies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several prompts in one cell, separated by bars. */
final class PromptCell {

    private PromptCell() {}

    static String join(List<String> prompts) {
        return prompts.stream()
                .map(prompt -> prompt.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    static List<String> split(String cell) {
        List<String> prompts = new ArrayList<>();
        StringBuilder prompt = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length() && "\\|".indexOf(cell.charAt(i + 1)) >= 0) {
                prompt.append(cell.charAt(++i));
            } else if (c == '|') {
                prompts.add(prompt.toString());
                prompt.setLength(0);
            } else {
                prompt.append(c);
            }
        }
        prompts.add(prompt.toString());
        return prompts;
    }
}
