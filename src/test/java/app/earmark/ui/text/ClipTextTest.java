package app.earmark.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipTextTest {

    @ParameterizedTest
    @CsvSource({"0.004,0:00.004", "0.5,0:00.5", "3.24,0:03.2", "59.94,0:59.9", "59.96,1:00", "727,12:07", "3727,1:02:07"
    })
    void durationsReadLikeATapeCounter(double seconds, String text) {
        assertThat(ClipText.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0:00.0", "59.96,1:00.0", "67.44,1:07.4", "3661.5,1:01:01.5"})
    void positionsHaveTenths(double seconds, String text) {
        assertThat(ClipText.position(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"44100,44.1 kHz", "48000,48 kHz", "11025,11.025 kHz", "192000,192 kHz", "8000,8 kHz"})
    void ratesAreInKilohertz(int hertz, String text) {
        assertThat(ClipText.rate(hertz)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"640,640 B", "12400,12 kB", "1240,1.2 kB", "999999,1.0 MB", "1200000000,1.2 GB"})
    void sizesUsePowersOfTen(long bytes, String text) {
        assertThat(ClipText.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"40,40 s left", "200,3 min left", "7500,2 h 5 min left"})
    void timeLeftIsRoundedToWhatMatters(double seconds, String text) {
        assertThat(ClipText.timeLeft(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"DOORS,Doors", "FOOD & DRINK,Food & Drink"})
    void categoriesLoseTheirCapitals(String capitals, String text) {
        assertThat(ClipText.titleCase(capitals)).isEqualTo(text);
    }

    @Test
    void aScoreThatRoundsToNothingHasNoSign() {
        assertThat(ClipText.score(java.util.OptionalDouble.of(-0.004))).isEqualTo("0.00");
        assertThat(ClipText.score(java.util.OptionalDouble.of(-0.126))).isEqualTo("-0.13");
        assertThat(ClipText.score(java.util.OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void aNameWithLineBreaksBecomesOneLine() {
        assertThat(ClipText.oneLine("new\r\nline\n.wav")).isEqualTo("new line .wav");
    }
}
