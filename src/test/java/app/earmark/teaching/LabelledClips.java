package app.earmark.teaching;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code python -m earmark_starter.labelled} writes.
 *
 * @param labels class of each clip, or −1
 * @param seriesOf the same number for clips of one name in one family
 * @param similarities cosine of each clip with each class's prompt, by a space that did not see the clip's family
 */
record LabelledClips(
        List<String> prompts,
        int[] labels,
        int[] familyOf,
        int[] seriesOf,
        float[][] acoustic,
        float[][] similarities) {

    static LabelledClips read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            int clips = in.readInt();
            int dimension = in.readInt();
            int classes = in.readInt();
            in.readInt();
            List<String> prompts = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                prompts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
            LabelledClips read = new LabelledClips(
                    prompts, new int[clips], new int[clips], new int[clips], new float[clips][], new float[clips][]);
            for (int i = 0; i < clips; i++) {
                read.labels[i] = in.readInt();
                read.familyOf[i] = in.readInt();
                read.seriesOf[i] = in.readInt();
                read.acoustic[i] = floats(in, dimension);
                read.similarities[i] = floats(in, classes);
            }
            return read;
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
