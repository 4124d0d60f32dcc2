package app.earmark.metadata.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an MP4 file.
 *
 * @param contents where what is in it begins
 * @param end behind it
 */
record Mp4Box(String type, long at, long contents, long end) {

    private static final int MOST = 10_000;

    /** The boxes from here to there; fewer if they don't add up, and then {@link #fill} says no. */
    static List<Mp4Box> between(FileBytes file, long from, long to) throws IOException {
        List<Mp4Box> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= to && boxes.size() < MOST) {
            long size = Integer.toUnsignedLong(file.big(at, 4).getInt());
            String type = file.letters(at + 4, 4);
            long contents = at + 8;
            if (size == 1 && at + 16 <= to) {
                size = file.big(at + 8, 8).getLong();
                contents = at + 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < contents - at || size > to - at) {
                break;
            }
            boxes.add(new Mp4Box(type, at, contents, at + size));
            at += size;
        }
        return boxes;
    }

    /** Whether boxes fill the place without a gap; up to seven bytes behind them are none. */
    static boolean fill(List<Mp4Box> boxes, long from, long to) {
        long end = boxes.isEmpty() ? from : boxes.get(boxes.size() - 1).end();
        return to - end < 8;
    }

    static Optional<Mp4Box> first(List<Mp4Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    long length() {
        return end - at;
    }
}
