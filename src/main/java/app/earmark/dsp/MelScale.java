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
    },

    /** mel = 2595 log10(1 + f / 700), as the Hidden Markov Model Toolkit has it. */
    HTK {
        @Override
        public double toMel(double hertz) {
            return 2595 * Math.log10(1 + hertz / 700);
        }

        @Override
        public double toHertz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    },

    /** Straight up to 1 kHz, logarithmic above: M. Slaney, Auditory Toolbox, 1998; librosa's default. */
    SLANEY {
        @Override
        public double toMel(double hertz) {
            return hertz < 1000 ? 3 * hertz / 200 : 15 + 27 * Math.log(hertz / 1000) / LOG_STEP;
        }

        @Override
        public double toHertz(double mel) {
            return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp(LOG_STEP * (mel - 15) / 27);
        }
    };

    private static final double LOG_STEP = Math.log(6.4);

    public abstract double toMel(double hertz);

    public abstract double toHertz(double mel);
}
