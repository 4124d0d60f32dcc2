package app.earmark.bench;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.progress.Progress;
import app.earmark.ui.EarmarkWindow;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;

/**
 * Is the window usable while it listens? {@code HOME FOLDER SECONDS [idle] [stacks]}: opens the real window over a fresh catalogue
 * in HOME, has it listen to the sounds in FOLDER, and measures the time between pulses of JavaFX and how long a selected
 * sound takes to reach the inspector, while it is used: a selection a second, a letter typed every other. With
 * {@code idle} nobody listens, for comparison; with {@code stacks} it is said what the window's own thread did where it
 * worked long, for which the whole process is stopped again and again: up to 31 ms each time. Needs a display.
 */
public final class WindowPulseBench {

    private static final String TYPED = "heavy wooden door creaks";
    private static final int SETTLE_SECONDS = 5;
    /** From this much work of the window's own thread between two pulses on, it is said what it did. */
    private static final double BUSY_MILLIS = 60;

    private final List<Long> pulses = new ArrayList<>();
    private final List<Long> processor = new ArrayList<>();
    private final List<Double> inspected = new ArrayList<>();
    private long selectedAt;
    private final boolean showStacks;
    private StackWatch stacks;

    private WindowPulseBench(boolean showStacks) {
        this.showStacks = showStacks;
    }

    public static void main(String[] args) throws Exception {
        EarmarkHome home = new EarmarkHome(Path.of(args[0]));
        List<String> options = List.of(args).subList(3, args.length);
        Files.createDirectories(home.folder());
        Files.deleteIfExists(home.catalogue());
        list(home, Path.of(args[1]));
        WindowPulseBench bench = new WindowPulseBench(options.contains("stacks"));
        CompletableFuture.runAsync(() -> bench.use(Integer.parseInt(args[2]), !options.contains("idle")));
        EarmarkWindow.open(home);
        System.exit(0);
    }

    /** Fills the catalogue up to where listening would begin. */
    private static void list(EarmarkHome home, Path folder) throws Exception {
        try (Earmark earmark = new Earmark(home, home.catalogue(), Access.CREATE, new StandardParts())) {
            earmark.scanner().scan(List.of(folder), false, new UntilListening());
        }
    }

    private void use(int seconds, boolean listen) {
        try {
            Scene scene = shown();
            Thread.sleep(SETTLE_SECONDS * 1000L);
            if (listen) {
                onWindow(() -> ((Button) scene.lookup("#go-on")).fire());
                Thread.sleep(SETTLE_SECONDS * 1000L);
            }
            onWindow(() -> watch(scene));
            for (int second = 0; second < seconds; second++) {
                int step = second;
                onWindow(() -> step(scene, step));
                Thread.sleep(1000);
            }
            report(((Label) scene.lookup("#counts")).getText());
            onWindow(() -> scene.getWindow().hide());
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static Scene shown() throws Exception {
        for (int i = 0; i < 600; i++) {
            Thread.sleep(100);
            List<Window> windows = List.copyOf(Window.getWindows());
            if (!windows.isEmpty() && windows.get(0).getScene().lookup("#results-table") != null) {
                return windows.get(0).getScene();
            }
        }
        throw new IllegalStateException("no window came up within a minute");
    }

    private void watch(Scene scene) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        stacks = showStacks ? new StackWatch(Thread.currentThread()) : null;
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.add(System.nanoTime());
                processor.add(threads.getCurrentThreadCpuTime());
            }
        }.start();
        ((Label) scene.lookup(".inspector-name")).textProperty().addListener((text, before, now) -> {
            if (selectedAt != 0) {
                inspected.add((System.nanoTime() - selectedAt) / 1e6);
                selectedAt = 0;
            }
        });
    }

    private void step(Scene scene, int second) {
        TableView<?> table = (TableView<?>) scene.lookup("#results-table");
        TextField search = (TextField) scene.lookup("#search-field");
        if (second % 2 == 0) {
            search.setText(TYPED.substring(0, 1 + second / 2 % TYPED.length()));
        } else {
            selectedAt = System.nanoTime();
            table.getSelectionModel()
                    .clearAndSelect((second * 7)
                            % Math.max(1, Math.min(500, table.getItems().size())));
            table.scrollTo(table.getSelectionModel().getSelectedIndex());
        }
    }

    private static void onWindow(Runnable action) throws InterruptedException {
        Semaphore done = new Semaphore(0);
        Platform.runLater(() -> {
            action.run();
            done.release();
        });
        done.acquire();
    }

    private void report(String counts) {
        double[] gaps = new double[pulses.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (pulses.get(i + 1) - pulses.get(i)) / 1e6;
        }
        List<String> long100 = new ArrayList<>();
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] > 100) {
                long100.add(String.format(
                        Locale.ROOT, "%.0f ms at %.1f s", gaps[i], (pulses.get(i) - pulses.get(0)) / 1e9));
            }
        }
        Arrays.sort(gaps);
        System.out.printf(
                Locale.ROOT,
                "%s%npulses: %d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms; above 100 ms: %d %s%n",
                counts,
                pulses.size(),
                at(gaps, 0.5),
                at(gaps, 0.95),
                at(gaps, 0.99),
                gaps[gaps.length - 1],
                long100.size(),
                long100.size() > 20 ? long100.subList(0, 20) + " …" : long100);
        double[] own = new double[gaps.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = (processor.get(i + 1) - processor.get(i)) / 1e6;
            if (showStacks && own[i] > BUSY_MILLIS) {
                System.out.printf(
                        Locale.ROOT,
                        "%.0f ms of work at %.1f s:%n%s%n",
                        own[i],
                        (pulses.get(i) - pulses.get(0)) / 1e9,
                        stacks.between(pulses.get(i), pulses.get(i + 1)));
            }
        }
        Arrays.sort(own);
        System.out.printf(
                Locale.ROOT,
                "of it processor time of the window's own thread: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                at(own, 0.5),
                at(own, 0.95),
                at(own, 0.99),
                own[own.length - 1]);
        double[] waits = inspected.stream().mapToDouble(wait -> wait).sorted().toArray();
        if (waits.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "selection to inspector: %d times, p50 %.0f ms, p95 %.0f ms%n",
                    waits.length,
                    at(waits, 0.5),
                    at(waits, 0.95));
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }

    /** Cancels a scan when everything is listed. */
    private static final class UntilListening implements Progress {
        private volatile boolean listed;

        @Override
        public void phase(String name, long total) {
            listed = name.equals("Listening");
        }

        @Override
        public boolean isCancelled() {
            return listed;
        }
    }
}
