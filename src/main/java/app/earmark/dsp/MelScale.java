package app.earmark.dsp;

/** A perceptual pitch scale: equal steps in mel sound about equally far apart. */
public enum MelScale {
    /** mel = 1127.01048 ln(1 + f / 700), with Essentia's constant. */
    NATURAL_LOG_1127 {
        @Override
        public double toMel(double hertz) {
            return 1127.01048 * Math.log1p(hertz / 700);
        }

        @Override
        public double toHertz(double mel) {
            return 700 * Math.expm1(mel / 1127.01048);
        }
    };

    public abstract double toMel(double hertz);

    public abstract double toHertz(double mel);
}
