package app.earmark.ucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.ucs.UcsName.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UcsNameParserTest {

    private final UcsNameParser parser = new UcsNameParser(UcsTable.load());

    @Test
    void readsARealNameAndKeepsTheVendorPartInTheFxName() {
        UcsName name = parser.parse("DSGNDist_SUSTAIN-Bathtub Ringout_B00M_CICK.wav");
        assertThat(name.recognition()).isEqualTo(Recognition.CAT_ID);
        assertThat(name.entry().orElseThrow().categoryFull()).isEqualTo("DESIGNED-DISTORTION");
        assertThat(name.catId()).isEqualTo("DSGNDist");
        assertThat(name.vendorCategory()).isEqualTo("SUSTAIN");
        assertThat(name.fxName()).isEqualTo("SUSTAIN-Bathtub Ringout");
        assertThat(name.creatorId()).isEqualTo("B00M");
        assertThat(name.sourceId()).isEqualTo("CICK");
        assertThat(name.userCategory()).isEmpty();
        assertThat(name.userData()).isEmpty();
    }

    @Test
    void readsEveryField() {
        UcsName name = parser.parse("GUNAuto-INT-Close_UZI 9mm-Rapid Fire Short Bursts_JDR_NONE_MKH 8040_take_2.WAV");
        assertThat(name.catId()).isEqualTo("GUNAuto");
        assertThat(name.userCategory()).isEqualTo("INT-Close");
        assertThat(name.vendorCategory()).isEqualTo("UZI 9mm");
        assertThat(name.fxName()).isEqualTo("UZI 9mm-Rapid Fire Short Bursts");
        assertThat(name.creatorId()).isEqualTo("JDR");
        assertThat(name.sourceId()).isEmpty();
        assertThat(name.userData()).isEqualTo("MKH 8040_take_2");
    }

    @Test
    void needsOnlyTheCatId() {
        assertThat(parser.parse("RAIN.flac").entry().orElseThrow().categoryFull())
                .isEqualTo("RAIN-GENERAL");
        assertThat(parser.parse("IR_Cathedral").fxName()).isEqualTo("Cathedral");
        assertThat(parser.parse("DOORWood_Creak_B00M").creatorId()).isEqualTo("B00M");
    }

    @Test
    void readsEmptyBlocksAndStraySpaces() {
        UcsName name = parser.parse(" DOORWood - INT _ Creak __CICK.wav");
        assertThat(name.catId()).isEqualTo("DOORWood");
        assertThat(name.userCategory()).isEqualTo("INT");
        assertThat(name.fxName()).isEqualTo("Creak");
        assertThat(name.creatorId()).isEmpty();
        assertThat(name.sourceId()).isEqualTo("CICK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rain.wav",
                "Rain_Heavy_B00M_CICK.wav",
                "RAIN on leaves.wav",
                "doorwood_Creak_B00M_CICK.wav",
                "AIRPLANE_take_off_01.wav",
                "footstep_wood_run_01.wav",
                "_DOORWood_Creak.wav",
                ".wav",
                ""
            })
    void takesNothingForACatIdThatIsNotOneLetterForLetter(String fileName) {
        UcsName name = parser.parse(fileName);
        assertThat(name.recognition()).isEqualTo(Recognition.NOTHING);
        assertThat(name.entry()).isEmpty();
        assertThat(name.creatorId()).isEmpty();
    }

    @Test
    void readsTheLayoutOfANameWithAnUnknownCatIdAndSaysSo() {
        UcsName name = parser.parse("DOORSqueak_OLD-Barn Door_B00M_CICK.wav");
        assertThat(name.recognition()).isEqualTo(Recognition.LAYOUT);
        assertThat(name.entry()).isEmpty();
        assertThat(name.catId()).isEqualTo("DOORSqueak");
        assertThat(name.fxName()).isEqualTo("OLD-Barn Door");
        assertThat(name.creatorId()).isEqualTo("B00M");
    }

    @Test
    void keepsTheWholeNameOfAFileThatIsNoUcsName() {
        UcsName name = parser.parse("my-old_door creaks.wav");
        assertThat(name.fxName()).isEqualTo("my-old_door creaks");
        assertThat(name.vendorCategory()).isEmpty();
    }

    @Test
    void takesOnlyAnExtensionForAnExtension() {
        assertThat(parser.parse("WIND_Gust 2.5").fxName()).isEqualTo("Gust 2.5");
        assertThat(parser.parse("WIND_Gust 2.5.w64").fxName()).isEqualTo("Gust 2.5");
        assertThat(parser.parse("WIND_Mr. Breeze").fxName()).isEqualTo("Mr. Breeze");
        assertThat(parser.parse("WIND_Gust.mp3").fxName()).isEqualTo("Gust");
    }
}
