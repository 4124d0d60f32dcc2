package app.earmark.teaching;

import app.earmark.embed.EncoderFailure;
import app.earmark.learning.Evidence;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.HeardEvidence;
import app.earmark.library.LabelEvidence;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.PackId;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.tagging.Tagger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Teaching} over a catalogue. One lesson at a time. */
public final class CatalogueTeaching implements Teaching {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueTeaching.class);

    private static final long LOOK_SECONDS = 2;

    private final TagCatalog tags;
    private final ClipCatalog clips;
    private final TaggerSource taggers;
    private final LibraryVectors library;
    private final LabelWords words;
    private final Lessons lessons;
    private final Teacher teacher;
    private final ClaimsAnew claims;
    private final LessonQueue queue;
    private final List<Consumer<TaughtLabel>> listeners = new CopyOnWriteArrayList<>();
    private final DueLessons due = new DueLessons();
    private final LearnedCatalog learned;
    /** Only the queue's thread looks. */
    private long lookedAt = -1;

    private PackId lookedWith;
    private boolean calm;

    public CatalogueTeaching(
            TagCatalog tags,
            ClipCatalog clips,
            EmbeddingCatalog embeddings,
            LearnedCatalog learned,
            TaggerSource taggers,
            Clock clock) {
        this.tags = tags;
        this.clips = clips;
        this.taggers = taggers;
        this.learned = learned;
        library = new LibraryVectors(embeddings);
        words = new LabelWords(tags, clips);
        lessons = new Lessons(learned, clock);
        teacher = new Teacher(lessons);
        claims = new ClaimsAnew(learned, library);
        queue = new LessonQueue(this::learnInBackground);
    }

    @Override
    public List<TaughtLabel> labels() throws EncoderFailure {
        TaughtScores taught = lessons.current(pack());
        Map<String, TaughtLabel> labels = new LinkedHashMap<>();
        for (LabelEvidence evidence : tags.evidence()) {
            String key = TagPrecedence.keyOf(evidence.label());
            labels.put(key, taughtLabel(evidence, taught.heads().get(key)));
        }
        taught.heads()
                .forEach((key, head) -> labels.computeIfAbsent(
                        key,
                        k -> taughtLabel(
                                new LabelEvidence(LessonNotes.of(head.model()).label(), 0, 0), head)));
        return List.copyOf(labels.values());
    }

    @Override
    public TaughtLabel label(String label) throws EncoderFailure {
        return label(label, pack());
    }

    private TaughtLabel label(String label, PackId pack) {
        String key = TagPrecedence.keyOf(label);
        LabelEvidence evidence = tags.evidence().stream()
                .filter(e -> TagPrecedence.keyOf(e.label()).equals(key))
                .findFirst()
                .orElse(new LabelEvidence(label.strip(), 0, 0));
        return taughtLabel(evidence, lessons.current(pack).heads().get(key));
    }

    private static TaughtLabel taughtLabel(LabelEvidence evidence, TaughtHead head) {
        return new TaughtLabel(
                evidence.label(), evidence, Optional.ofNullable(head).map(h -> LessonNotes.of(h.model())
                        .lesson(h.model())));
    }

    @Override
    public synchronized List<Proposal> proposals(String label, int most) throws EncoderFailure {
        Tagger tagger = taggers.get();
        TaughtHead taught = lessons.current(tagger.pack()).heads().get(TagPrecedence.keyOf(label));
        return new ProposalSearch(
                        Optional.ofNullable(taught),
                        similarity(label, tagger, taught != null),
                        tags.verdictsOn(label),
                        vectors(tagger.pack()))
                .propose(most);
    }

    /** A head counts on the cosines it was taught with; a label that nobody used before is looked for by its words. */
    private ToDoubleFunction<Embedding> similarity(String label, Tagger tagger, boolean taught) throws EncoderFailure {
        if (taught || tagger.knows(label)) {
            return clip -> tagger.similarity(label, clip.joint()).orElse(Double.NaN);
        }
        float[] words = taggers.words(label.strip());
        return clip -> Cosine.of(words, clip.joint());
    }

    @Override
    public TaughtLabel learn(String label, Progress progress) throws EncoderFailure, CancelledWork {
        return change(label, progress, (tagger, key) -> {
            HeardEvidence said = said(tagger.pack(), label);
            Evidence evidence = words.gather(label, tagger, library.of(tagger.pack(), progress))
                    .evidence();
            if (Teacher.canLearn(evidence)) {
                progress.phase("Learning", -1);
                teacher.teach(tagger.pack(), key, said, evidence, progress);
            } else if (lessons.current(tagger.pack()).heads().containsKey(key)) {
                lessons.lapse(tagger.pack(), key);
            }
        });
    }

    @Override
    public TaughtLabel restore(String label, int version, Progress progress) throws EncoderFailure, CancelledWork {
        return change(
                label,
                progress,
                (tagger, key) -> lessons.restore(tagger.pack(), key, version, said(tagger.pack(), label)));
    }

    private HeardEvidence said(PackId pack, String label) {
        String key = TagPrecedence.keyOf(label);
        return tags.evidence(pack).stream()
                .filter(evidence -> TagPrecedence.keyOf(evidence.label()).equals(key))
                .findFirst()
                .orElse(HeardEvidence.none(label.strip()));
    }

    @Override
    public TaughtLabel remove(String label, Progress progress) throws EncoderFailure, CancelledWork {
        return change(label, progress, (tagger, key) -> {
            if (lessons.current(tagger.pack()).heads().containsKey(key)) {
                lessons.switchOff(tagger.pack(), key);
            }
        });
    }

    @FunctionalInterface
    private interface Change {
        void make(Tagger tagger, String key) throws CancelledWork;
    }

    private TaughtLabel change(String label, Progress progress, Change change) throws EncoderFailure, CancelledWork {
        TaughtLabel now;
        synchronized (this) {
            Tagger before = taggers.get();
            change.make(before, TagPrecedence.keyOf(label));
            claims.make(label, before, before.with(lessons.current(before.pack())), progress);
            now = label(label, before.pack());
        }
        listeners.forEach(listener -> listener.accept(now));
        return now;
    }

    @Override
    public void corrected(Collection<String> labels) {
        queue.add(labels.stream().map(TagPrecedence::keyOf).distinct().toList());
    }

    /**
     * Learns in the background what persons said since the last lessons: in another run of the program, on the command
     * line, or just before it ended; and what the pack in use has not learnt yet.
     */
    public void resume() throws EncoderFailure {
        resume(true);
    }

    private void resume(boolean calmNow) throws EncoderFailure {
        corrected(due(calmNow));
    }

    private List<String> due(boolean calmNow) throws EncoderFailure {
        if (tags.evidence().isEmpty() && learned.isEmpty()) {
            // so the pack need not be opened
            return List.of();
        }
        PackId pack = pack();
        lookedWith = pack;
        return due.of(pack, tags.evidence(pack), lessons.current(pack).heads(), calmNow);
    }

    /** Learns now what {@link #resume} would learn in the background: for a program that ends. */
    public void catchUp(Progress progress) throws EncoderFailure, CancelledWork {
        for (String label : due(true)) {
            if (!lessons.isOff(pack(), label)) {
                learn(spelling(label), progress);
            }
        }
    }

    /**
     * From now on learns in the background whatever persons say, in whichever way: by hand, by undoing, from a sheet. For a
     * program that stays, such as the window.
     */
    public void keepUp() {
        queue.lookEvery(LOOK_SECONDS, this::look);
    }

    private void look() {
        try {
            long revision = clips.revision();
            boolean moved = revision != lookedAt;
            if (moved || !calm || lookedWith != null && !lookedWith.equals(pack())) {
                resume(!moved);
                lookedAt = revision;
                calm = !moved;
            }
        } catch (EncoderFailure | RuntimeException e) {
            LOG.info("what was said meanwhile is not learnt yet: {}", e.toString());
        }
    }

    private void learnInBackground(String label, Progress progress) {
        try {
            if (!lessons.isOff(pack(), label)) {
                learn(spelling(label), progress);
            }
        } catch (CancelledWork e) {
            LOG.debug("broke off learning {}", label);
        } catch (EncoderFailure | CatalogueUnavailable e) {
            LOG.warn("{} was not learnt; it is tried again with the next correction or start", label, e);
        } catch (RuntimeException e) {
            LOG.error("{} could not be learnt", label, e);
        }
    }

    private String spelling(String key) {
        return tags.evidence().stream()
                .map(LabelEvidence::label)
                .filter(label -> TagPrecedence.keyOf(label).equals(key))
                .findFirst()
                .orElse(key);
    }

    @Override
    public Runnable whenLearnt(Consumer<TaughtLabel> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<Lesson> lessons(String label) throws EncoderFailure {
        return lessons.of(pack(), TagPrecedence.keyOf(label));
    }

    @Override
    public synchronized Explanation explain(String label, ClipId clip, int most) throws EncoderFailure {
        Tagger tagger = taggers.get();
        Map<ClipId, Embedding> vectors = vectors(tagger.pack());
        Embedding embedding = vectors.get(clip);
        if (embedding == null) {
            return new Explanation(
                    label, clip, OptionalDouble.empty(), OptionalDouble.empty(), 0, List.of(), List.of());
        }
        Explainer explainer = new Explainer(tags.verdictsOn(label), vectors);
        List<Explanation.Neighbour> confirmed = explainer.nearest(clip, TagVerdict.HOLDS);
        List<Explanation.Neighbour> rejected = explainer.nearest(clip, TagVerdict.REJECTED);
        OptionalDouble similarity = tagger.similarity(label, embedding.joint());
        return new Explanation(
                label,
                clip,
                similarity,
                lessons.current(tagger.pack())
                        .probability(TagPrecedence.keyOf(label), embedding, similarity.orElse(Double.NaN)),
                explainer.likeConfirmed(confirmed, rejected),
                confirmed.stream().limit(most).toList(),
                rejected.stream().limit(most).toList());
    }

    @Override
    public synchronized List<LabelReport> report(Progress progress) throws EncoderFailure, CancelledWork {
        Tagger tagger = taggers.get();
        Map<ClipId, Embedding> vectors = library.of(tagger.pack(), progress);
        List<TaughtLabel> labels = labels();
        progress.phase("Measuring", labels.size());
        List<LabelReport> reports = new ArrayList<>();
        for (TaughtLabel label : labels) {
            progress.throwIfCancelled();
            reports.add(new Reporter(tagger, vectors)
                    .report(label, words.gather(label.label(), tagger, vectors), progress));
            progress.advanced(reports.size(), 0);
        }
        progress.throwIfCancelled();
        return reports;
    }

    @Override
    public void close() {
        queue.close();
    }

    private PackId pack() throws EncoderFailure {
        return taggers.pack();
    }

    private Map<ClipId, Embedding> vectors(PackId pack) {
        try {
            return library.of(pack, Progress.NONE);
        } catch (CancelledWork e) {
            throw new IllegalStateException("nobody could have cancelled this", e);
        }
    }
}
