package app.earmark.decode;

import java.util.Locale;
import java.util.Map;

/** Short names of formats, as a sound person says them. */
final class FormatName {

    private static final Map<String, String> BY_DEMUXER = Map.ofEntries(
            Map.entry("wav", "WAV"),
            Map.entry("w64", "W64"),
            Map.entry("aiff", "AIFF"),
            Map.entry("flac", "FLAC"),
            Map.entry("mp3", "MP3"),
            Map.entry("aac", "AAC"),
            Map.entry("wv", "WV"),
            Map.entry("caf", "CAF"),
            Map.entry("au", "AU"),
            Map.entry("asf", "WMA"),
            Map.entry("nistsphere", "SPHERE"),
            Map.entry("mpc8", "MPC"));

    private FormatName() {}

    /**
     * @param demuxer FFmpeg's name of the container, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
     * @param codec FFmpeg's name of the codec
     * @param pictures whether the file is a film
     */
    static String of(String demuxer, String codec, boolean pictures) {
        if (demuxer.startsWith("mov")) {
            return pictures ? "MOV" : codec.equals("alac") ? "ALAC" : "M4A";
        }
        if (demuxer.startsWith("matroska")) {
            return pictures ? "MKV" : "MKA";
        }
        if (demuxer.equals("ogg")) {
            return codec.equals("opus") ? "OPUS" : "OGG";
        }
        if (demuxer.equals("mp3") && !codec.startsWith("mp3")) {
            return codec.toUpperCase(Locale.ROOT);
        }
        String known = BY_DEMUXER.get(demuxer);
        return known != null ? known : demuxer.split(",")[0].toUpperCase(Locale.ROOT);
    }
}
