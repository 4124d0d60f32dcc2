package app.earmark.tagging;

import java.util.List;

/**
 * Sentences that prompts are put into, such as {@code the sound of {}}. The mean over several templates wavers less with the
 * wording than one prompt does (Radford et al., Learning Transferable Visual Models From Natural Language Supervision, 2021).
 */
public final class PromptTemplates {

    /** What stands for the prompt. */
    public static final String PLACE = "{}";

    private PromptTemplates() {}

    /** Whether this can be used as a template. */
    public static boolean isTemplate(String text) {
        return text.contains(PLACE);
    }

    /** Every prompt in every template; the prompts as they are where there is no template. */
    static List<String> fill(List<String> templates, List<String> prompts) {
        if (templates.isEmpty()) {
            return prompts;
        }
        return prompts.stream()
                .flatMap(prompt -> templates.stream().map(template -> template.replace(PLACE, prompt)))
                .distinct()
                .toList();
    }
}
