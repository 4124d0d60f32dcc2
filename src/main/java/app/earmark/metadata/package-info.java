/**
 * What files and their names say about themselves, in the trade's field names: UCS file names, and the text that the
 * decoder finds in bext, INFO, iXML, ID3 and Vorbis comments. {@link app.earmark.metadata.ClipTextReader} puts both
 * together; a file's own metadata beats its name.
 */
package app.earmark.metadata;
