/** Auditions a clip or a region of it: decodes to PCM, applies loop and volume, and writes to an audio line; without a sound device it says so. */
package app.earmark.playback;
