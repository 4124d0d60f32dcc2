/**
 * Drives a scan: lists what is new, changed, moved or gone, probes it, then listens to it: decode, resample, log-mel,
 * encode, tag, store. As many workers as physical cores, each carrying one clip from file to vectors; one writer. It can be
 * cancelled or killed at any moment and resumes where it was.
 */
package app.earmark.indexing;
