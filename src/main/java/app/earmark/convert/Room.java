package app.earmark.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on a disk, looked at before minutes are spent on filling it. */
final class Room {

    private Room() {}

    /**
     * @param folder on the disk in question
     * @throws UnwritablePack if it has less
     */
    static void require(Path folder, long bytes) throws IOException, UnwritablePack {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new UnwritablePack(
                    "The pack needs " + megabytes(bytes) + " in " + folder + ", where " + megabytes(usable)
                            + " are free; make room or choose another disk.",
                    null);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000 + " MB";
    }
}
