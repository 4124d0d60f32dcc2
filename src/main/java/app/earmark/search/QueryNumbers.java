package app.earmark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them. */
final class QueryNumbers {

    private static final Pattern RATE = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?)(k?)(?:hz)?");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?)(ms|s|m|min|h)?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{1,2}(?:\\.\\d+)?)");

    /** Who types a rate below this means kilohertz. */
    private static final double LEAST_HERTZ = 1000;

    private QueryNumbers() {}

    /** All of them as numbers, or none. */
    static List<Integer> each(List<String> values, Function<String, OptionalInt> reading) {
        List<Integer> numbers = new ArrayList<>();
        for (String value : values) {
            OptionalInt number = reading.apply(value.toLowerCase(Locale.ROOT));
            if (number.isEmpty()) {
                return List.of();
            }
            numbers.add(number.getAsInt());
        }
        return numbers;
    }

    /** {@code 96000}, {@code 96k}, {@code 44.1kHz}, {@code 48}. */
    static OptionalInt hertz(String value) {
        Matcher rate = RATE.matcher(value);
        if (!rate.matches()) {
            return OptionalInt.empty();
        }
        double number = Double.parseDouble(rate.group(1));
        boolean kilo = !rate.group(2).isEmpty() || number < LEAST_HERTZ;
        return OptionalInt.of((int) Math.round(kilo ? number * 1000 : number));
    }

    static OptionalInt channels(String value) {
        switch (value) {
            case "mono":
                return OptionalInt.of(1);
            case "stereo":
                return OptionalInt.of(2);
            default:
                return value.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
        }
    }

    /** {@code 2}, {@code 0.5s}, {@code 200ms}, {@code 3m}, {@code 1:30}, {@code 1:02:03}. */
    static OptionalDouble seconds(String value) {
        String typed = value.toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(typed);
        if (clock.matches()) {
            double hours = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
            return OptionalDouble.of(
                    3600 * hours + 60 * Double.parseDouble(clock.group(2)) + Double.parseDouble(clock.group(3)));
        }
        Matcher seconds = SECONDS.matcher(typed);
        return seconds.matches()
                ? OptionalDouble.of(Double.parseDouble(seconds.group(1)) * unit(seconds.group(2)))
                : OptionalDouble.empty();
    }

    private static double unit(String unit) {
        if (unit == null || unit.equals("s")) {
            return 1;
        }
        return unit.equals("ms") ? 0.001 : unit.equals("h") ? 3600 : 60;
    }
}
