package app.earmark.playback;

import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.playback.PlaybackState.Phase;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of its own that plays one file on the default device; the state it ended in is its exit code. */
final class PlayOneFile {

    private PlayOneFile() {}

    public static void main(String[] arguments) throws Exception {
        LinkedBlockingQueue<PlaybackState> states = new LinkedBlockingQueue<>();
        JavaSoundSink sink = new JavaSoundSink();
        Phase phase = Phase.PLAYING;
        try (LinePlayer player = new LinePlayer(new FfmpegAudioDecoder(), sink)) {
            player.onState(states::add);
            player.play(Path.of(arguments[0]), Double.parseDouble(arguments[1]));
            while (phase == Phase.PLAYING) {
                PlaybackState state = states.poll(60, TimeUnit.SECONDS);
                phase = state == null ? Phase.STOPPED : state.phase();
            }
        }
        sink.close();
        System.exit(phase.ordinal());
    }
}
