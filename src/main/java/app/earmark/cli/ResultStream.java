package app.earmark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Standard output in UTF-8 that remembers what kept it from taking a result; a {@link PrintStream} keeps it to itself. */
final class ResultStream extends PrintStream {

    private final Remembering target;
    private final boolean pipe;

    private ResultStream(Remembering target, boolean pipe) {
        // Flushed at every line's end; a big result is written in few pieces, by the writers themselves.
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
        this.pipe = pipe;
    }

    static ResultStream ofProcess() {
        return to(new FileOutputStream(FileDescriptor.out), isPipe(Path.of("/proc/self/fd/1")));
    }

    /** @param pipe whether it is known that somebody reads what is written, and may have seen enough at any time */
    static ResultStream to(OutputStream out, boolean pipe) {
        return new ResultStream(new Remembering(out), pipe);
    }

    /** Why not all of the result was written; empty also where whoever reads a pipe had seen enough. */
    Optional<IOException> failure() {
        flush();
        // Where it is not known (no Linux), the message has to tell; there it does not follow the person's language.
        return Optional.ofNullable(target.failure)
                .filter(failure -> !pipe
                        && !String.valueOf(failure.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("pipe"));
    }

    private static boolean isPipe(Path output) {
        try {
            String leadsTo = Files.readSymbolicLink(output).toString();
            return leadsTo.startsWith("pipe:") || leadsTo.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static final class Remembering extends FilterOutputStream {

        private volatile IOException failure;

        Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
