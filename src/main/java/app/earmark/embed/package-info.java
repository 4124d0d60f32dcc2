/**
 * Runs the encoders of a model pack through ONNX Runtime: a waveform or a sentence goes in, unit-length vectors come
 * out. A pack is a folder with a {@code pack.json} that says everything about it, so that another model is another
 * folder and no other code. Nothing outside this package sees ONNX Runtime or a tokenizer.
 */
package app.earmark.embed;
