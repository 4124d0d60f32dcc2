package app.earmark.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** The text a container and its sound track carry. */
final class ContainerText {

    /** What old editors on Windows wrote into RIFF INFO and ID3v1. */
    private static final Charset LEGACY = Charset.forName("windows-1252");

    private ContainerText() {}

    /** Keys in lower case; where container and track both have a key, the container's text is kept. */
    static Map<String, String> of(SoundContainer container) {
        Map<String, String> text = new TreeMap<>();
        collect(container.track().metadata(), text);
        collect(container.context().metadata(), text);
        return Map.copyOf(text);
    }

    private static void collect(AVDictionary dictionary, Map<String, String> text) {
        AVDictionaryEntry entry = avutil.av_dict_iterate(dictionary, null);
        while (entry != null) {
            String value = decode(entry.value()).strip();
            if (!value.isEmpty()) {
                text.put(decode(entry.key()).toLowerCase(Locale.ROOT), value);
            }
            entry = avutil.av_dict_iterate(dictionary, entry);
        }
    }

    private static String decode(BytePointer value) {
        byte[] bytes = value.getStringBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LEGACY);
        }
    }
}
