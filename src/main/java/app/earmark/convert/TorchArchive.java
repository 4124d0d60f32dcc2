package app.earmark.convert;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A pytorch_model.bin: a zip archive with a pickle that lists the tensors, and a file for each storage. Published before
 * safetensors were usual. Nothing in it is executed (see {@link TorchPickle}).
 */
final class TorchArchive implements TensorSource {

    private static final String LIST = "/data.pkl";
    private static final int MOST_LIST_BYTES = 1 << 25;

    private final Path file;
    private final ZipFile zip;
    private final String root;
    private final Map<String, TorchTensor> tensors;
    private final Map<String, StoredTensor> stored = new HashMap<>();
    private final Reading reading = new Reading();

    /** The storage being read, since pieces mostly follow each other. */
    private static final class Reading {
        String key;
        long at;
        InputStream stream;
    }

    private TorchArchive(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.root = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(LIST))
                .findFirst()
                .map(name -> name.substring(0, name.length() - LIST.length()))
                .orElseThrow(() -> new IllegalArgumentException("it is no archive that PyTorch made"));
        if (zip.getEntry(root + "/byteorder") != null
                && !new String(bytes(root + "/byteorder"), StandardCharsets.US_ASCII).equals("little")) {
            throw new IllegalArgumentException("its values are stored big-endian");
        }
        this.tensors = TorchPickle.read(bytes(root + LIST));
        tensors.forEach((name, tensor) ->
                stored.put(name, new StoredTensor(name, tensor.storage().type(), tensor.shape())));
        check();
    }

    static TorchArchive open(Path file) throws UnusableCheckpoint {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new TorchArchive(file, zip);
        } catch (ZipException e) {
            close(zip);
            throw new UnusableCheckpoint(
                    "The weights in " + file + " are cut off or older than PyTorch 1.6; download the file again, or get"
                            + " model.safetensors.",
                    e);
        } catch (IllegalArgumentException e) {
            close(zip);
            throw new UnusableCheckpoint(
                    "The weights in " + file + " can't be used: " + e.getMessage() + "; get model.safetensors instead.",
                    e);
        } catch (IOException e) {
            close(zip);
            throw new UnusableCheckpoint("The weights in " + file + " can't be read.", e);
        } catch (RuntimeException e) { // whatever a damaged pickle leads to
            close(zip);
            throw new UnusableCheckpoint(
                    "The list of tensors in " + file + " can't be read; download the file again.", e);
        }
    }

    private void check() {
        for (Map.Entry<String, TorchTensor> each : tensors.entrySet()) {
            TorchTensor.Storage storage = each.getValue().storage();
            ZipEntry entry = entry(storage.key());
            long bytes =
                    Math.multiplyExact(storage.count(), (long) storage.type().bytes());
            if (entry == null || entry.getSize() != bytes) {
                throw new IllegalArgumentException("the values of its tensor " + each.getKey() + " are incomplete");
            }
            if (!each.getValue().isPlain()) {
                throw new IllegalArgumentException("its tensor " + each.getKey() + " is not stored row by row");
            }
        }
    }

    private ZipEntry entry(String key) {
        return zip.getEntry(root + "/data/" + key);
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            byte[] bytes = in.readNBytes(MOST_LIST_BYTES + 1);
            if (bytes.length > MOST_LIST_BYTES) {
                throw new IllegalArgumentException("its list of tensors is too long");
            }
            return bytes;
        }
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Optional<StoredTensor> find(String name) {
        return Optional.ofNullable(stored.get(name));
    }

    @Override
    public void read(StoredTensor tensor, long firstByte, ByteBuffer into) throws IOException {
        if (firstByte < 0 || firstByte + into.remaining() > tensor.byteCount()) {
            throw new IndexOutOfBoundsException(tensor.name() + " from " + firstByte);
        }
        TorchTensor view = tensors.get(tensor.name());
        long at = view.offset() * tensor.type().bytes() + firstByte;
        String key = view.storage().key();
        if (!key.equals(reading.key) || reading.at > at) {
            closeReading();
            reading.stream = zip.getInputStream(entry(key));
            reading.key = key;
            reading.at = 0;
        }
        reading.stream.skipNBytes(at - reading.at);
        int wanted = into.remaining();
        byte[] bytes = reading.stream.readNBytes(wanted);
        reading.at = at + bytes.length;
        if (bytes.length < wanted) {
            throw new EOFException(key + " ends early");
        }
        into.put(bytes);
    }

    private void closeReading() throws IOException {
        if (reading.stream != null) {
            reading.stream.close();
            reading.stream = null;
            reading.key = null;
        }
    }

    private static void close(ZipFile zip) {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                // Nothing was written; the failure that led here is the one to report.
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
