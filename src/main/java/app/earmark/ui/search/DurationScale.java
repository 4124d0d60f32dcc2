package app.earmark.ui.search;

import java.util.OptionalDouble;

/** Maps the duration slider's position to seconds: logarithmic from 0.1 s to ten minutes, the ends meaning "no limit". */
public final class DurationScale {

    /** Slider positions run from 0 to this. */
    public static final double END = 100;

    private static final double SHORTEST = 0.1;
    private static final double LONGEST = 600;

    private DurationScale() {}

    /** Lower limit for the slider's low thumb; absent at its left end. */
    public static OptionalDouble lower(double position) {
        return position <= 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds(position));
    }

    /** Upper limit for the slider's high thumb; absent at its right end. */
    public static OptionalDouble upper(double position) {
        return position >= END ? OptionalDouble.empty() : OptionalDouble.of(seconds(position));
    }

    /** Where a limit sits on the slider. */
    public static double position(double seconds) {
        double fraction = Math.log(seconds / SHORTEST) / Math.log(LONGEST / SHORTEST);
        return Math.max(0, Math.min(END, fraction * END));
    }

    private static double seconds(double position) {
        double exact = SHORTEST * Math.pow(LONGEST / SHORTEST, position / END);
        double step = exact < 1 ? 0.1 : exact < 10 ? 0.5 : exact < 60 ? 1 : exact < 120 ? 5 : 30;
        return Math.round(exact / step) * step;
    }
}
