package app.earmark.convert;

import java.util.List;
import java.util.Optional;

/**
 * A node of an ONNX file.
 *
 * @param constant the tensor of a {@code Constant}
 */
record NodePlace(String type, List<String> inputs, List<String> outputs, Optional<TensorPlace> constant) {}
