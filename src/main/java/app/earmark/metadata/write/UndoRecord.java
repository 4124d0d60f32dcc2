package app.earmark.metadata.write;

import app.earmark.metadata.container.Recipe;
import app.earmark.metadata.container.Segment;
import app.earmark.metadata.container.Segment.Fresh;
import app.earmark.metadata.container.Segment.Kept;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * What brings one file's former content back.
 *
 * @param file as it was named
 * @param hash SHA-256 of what was written, in lower-case hex: only such a file is taken back
 * @param back makes the former content out of what was written
 * @param forth makes what was written out of the former content
 */
record UndoRecord(Path file, String hash, Recipe back, Recipe forth) {

    private static final int KEPT = 1;
    private static final int FRESH = 2;

    /** Length, contents, checksum. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(contents);
        text(out, file.toString());
        text(out, hash);
        recipe(out, back);
        recipe(out, forth);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream framed = new DataOutputStream(record);
        framed.writeInt(contents.size());
        framed.write(contents.toByteArray());
        framed.writeLong(checksum(contents.toByteArray()));
        return record.toByteArray();
    }

    private static void recipe(DataOutputStream out, Recipe recipe) throws IOException {
        out.writeInt(recipe.segments().size());
        for (Segment segment : recipe.segments()) {
            if (segment instanceof Kept kept) {
                out.writeByte(KEPT);
                out.writeLong(kept.from());
                out.writeLong(kept.length());
            } else if (segment instanceof Fresh fresh) {
                out.writeByte(FRESH);
                out.writeInt(fresh.bytes().length);
                out.write(fresh.bytes());
            }
        }
    }

    /** @throws IOException if the next record is not whole, as after a crash */
    static UndoRecord read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("the record is cut off");
        }
        byte[] contents = in.readNBytes(length);
        if (in.readLong() != checksum(contents)) {
            throw new IOException("the record is damaged");
        }
        DataInputStream record = new DataInputStream(new java.io.ByteArrayInputStream(contents));
        Path file = Path.of(text(record));
        String hash = text(record);
        return new UndoRecord(file, hash, recipe(record), recipe(record));
    }

    private static Recipe recipe(DataInputStream record) throws IOException {
        Recipe.Builder recipe = new Recipe.Builder();
        for (int left = record.readInt(); left > 0; left--) {
            if (record.readByte() == KEPT) {
                recipe.keep(record.readLong(), record.readLong());
            } else {
                recipe.fresh(record.readNBytes(record.readInt()));
            }
        }
        return recipe.recipe();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
