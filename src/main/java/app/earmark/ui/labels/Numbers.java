package app.earmark.ui.labels;

import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers as they are typed. */
final class Numbers {

    private Numbers() {}

    /** Empty if the text is no number; an empty number for a blank text. */
    static Optional<OptionalDouble> read(String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(OptionalDouble.empty());
        }
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(number) ? Optional.of(OptionalDouble.of(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }
}
