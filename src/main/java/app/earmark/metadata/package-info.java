/** What files and their names say about themselves, in the trade's field names: UCS names, bext, iXML, INFO and tags that the decoder reports. */
package app.earmark.metadata;
