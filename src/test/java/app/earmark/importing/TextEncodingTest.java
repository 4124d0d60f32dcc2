package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets without a byte-order mark, some with a single letter that is not ASCII. */
class TextEncodingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "door.wav,Tür",
                "door.wav,Übergang",
                "door.wav,ÜBERGANG MIT TÜR",
                "cafe.wav,Café",
                "a.wav,à la carte",
                "niño.wav,señal de año nuevo",
                "x.wav,Ångström på øya",
                "wind.wav,“gusts” – 20 km/h",
                "door.wav,don’t slam",
                "coeur.wav,un cœur de bœuf",
                "ÉCLAIR.wav,TONNERRE ÉLOIGNÉ",
                "temp.wav,20 °C outside",
                "rights.wav,© 2024 Ann"
            })
    void eightBitTextsOfBothSystemsAreToldApart(String row) throws Exception {
        String text = "Filename,Description\r\n" + row + "\r\n";
        for (String charset : new String[] {"windows-1252", "x-MacRoman"}) {
            Path file = Files.write(folder.resolve("s.csv"), text.getBytes(Charset.forName(charset)));
            assertThat(Files.readString(file, TextEncoding.detect(file).charset()))
                    .as(charset)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tür", "雨の音", "🚪 slams", "\u0800\uD7FF\uE000\uFFFD", "\uD800\uDC00 \uDBFF\uDFFD", "\u0080\u07FF"
            })
    void utf8OfAnyLengthIsUtf8(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("s.csv"), "Filename\n" + text + "\n");
        assertThat(TextEncoding.detect(file).name()).isEqualTo("UTF-8");
    }

    /** Overlong, half of a pair, beyond the last character, cut off, a tail without a head. */
    @ParameterizedTest
    @CsvSource({
        "C0AF",
        "C180",
        "E0809F",
        "E09F80",
        "EDA080",
        "F08FBFBF",
        "F4908080",
        "F5808080",
        "C3",
        "E282",
        "F09F98",
        "80",
        "C341"
    })
    void whatOnlyLooksLikeUtf8IsNot(String hex) throws Exception {
        Utf8Check check = new Utf8Check();
        for (byte b : HexFormat.of().parseHex(hex)) {
            check.add(b & 0xFF);
        }
        assertThat(check.isValid()).isFalse();
    }

    @Test
    void aMarkTellsWhichHalfComesFirst() throws Exception {
        String text = "\uFEFFFilename,Notes\n雨.wav,雨\n";
        for (String charset : new String[] {"UTF-16LE", "UTF-16BE"}) {
            Path file = Files.write(folder.resolve("s.csv"), text.getBytes(Charset.forName(charset)));
            TextEncoding found = TextEncoding.detect(file);
            assertThat(found.charset()).isEqualTo(Charset.forName(charset));
            assertThat(found.name()).isEqualTo("UTF-16");
            assertThat(found.markBytes()).isEqualTo(2);
        }
    }
}
