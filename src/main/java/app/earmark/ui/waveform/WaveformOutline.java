package app.earmark.ui.waveform;

import app.earmark.library.Peaks;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * A waveform's outline, filled in {@code -earmark-wave}; the part before {@link #setPlayed} in {@code
 * -earmark-wave-played}. One vertical line a pixel, from the smallest to the largest sample under it.
 */
public final class WaveformOutline extends Region {

    private static final StyleablePropertyFactory<WaveformOutline> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<WaveformOutline, Paint> WAVE =
            CSS.createPaintCssMetaData("-earmark-wave", outline -> outline.wave, Color.GRAY);
    private static final CssMetaData<WaveformOutline, Paint> PLAYED =
            CSS.createPaintCssMetaData("-earmark-wave-played", outline -> outline.playedWave, Color.DODGERBLUE);

    private final Canvas canvas = new Canvas();
    private final StyleableProperty<Paint> wave = new SimpleStyleableObjectProperty<>(WAVE, this, "wave", Color.GRAY);
    private final StyleableProperty<Paint> playedWave =
            new SimpleStyleableObjectProperty<>(PLAYED, this, "playedWave", Color.DODGERBLUE);
    private Peaks peaks;
    private double played;

    public WaveformOutline() {
        getStyleClass().add("waveform-outline");
        setMouseTransparent(true);
        getChildren().add(canvas);
        ((ObjectProperty<?>) wave).addListener((p, before, now) -> draw());
        ((ObjectProperty<?>) playedWave).addListener((p, before, now) -> draw());
    }

    /** Draws this outline, or nothing. */
    public void setPeaks(Peaks newPeaks) {
        if (newPeaks != peaks) {
            peaks = newPeaks;
            draw();
        }
    }

    /** How much of the clip was played, 0…1. */
    public void setPlayed(double fraction) {
        double old = played * canvas.getWidth();
        played = fraction;
        if (Math.abs(old - played * canvas.getWidth()) >= 0.5) {
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth() - snappedLeftInset() - snappedRightInset());
        double height = Math.floor(getHeight() - snappedTopInset() - snappedBottomInset());
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(Math.max(0, width));
            canvas.setHeight(Math.max(0, height));
            draw();
        }
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        if (peaks == null || peaks.buckets() == 0 || width < 1 || height < 1) {
            return;
        }
        double middle = height / 2;
        double playedTo = played * width;
        for (int x = 0; x < width; x++) {
            int first = (int) (x * (long) peaks.buckets() / (long) width);
            int end = Math.max(first + 1, (int) ((x + 1) * (long) peaks.buckets() / (long) width));
            int low = 127;
            int high = -127;
            for (int bucket = first; bucket < end && bucket < peaks.buckets(); bucket++) {
                low = Math.min(low, peaks.minMax()[2 * bucket]);
                high = Math.max(high, peaks.minMax()[2 * bucket + 1]);
            }
            double top = middle - high / 127.0 * middle;
            double bottom = middle - low / 127.0 * middle;
            pen.setFill(x < playedTo ? playedWave.getValue() : wave.getValue());
            pen.fillRect(x, Math.min(top, middle - 0.5), 1, Math.max(1, bottom - top));
        }
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return CSS.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
