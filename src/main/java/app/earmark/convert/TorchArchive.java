package app.earmark.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** pytorch_model.bin. */
final class TorchArchive implements TensorSource {
    static TorchArchive open(Path file) throws UnusableCheckpoint {
        throw new UnusableCheckpoint("The weights in " + file
                + " are in PyTorch's own format, which Earmark does not read; get model.safetensors or an ONNX file.");
    }

    @Override
    public String place() {
        return "";
    }

    @Override
    public Optional<StoredTensor> find(String name) {
        return Optional.empty();
    }

    @Override
    public void read(StoredTensor tensor, long firstByte, ByteBuffer into) throws IOException {}

    @Override
    public void close() {}
}
