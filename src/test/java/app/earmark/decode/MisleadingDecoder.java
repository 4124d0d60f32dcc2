package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import app.earmark.library.AudioFacts;
import java.nio.file.Path;
import java.util.Map;

/** Decodes truly but states a wrong duration, as headers may. */
record MisleadingDecoder(AudioDecoder decoder, double statedSeconds) implements AudioDecoder {

    @Override
    public AudioFacts probe(Path file) throws UndecodableFile {
        AudioFacts facts = decoder.probe(file);
        return new AudioFacts(
                facts.format(), facts.codec(), statedSeconds, facts.sampleRateHz(), facts.channels(), facts.bitDepth());
    }

    @Override
    public Map<String, String> metadata(Path file) throws UndecodableFile {
        return decoder.metadata(file);
    }

    @Override
    public AudioStream open(Path file) throws UndecodableFile {
        AudioStream stream = decoder.open(file);
        AudioFacts stated = probe(file);
        return new AudioStream() {
            @Override
            public AudioFacts facts() {
                return stated;
            }

            @Override
            public SampleRate rate() {
                return stream.rate();
            }

            @Override
            public int channels() {
                return stream.channels();
            }

            @Override
            public int read(float[] target, int frames) throws UndecodableFile {
                return stream.read(target, frames);
            }

            @Override
            public void seek(double seconds) throws UndecodableFile {
                stream.seek(seconds);
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }
}
