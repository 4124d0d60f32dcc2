/**
 * The hub's download protocol and the cache that programs share. {@link
 * app.earmark.modelhub.download.HubDownload#fetch} asks the hub what each file is (commit, digest and size are on its
 * first answer), fetches what the cache lacks, resumes what was begun, checks every digest, and shows a file under its
 * path only when it is whole. What can go wrong on the way ends as one sentence in a {@link
 * app.earmark.modelhub.download.DownloadFailure}, with everything that was there before intact; what may pass by itself is
 * tried again, after pauses of {@link app.earmark.modelhub.download.RetryPolicy}.
 *
 * <p>Written after the behaviour of huggingface_hub 2.4. Its locks are of another kind than Java's, so only Earmark's own
 * downloads wait for each other; against other programs the digest is the guard.
 */
package app.earmark.modelhub.download;
