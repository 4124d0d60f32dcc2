package app.earmark.learning.adapter;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A fit in numpy, made by {@code python -m earmark_starter.adapterreference} in onnx/starter. */
record AdapterReference(
        List<Entry> captions,
        int[] captionOf,
        float[][] acoustic,
        List<Entry> asked,
        double[] trust,
        double[][] cosines) {

    record Entry(List<String> words, float[] meaning) {

        Caption caption() {
            return new Caption(words, meaning);
        }
    }

    static AdapterReference load() {
        try (InputStream in = AdapterReference.class.getResourceAsStream("adapter-reference.json")) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), AdapterReference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CaptionedClips clips() {
        return new CaptionedClips(captions.stream().map(Entry::caption).toList(), captionOf, acoustic);
    }

    List<Caption> queries() {
        return asked.stream().map(Entry::caption).toList();
    }
}
