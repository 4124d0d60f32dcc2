package app.earmark.learning.adapter;

/**
 * How many names the ten best clips answer, of names that took no part in the fit.
 *
 * @param names how many were asked
 * @param plain answered by the pack alone
 * @param adapted answered with the adapter
 * @param gained answered with the adapter only
 * @param lost answered by the pack alone only
 */
public record HeldOut(int names, int plain, int adapted, int gained, int lost) {

    public static final HeldOut NONE = new HeldOut(0, 0, 0, 0, 0);

    /** In standard deviations of as many tosses of a fair coin, which go beyond it one time in twenty. */
    private static final double BEYOND_CHANCE = 1.64;

    /** Whether more was gained than chance explains (a sign test). */
    public boolean isBetter() {
        return gained - lost > BEYOND_CHANCE * Math.sqrt(gained + lost);
    }

    /** Whether more was lost than gained, and as much as one standard deviation. */
    public boolean isWorse() {
        return lost - gained > Math.sqrt(gained + lost);
    }

    HeldOut plus(boolean plainFinds, boolean adaptedFinds) {
        return new HeldOut(
                names + 1,
                plain + (plainFinds ? 1 : 0),
                adapted + (adaptedFinds ? 1 : 0),
                gained + (adaptedFinds && !plainFinds ? 1 : 0),
                lost + (plainFinds && !adaptedFinds ? 1 : 0));
    }
}
