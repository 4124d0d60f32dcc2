package app.earmark.playback;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.AudioStream;
import app.earmark.decode.UndecodableFile;
import app.earmark.dsp.Resampler;
import app.earmark.playback.PlaybackState.Phase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays whatever decodes: a thread of its own decodes block by block, repeats the region, applies the volume and writes
 * to an {@link AudioSink}. A block is some 10 ms, and commands are looked at between blocks.
 */
public final class LinePlayer implements PlaybackEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LinePlayer.class);
    private static final long POLL_MILLISECONDS = 5;
    /** A device that moves no frame for so long has played what it got, whatever it says. */
    private static final int MOST_IDLE_POLLS = 100;

    private final AudioDecoder decoder;
    private final AudioSink sink;
    private final Resampler resampler = new Resampler();
    private final PositionTrack track = new PositionTrack();
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "playback");

    private volatile Consumer<PlaybackState> listener = state -> {};
    private volatile Optional<Region> region = Optional.empty();
    private volatile float gain = 1;
    private volatile SinkFormat format;
    private volatile boolean closed;

    private Phase phase = Phase.STOPPED;
    private ClipRendering rendering;
    private float[] block = new float[0];
    private float lastGain = 1;
    private long written;
    private boolean allWritten;
    private int idlePolls;
    private long lastHeard;

    public LinePlayer(AudioDecoder decoder, AudioSink sink) {
        this.decoder = decoder;
        this.sink = sink;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void play(Path file, double fromSeconds) {
        commands.clear();
        commands.add(() -> begin(file, fromSeconds));
    }

    @Override
    public void pause() {
        commands.add(() -> {
            if (phase == Phase.PLAYING) {
                sink.pause();
                enter(PlaybackState.of(Phase.PAUSED));
            }
        });
    }

    @Override
    public void resume() {
        commands.add(() -> {
            if (phase == Phase.PAUSED) {
                sink.start();
                enter(PlaybackState.of(Phase.PLAYING));
            }
        });
    }

    @Override
    public void stop() {
        commands.clear();
        commands.add(() -> {
            if (phase != Phase.STOPPED) {
                end();
                enter(PlaybackState.of(Phase.STOPPED));
            }
        });
    }

    @Override
    public void seek(double seconds) {
        commands.add(() -> {
            if (rendering != null) {
                attempt(() -> {
                    sink.flush();
                    restart(seconds);
                    if (phase == Phase.PLAYING) {
                        sink.start();
                    }
                });
            }
        });
    }

    @Override
    public void loop(Optional<Region> newRegion) {
        region = newRegion;
    }

    @Override
    public void volume(double newGain) {
        gain = (float) Math.max(0, Math.min(1, newGain));
    }

    @Override
    public double positionSeconds() {
        SinkFormat now = format;
        return now == null ? 0 : track.fileSeconds(now.rate().secondsOf(sink.framesHeard()));
    }

    @Override
    public void onState(Consumer<PlaybackState> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        commands.clear();
        commands.add(() -> {
            end();
            sink.close();
            closed = true;
        });
    }

    private void run() {
        while (!closed) {
            try {
                Runnable command = phase != Phase.PLAYING
                        ? commands.take()
                        : allWritten ? commands.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS) : commands.poll();
                if (command != null) {
                    command.run();
                } else if (allWritten) {
                    awaitEnd();
                } else {
                    attempt(this::playBlock);
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("playback", e);
                fail("Playing failed; the log says why.");
            }
        }
    }

    private void begin(Path file, double fromSeconds) {
        end();
        attempt(() -> {
            AudioStream stream = decoder.open(file);
            try {
                format = sink.open(stream.rate(), stream.channels());
                rendering = new ClipRendering(stream, format, () -> region, track, resampler);
            } finally {
                if (rendering == null) {
                    stream.close();
                }
            }
            block = new float[rendering.mostFrames() * format.channels()];
            lastGain = gain;
            restart(fromSeconds);
            enter(PlaybackState.of(Phase.PLAYING));
        });
    }

    private void restart(double seconds) throws UndecodableFile {
        rendering.startAt(seconds);
        written = 0;
        allWritten = false;
        idlePolls = 0;
        lastHeard = 0;
    }

    private void playBlock() throws UndecodableFile {
        int frames = rendering.next(block);
        if (frames < 0) {
            allWritten = true;
            return;
        }
        applyGain(frames);
        if (sink.write(block, frames) < frames) {
            fail("The sound device stopped taking sound; connect it again, then play again.");
        }
        written += frames;
    }

    private void applyGain(int frames) {
        float target = gain;
        int channels = format.channels();
        if (target != 1 || lastGain != 1) {
            for (int i = 0; i < frames; i++) {
                float now = lastGain + (target - lastGain) * (i + 1) / frames;
                for (int channel = 0; channel < channels; channel++) {
                    block[i * channels + channel] *= now;
                }
            }
            lastGain = target;
        }
    }

    private void awaitEnd() {
        long heard = sink.framesHeard();
        idlePolls = heard == lastHeard ? idlePolls + 1 : 0;
        lastHeard = heard;
        if (heard >= written || idlePolls > MOST_IDLE_POLLS) {
            rendering.close();
            rendering = null;
            enter(PlaybackState.of(Phase.ENDED));
        }
    }

    private interface Step {
        void run() throws UndecodableFile, NoSoundDevice;
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (UndecodableFile | NoSoundDevice e) {
            LOG.info("cannot play: {}", e.getMessage());
            fail(e.getMessage());
        }
    }

    private void fail(String sentence) {
        end();
        enter(PlaybackState.failed(sentence));
    }

    /** Silence; nothing is loaded any more. */
    private void end() {
        if (rendering != null) {
            rendering.close();
            rendering = null;
            sink.flush();
        }
        track.restart(0);
        format = null;
    }

    private void enter(PlaybackState state) {
        phase = state.phase();
        listener.accept(state);
    }
}
