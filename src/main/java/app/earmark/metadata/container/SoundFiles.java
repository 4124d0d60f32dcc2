package app.earmark.metadata.container;

import app.earmark.metadata.block.Id3Tag;
import java.io.IOException;
import java.util.Optional;

/** Knows the kinds of sound file by their first bytes, whatever their names say. */
public final class SoundFiles {

    private static final int START_BYTES = 12;

    private SoundFiles() {}

    /** @return empty if it is of a kind whose text Earmark does not read */
    public static Optional<SoundFile> read(FileBytes file) throws IOException {
        return read(file, WavFile.LARGEST_RIFF);
    }

    /** @param largestRiff what a 32-bit size may say at most; smaller for tests */
    static Optional<SoundFile> read(FileBytes file, long largestRiff) throws IOException {
        if (file.size() < START_BYTES) {
            return Optional.empty();
        }
        byte[] start = file.read(0, START_BYTES);
        String letters = file.letters(0, 4);
        String type = file.letters(8, 4);
        if (type.equals("WAVE") && (letters.equals("RIFF") || letters.equals("RF64") || letters.equals("BW64"))) {
            return Optional.of(WavFile.read(file, largestRiff));
        }
        if (letters.equals("FORM") && (type.equals("AIFF") || type.equals("AIFC"))) {
            return Optional.of(AiffFile.read(file));
        }
        if (letters.equals("OggS")) {
            return OggFile.read(file).map(ogg -> ogg);
        }
        if (file.letters(4, 4).equals("ftyp")) {
            return Optional.of(Mp4File.read(file));
        }
        long tag = Id3Tag.length(start);
        if (file.letters(tag, 4).equals("fLaC")) {
            return Optional.of(FlacFile.read(file, tag));
        }
        return isMpegAudio(file, tag) ? Optional.of(Mp3File.read(file, tag)) : Optional.empty();
    }

    /** Eleven bits that are set, a layer, a bit rate and a sampling rate: a frame begins here. */
    private static boolean isMpegAudio(FileBytes file, long tag) throws IOException {
        long at = tag;
        long searched = Math.min(file.size() - 4, tag + 4096); // padding that the tag does not count
        while (at < searched && file.letters(at, 1).equals("\0")) {
            at++;
        }
        if (at + 4 > file.size()) {
            return false;
        }
        int header = file.big(at, 4).getInt();
        boolean layer = (header >>> 17 & 3) != 0;
        boolean bitRate = (header >>> 12 & 15) != 15;
        boolean rate = (header >>> 10 & 3) != 3;
        return (header & 0xFFE00000) == 0xFFE00000 && layer && bitRate && rate && (header >>> 19 & 3) != 1;
    }
}
