package app.earmark.learning.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {

    @ParameterizedTest
    @CsvSource({
        "wood_hit-03.wav, wood hit",
        "DoorCreakOld02.WAV, door creak old",
        "UFOLanding.mp3, ufo landing",
        "Heavy Metal Door - Slam (take 4).aiff, heavy metal door slam",
        "dog's bark.flac, dogs bark",
        "rain_rain_RAIN.ogg, rain",
        "Türe knarrt.wav, türe knarrt",
        "雷雨.wav, 雷雨",
        "v1.2 explosion.final.wav, explosion",
    })
    void wordsOfANameAreLowerCaseAndOnce(String file, String words) {
        assertThat(String.join(" ", NameWords.ofFile(file))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REC0001.wav",
                "untitled.wav",
                "Track 01.wav",
                "ZOOM0007_LR.WAV",
                "20210304-123.wav",
                "Audio 1-2.aif",
                "a.wav",
                "new recording (3).m4a",
                "01.wav",
                "",
            })
    void aJunkNameHoldsNoWords(String file) {
        assertThat(NameWords.ofFile(file)).isEmpty();
    }

    @Test
    void namesAreAlikeFromHalfOfTheWordsOn() {
        assertThat(NameWords.alike(Set.of("door", "creak"), Set.of("door", "slam")))
                .isTrue();
        assertThat(NameWords.alike(Set.of("door", "creak", "old"), Set.of("door")))
                .isFalse();
        assertThat(NameWords.alike(Set.of("rain"), Set.of())).isFalse();
    }
}
