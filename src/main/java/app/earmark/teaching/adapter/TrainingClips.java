package app.earmark.teaching.adapter;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.TextEncoder.TextVectors;
import app.earmark.learning.adapter.Caption;
import app.earmark.learning.adapter.CaptionedClips;
import app.earmark.learning.adapter.NameQuery;
import app.earmark.learning.adapter.Spreading;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chosen clips with their vectors.
 *
 * @param from the clips, in the same order
 * @param joint unit-length vectors, shape [clips][joint dimension]
 */
record TrainingClips(List<CaptionedClip> from, CaptionedClips clips, float[][] joint) {

    /** Enough for a fair picture: a standard deviation of at most 2.5 in a hundred. */
    private static final int MOST_QUERIES = 400;

    private static final int BATCH = 500;

    /** @param read how many captions the text model is to read */
    static TrainingClips of(
            List<CaptionedClip> chosen, EmbeddingCatalog embeddings, ModelPack pack, int read, Progress progress)
            throws EncoderFailure, CancelledWork {
        List<CaptionedClip> from = new ArrayList<>();
        List<float[]> acoustic = new ArrayList<>();
        List<float[]> joint = new ArrayList<>();
        progress.phase("Reading vectors", chosen.size());
        for (int at = 0; at < chosen.size(); at += BATCH) {
            progress.throwIfCancelled();
            List<CaptionedClip> batch = chosen.subList(at, Math.min(chosen.size(), at + BATCH));
            Map<ClipId, Embedding> found =
                    embeddings.findAll(batch.stream().map(CaptionedClip::id).toList(), pack.id());
            for (CaptionedClip clip : batch) {
                Embedding embedding = found.get(clip.id());
                if (embedding != null && fits(embedding, pack)) {
                    from.add(clip);
                    acoustic.add(embedding.acoustic());
                    joint.add(embedding.joint());
                }
            }
            progress.advanced(at + batch.size(), 0);
        }
        return new TrainingClips(
                from,
                captioned(from, acoustic.toArray(float[][]::new), pack, read, progress),
                joint.toArray(float[][]::new));
    }

    private static CaptionedClips captioned(
            List<CaptionedClip> from, float[][] acoustic, ModelPack pack, int most, Progress progress)
            throws EncoderFailure, CancelledWork {
        Map<String, Integer> indexOf = new LinkedHashMap<>();
        int[] captionOf = new int[from.size()];
        List<List<String>> words = new ArrayList<>();
        for (int i = 0; i < captionOf.length; i++) {
            String key = from.get(i).captionKey();
            if (indexOf.putIfAbsent(key, words.size()) == null) {
                words.add(from.get(i).caption());
            }
            captionOf[i] = indexOf.get(key);
        }
        List<Caption> captions =
                new ArrayList<>(words.stream().map(Caption::unread).toList());
        List<String> read = indexOf.keySet().stream()
                .sorted(Comparator.comparingInt(Spreading::hash).thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
        progress.phase("Understanding names", read.size());
        for (int i = 0; i < read.size(); i++) {
            progress.throwIfCancelled();
            int caption = indexOf.get(read.get(i));
            captions.set(caption, new Caption(words.get(caption), pack.text().meaning(read.get(i))));
            progress.advanced(i + 1, 0);
        }
        return new CaptionedClips(captions, captionOf, acoustic);
    }

    private static boolean fits(Embedding embedding, ModelPack pack) {
        return embedding.joint().length == pack.description().jointDimension()
                && embedding.acoustic().length == pack.description().acousticDimension()
                && isFinite(embedding.joint())
                && isFinite(embedding.acoustic());
    }

    private static boolean isFinite(float[] vector) {
        float sum = 0;
        for (float value : vector) {
            sum += value * 0;
        }
        return sum == 0;
    }

    List<Set<String>> names() {
        return from.stream().map(clip -> Set.copyOf(clip.name())).toList();
    }

    int distinctNames() {
        return (int) names().stream().filter(name -> !name.isEmpty()).distinct().count();
    }

    /** Names to ask for, each once; of many an arbitrary choice. */
    List<NameQuery> queries(ModelPack pack, Progress progress) throws EncoderFailure, CancelledWork {
        Map<Set<String>, String> texts = new LinkedHashMap<>();
        from.stream()
                .filter(clip -> !clip.name().isEmpty())
                .forEach(clip -> texts.putIfAbsent(Set.copyOf(clip.name()), String.join(" ", clip.name())));
        List<Map.Entry<Set<String>, String>> chosen = texts.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<Set<String>, String> name) -> Spreading.hash(name.getValue()))
                        .thenComparing(Map.Entry::getValue))
                .limit(MOST_QUERIES)
                .toList();
        List<NameQuery> queries = new ArrayList<>();
        progress.phase("Asking for names", chosen.size());
        for (Map.Entry<Set<String>, String> name : chosen) {
            progress.throwIfCancelled();
            TextVectors vectors = pack.text().vectors(name.getValue());
            queries.add(new NameQuery(name.getKey(), vectors.joint(), vectors.meaning()));
            progress.advanced(queries.size(), 0);
        }
        return queries;
    }
}
