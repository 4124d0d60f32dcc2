package app.earmark.decode;

import app.earmark.library.AudioFacts;
import java.nio.file.Path;
import java.util.Map;

/**
 * Decodes through FFmpeg: WAV of every width with its EXTENSIBLE, RF64, BW64 and W64 kin, ADPCM, AIFF, AIFC, FLAC, Ogg
 * Vorbis, Opus, MP3, AAC, M4A, ALAC, WavPack, CAF, AU, WMA and others. What a file is, is found by looking into it; its
 * name does not matter. Of several sound tracks the one marked as
 * default is used, else the first.
 *
 * <p>Every method throws {@link DecoderUnavailable} if the native libraries can't be loaded.
 */
public final class FfmpegAudioDecoder implements AudioDecoder {

    /** Version of the native decoder, such as {@code FFmpeg 8.0.1}; loads it. */
    public String version() {
        return "FFmpeg " + FfmpegLibrary.version();
    }

    @Override
    public AudioFacts probe(Path file) throws UndecodableFile {
        FfmpegLibrary.load();
        SoundContainer container = SoundContainer.open(file);
        if (TrackFacts.headerSuffices(container)) {
            try (container) {
                return TrackFacts.fromHeader(container);
            }
        }
        try (AudioStream stream = new FfmpegAudioStream(container)) {
            return stream.facts();
        }
    }

    @Override
    public Map<String, String> metadata(Path file) throws UndecodableFile {
        FfmpegLibrary.load();
        try (SoundContainer container = SoundContainer.open(file)) {
            return ContainerText.of(container);
        }
    }

    @Override
    public Inspection inspect(Path file) throws UndecodableFile {
        FfmpegLibrary.load();
        SoundContainer container = SoundContainer.open(file);
        if (TrackFacts.headerSuffices(container)) {
            try (container) {
                return new Inspection(TrackFacts.fromHeader(container), ContainerText.of(container));
            }
        }
        Map<String, String> text = ContainerText.of(container);
        try (AudioStream stream = new FfmpegAudioStream(container)) {
            return new Inspection(stream.facts(), text);
        }
    }

    @Override
    public AudioStream open(Path file) throws UndecodableFile {
        FfmpegLibrary.load();
        return new FfmpegAudioStream(SoundContainer.open(file));
    }
}
