package app.earmark.convert;

import com.google.protobuf.CodedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a copy of an ONNX file with some bytes of its graph changed; all others are copied as they are. */
final class EditedCopy {

    private EditedCopy() {}

    /**
     * @param edits within the graph, which don't overlap
     * @throws IOException if the copy exists, or can't be written
     */
    static void write(Path model, OnnxIndex index, List<Edit> edits, Path copy) throws IOException {
        List<Edit> sorted = new ArrayList<>(edits);
        long growth = edits.stream().mapToLong(Edit::growth).sum();
        byte[] length = length(index.graphLength() + growth);
        sorted.add(Edit.of(index.graphLengthAt(), index.graphAt() - index.graphLengthAt(), length));
        sorted.sort(Comparator.comparingLong(Edit::at));
        try (FileChannel from = FileChannel.open(model, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long at = 0;
            for (Edit edit : sorted) {
                transfer(from, at, edit.at(), to);
                ByteBuffer content = ByteBuffer.wrap(edit.content().bytes());
                while (content.hasRemaining()) {
                    to.write(content);
                }
                at = edit.at() + edit.length();
            }
            transfer(from, at, from.size(), to);
        }
    }

    /** Bytes of the file. */
    static byte[] read(Path file, long at, long count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(count));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new EOFException(file + " ends early");
                }
            }
        }
        return bytes.array();
    }

    private static void transfer(FileChannel from, long start, long end, FileChannel to) throws IOException {
        long at = start;
        while (at < end) {
            long copied = from.transferTo(at, end - at, to);
            if (copied <= 0) {
                throw new EOFException("ends at " + at);
            }
            at += copied;
        }
    }

    private static byte[] length(long value) throws IOException {
        byte[] bytes = new byte[CodedOutputStream.computeUInt64SizeNoTag(value)];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeUInt64NoTag(value);
        out.flush();
        return bytes;
    }
}
