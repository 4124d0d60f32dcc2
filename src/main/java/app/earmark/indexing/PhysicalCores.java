package app.earmark.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of cores that can do arithmetic at the same time. Linux says so; elsewhere, Java counts threads, of which
 * Intel's and AMD's larger processors run two on a core.
 */
final class PhysicalCores {

    private static final Pattern FIELD = Pattern.compile("(physical id|core id)\\s*:\\s*(\\d+)");
    private static final int FEWEST_THREADS_IN_PAIRS = 8;

    private PhysicalCores() {}

    static int count() {
        int threads = Runtime.getRuntime().availableProcessors();
        try {
            int cores = countIn(Files.readAllLines(Path.of("/proc/cpuinfo")));
            if (cores > 0) {
                return Math.min(cores, threads);
            }
        } catch (IOException e) {
            // not Linux
        }
        boolean paired = !System.getProperty("os.arch").equals("aarch64") && threads >= FEWEST_THREADS_IN_PAIRS;
        return paired ? threads / 2 : threads;
    }

    /** 0 if the lines don't say, as on ARM. */
    static int countIn(List<String> cpuInfo) {
        Set<String> cores = new HashSet<>();
        String socket = "";
        for (String line : cpuInfo) {
            Matcher field = FIELD.matcher(line);
            if (field.matches() && field.group(1).equals("core id")) {
                cores.add(socket + "/" + field.group(2));
            } else if (field.matches()) {
                socket = field.group(2);
            }
        }
        return cores.size();
    }
}
