/**
 * Makes a model pack from a CLAP checkpoint as its authors publish it: {@link app.earmark.convert.ClapGraphs} reads the
 * weights and writes the two towers as ONNX graphs, so that nobody needs Python for a model of which no ONNX file is
 * published. {@link app.earmark.convert.SpeedUp} rewrites ONNX files that others published into faster ones with the very
 * same outputs. Nothing here runs a model or talks to a network.
 */
package app.earmark.convert;
