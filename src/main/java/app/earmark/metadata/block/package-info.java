/**
 * The blocks of text in sound files: bext, iXML, INFO, ID3, Vorbis comments, MP4 tags. Each is read from its bytes, shows its
 * text by its own keys, and makes the bytes for other text, in which all that it does not understand stays as it was.
 */
package app.earmark.metadata.block;
