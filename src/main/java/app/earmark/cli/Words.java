package app.earmark.cli;

import app.earmark.library.AudioFacts;
import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.search.Moment;
import java.util.Locale;

/** Values in the words people use for them. */
final class Words {

    private Words() {}

    static String timeLeft(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** Such as {@code 0:02.5} or {@code 1:04:30.0}. */
    static String duration(double seconds) {
        long tenths = Math.round(seconds * 10);
        long whole = tenths / 10;
        String rest = String.format(Locale.ROOT, "%02d.%d", whole % 60, tenths % 10);
        return whole < 3600
                ? whole / 60 + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", whole / 3600, whole % 3600 / 60, rest);
    }

    /** Such as {@code best at 0:20.0}. */
    static String moment(Moment moment) {
        return "best at " + duration(moment.startSeconds());
    }

    /** Such as {@code 0:02.5  WAV 96 kHz 24 bit stereo}. */
    static String facts(AudioFacts facts) {
        return duration(facts.durationSeconds()) + "  " + facts.format() + " " + rate(facts.sampleRateHz())
                + (facts.bitDepth().isPresent() ? " " + facts.bitDepth().getAsInt() + " bit" : "") + " "
                + channels(facts.channels());
    }

    static String rate(int hertz) {
        double kilohertz = hertz / 1000.0;
        return (kilohertz == Math.rint(kilohertz) ? Long.toString((long) kilohertz) : Double.toString(kilohertz))
                + " kHz";
    }

    static String channels(int channels) {
        return switch (channels) {
            case 1 -> "mono";
            case 2 -> "stereo";
            default -> channels + " channels";
        };
    }

    /** Such as {@code DOORS-CREAK (model 0.71)}. */
    static String tag(Tag tag) {
        return tag.name() + " (" + tag.source().code()
                + (tag.score().isPresent()
                        ? String.format(Locale.ROOT, " %.2f", tag.score().getAsDouble())
                        : "") + ")";
    }

    static String guess(Guess guess) {
        return guess.name() + String.format(Locale.ROOT, " %.2f", guess.score());
    }

    /** Such as {@code 163 MB}; at least one. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.max(1, bytes / 1_000_000));
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
    }
}
