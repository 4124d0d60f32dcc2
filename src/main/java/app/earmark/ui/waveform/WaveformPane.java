package app.earmark.ui.waveform;

import app.earmark.library.Peaks;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A large waveform with playhead and loop region. A click names a position, a drag a region, both as fractions of the
 * whole; a double click takes the region away.
 */
public final class WaveformPane extends Region {

    private static final double LEAST_DRAG = 4;

    private final WaveformOutline outline = new WaveformOutline();
    private final Region moment = new Region();
    private final Region loop = new Region();
    private final Region playhead = new Region();
    private final DoubleConsumer seek;
    private final BiConsumer<Double, Double> mark;
    private final Runnable unmark;
    private double played;
    private double loopStart = -1;
    private double loopEnd = -1;
    private double momentStart = -1;
    private double momentEnd = -1;
    private double pressed = -1;
    private boolean dragged;

    public WaveformPane(DoubleConsumer seek, BiConsumer<Double, Double> mark, Runnable unmark) {
        this.seek = seek;
        this.mark = mark;
        this.unmark = unmark;
        getStyleClass().add("waveform-pane");
        setAccessibleText("Waveform: click to go to a position, drag to loop a part");
        setCursor(Cursor.CROSSHAIR);
        moment.getStyleClass().add("moment-region");
        moment.setMouseTransparent(true);
        loop.getStyleClass().add("loop-region");
        playhead.getStyleClass().add("playhead");
        loop.setMouseTransparent(true);
        playhead.setMouseTransparent(true);
        getChildren().addAll(moment, loop, outline, playhead);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = event.getX();
            dragged = false;
            if (event.getClickCount() == 2) {
                unmark.run();
            }
        }
    }

    private void drag(MouseEvent event) {
        if (pressed >= 0 && (dragged || Math.abs(event.getX() - pressed) >= LEAST_DRAG)) {
            dragged = true;
            setLoop(
                    Math.min(fraction(pressed), fraction(event.getX())),
                    Math.max(fraction(pressed), fraction(event.getX())));
        }
    }

    private void release(MouseEvent event) {
        if (pressed < 0) {
            return;
        }
        drag(event); // a fast drag may have told of no place in between
        if (dragged && loopEnd > loopStart) {
            mark.accept(loopStart, loopEnd);
        } else if (event.getClickCount() == 1) {
            seek.accept(fraction(event.getX()));
        }
        pressed = -1;
    }

    private double fraction(double x) {
        return getWidth() <= 0 ? 0 : Math.max(0, Math.min(1, x / getWidth()));
    }

    public void setPeaks(Peaks peaks) {
        outline.setPeaks(peaks);
        requestLayout();
    }

    /** Where the sound is, 0…1. */
    public void setPlayed(double fraction) {
        if (fraction != played) {
            played = fraction;
            outline.setPlayed(fraction);
            placePlayhead();
        }
    }

    /** The region to loop, as fractions of the whole; a negative start means none. */
    public void setLoop(double start, double end) {
        loopStart = start;
        loopEnd = end;
        requestLayout();
    }

    /** The part that was found, as fractions of the whole; a negative start means none. */
    public void setMoment(double start, double end) {
        momentStart = start;
        momentEnd = end;
        requestLayout();
    }

    private void placePlayhead() {
        playhead.resizeRelocate(Math.round(played * Math.max(0, getWidth() - 1)), 0, 1, getHeight());
        playhead.setVisible(played > 0);
    }

    @Override
    protected void layoutChildren() {
        outline.resizeRelocate(0, 0, getWidth(), getHeight());
        moment.setVisible(momentStart >= 0 && momentEnd > momentStart);
        moment.resizeRelocate(
                momentStart * getWidth(), 0, Math.max(2, (momentEnd - momentStart) * getWidth()), getHeight());
        loop.setVisible(loopStart >= 0 && loopEnd > loopStart);
        loop.resizeRelocate(loopStart * getWidth(), 0, Math.max(1, (loopEnd - loopStart) * getWidth()), getHeight());
        placePlayhead();
    }
}
