package app.earmark.ui.fakes;

import app.earmark.library.AudioFacts;
import app.earmark.library.CatalogueCounts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.HeardEvidence;
import app.earmark.library.LabelEvidence;
import app.earmark.library.LibraryId;
import app.earmark.library.PackId;
import app.earmark.library.Peaks;
import app.earmark.library.SoundLibrary;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A catalogue in memory; both sides of it. */
public final class MemoryCatalog implements ClipCatalog, TagCatalog {

    private final Map<ClipId, Clip> clips = new java.util.concurrent.ConcurrentSkipListMap<>();
    private final Map<ClipId, ClipTags> tags = new ConcurrentHashMap<>();
    private final Map<ClipId, ClipFields> fields = new ConcurrentHashMap<>();
    private final List<SoundLibrary> libraries = new ArrayList<>();
    private final Map<String, OwnLabel> own = new TreeMap<>();
    private final AtomicLong revision = new AtomicLong();
    private final UcsTable table = UcsTable.load();
    private final MemoryJournal journal = new MemoryJournal(this);
    private boolean editing;

    /** How many clips were read, to show that a view reads no more than it needs. */
    public final AtomicLong clipsRead = new AtomicLong();

    public static MemoryCatalog empty() {
        return new MemoryCatalog();
    }

    public static MemoryCatalog of(int count) {
        MemoryCatalog catalog = new MemoryCatalog();
        catalog.fill(count);
        return catalog;
    }

    public synchronized void fill(int count) {
        SampleClips sample = new SampleClips(count);
        sample.clips.forEach(clip -> clips.put(clip.id(), clip));
        tags.putAll(sample.tags);
        fields.putAll(sample.fields);
        libraries.clear();
        libraries.add(library(SampleClips.FIELD, "/home/sound/Field recordings", false));
        libraries.add(library(SampleClips.VENDOR, "/media/vendor/Boom Library", true));
        own.put("keeper", new OwnLabel("keeper", List.of("keeper")));
        revision.incrementAndGet();
    }

    private SoundLibrary library(LibraryId id, String root, boolean absent) {
        Path path = Path.of(root);
        return new SoundLibrary(
                id,
                path,
                path.getFileName().toString(),
                absent,
                clips.values().stream()
                        .filter(clip -> clip.library().equals(id))
                        .count());
    }

    @Override
    public Optional<Clip> find(ClipId id) {
        return Optional.ofNullable(clips.get(id));
    }

    @Override
    public Optional<Clip> findByPath(Path path) {
        return clips.values().stream().filter(clip -> clip.path().equals(path)).findFirst();
    }

    @Override
    public Map<ClipId, Clip> findAll(Collection<ClipId> ids) {
        clipsRead.addAndGet(ids.size());
        return pick(ids, clips::get);
    }

    private static <V> Map<ClipId, V> pick(Collection<ClipId> ids, Function<ClipId, V> value) {
        Map<ClipId, V> picked = new LinkedHashMap<>();
        for (ClipId id : ids) {
            V found = value.apply(id);
            if (found != null) {
                picked.put(id, found);
            }
        }
        return picked;
    }

    @Override
    public List<ClipId> matching(ClipFilter filter) {
        return clips.values().stream()
                .filter(clip -> passes(clip, filter))
                .map(Clip::id)
                .toList();
    }

    private boolean passes(Clip clip, ClipFilter filter) {
        AudioFacts facts = clip.facts().orElse(null);
        List<Tag> held = tags.getOrDefault(clip.id(), ClipTags.NONE).tags();
        return (filter.libraries().isEmpty() || filter.libraries().contains(clip.library()))
                && (filter.folders().isEmpty()
                        || filter.folders().stream()
                                .anyMatch(folder -> clip.path().startsWith(folder)))
                && (filter.categories().isEmpty()
                        || held.stream().anyMatch(tag -> filter.categories().contains(category(tag))))
                && (filter.tags().isEmpty()
                        || held.stream().anyMatch(tag -> filter.tags().contains(tag.label())))
                && (filter.formats().isEmpty()
                        || facts != null && filter.formats().contains(facts.format()))
                && (filter.sampleRatesHz().isEmpty()
                        || facts != null && filter.sampleRatesHz().contains(facts.sampleRateHz()))
                && (filter.channels().isEmpty()
                        || facts != null && filter.channels().contains(facts.channels()))
                && (filter.minSeconds().isEmpty()
                        || facts != null
                                && facts.durationSeconds()
                                        >= filter.minSeconds().getAsDouble())
                && (filter.maxSeconds().isEmpty()
                        || facts != null
                                && facts.durationSeconds()
                                        <= filter.maxSeconds().getAsDouble());
    }

    private String category(Tag tag) {
        return table.find(tag.label()).map(entry -> entry.category()).orElse("");
    }

    @Override
    public Map<ClipId, ClipTags> tagsOf(Collection<ClipId> ids) {
        return pick(ids, tags::get);
    }

    @Override
    public Map<ClipId, List<TagClaim>> claimsOf(Collection<ClipId> ids) {
        return pick(ids, id -> tags.containsKey(id) ? claims(tags.get(id)) : null);
    }

    /** One claim for each label, by whom it is said most strongly. */
    private static List<TagClaim> claims(ClipTags said) {
        return Stream.concat(
                        said.tags().stream()
                                .map(tag ->
                                        new TagClaim(tag.label(), tag.source(), tag.score(), tag.probability(), true)),
                        said.rejected().stream()
                                .map(label -> new TagClaim(label, TagSource.PERSON, OptionalDouble.empty(), false)))
                .toList();
    }

    @Override
    public Map<ClipId, ClipFields> fieldsOf(Collection<ClipId> ids) {
        return pick(ids, fields::get);
    }

    @Override
    public Map<ClipId, Peaks> thumbnailsOf(Collection<ClipId> ids) {
        return pick(ids, id -> listened(id) ? SampleClips.peaks(id, Peaks.THUMBNAIL_BUCKETS) : null);
    }

    @Override
    public Optional<Peaks> playerPeaks(ClipId id) {
        return listened(id) ? Optional.of(SampleClips.peaks(id, Peaks.PLAYER_BUCKETS)) : Optional.empty();
    }

    private boolean listened(ClipId id) {
        return clips.containsKey(id) && clips.get(id).state() == ClipState.EMBEDDED;
    }

    @Override
    public Map<ClipId, PackId> packsOf(Collection<ClipId> ids) {
        return pick(ids, id -> listened(id) ? new PackId("fake", "1.0.0") : null);
    }

    @Override
    public synchronized List<SoundLibrary> libraries() {
        return List.copyOf(libraries);
    }

    @Override
    public CatalogueCounts counts() {
        return new CatalogueCounts(
                clips.size(),
                clips.keySet().stream().filter(this::listened).count(),
                failures().size(),
                clips.values().stream().filter(Clip::offline).count(),
                tags.values().stream()
                        .filter(held -> held.tags().stream()
                                .anyMatch(tag -> !category(tag).isEmpty()))
                        .collect(Collectors.groupingBy(
                                held -> held.tags().stream()
                                        .map(this::category)
                                        .filter(name -> !name.isEmpty())
                                        .findFirst()
                                        .orElse(""),
                                Collectors.counting())),
                own.keySet().stream().collect(Collectors.toMap(label -> label, label -> tags.values().stream()
                        .filter(held ->
                                held.tags().stream().anyMatch(tag -> tag.label().equals(label)))
                        .count())),
                byFact(AudioFacts::format),
                byFact(AudioFacts::sampleRateHz),
                byFact(AudioFacts::channels));
    }

    private <K> Map<K, Long> byFact(Function<AudioFacts, K> fact) {
        return clips.values().stream()
                .flatMap(clip -> clip.facts().stream())
                .collect(Collectors.groupingBy(fact, Collectors.counting()));
    }

    @Override
    public List<ClipFailure> failures() {
        return clips.values().stream().flatMap(clip -> clip.failure().stream()).toList();
    }

    @Override
    public long revision() {
        return revision.get();
    }

    @Override
    public synchronized void hold(Collection<ClipId> ids, String label) {
        if (table.find(label).isEmpty()) {
            own.putIfAbsent(label, new OwnLabel(label, List.of(label)));
        }
        change("Confirm", ids, label, (held, name) -> {
            List<Tag> now = new ArrayList<>(without(held.tags(), label));
            now.add(0, new Tag(label, name, OptionalDouble.empty(), TagSource.PERSON));
            return new ClipTags(
                    now,
                    held.guesses().stream()
                            .filter(guess -> !guess.label().equals(label))
                            .toList(),
                    rejectedWithout(held, label));
        });
    }

    @Override
    public synchronized void reject(Collection<ClipId> ids, String label) {
        change("Reject", ids, label, (held, name) -> {
            List<String> rejected = new ArrayList<>(rejectedWithout(held, label));
            rejected.add(label);
            return new ClipTags(
                    without(held.tags(), label),
                    held.guesses().stream()
                            .filter(guess -> !guess.label().equals(label))
                            .toList(),
                    rejected);
        });
    }

    @Override
    public synchronized void withdraw(Collection<ClipId> ids, String label) {
        change(
                "Take back",
                ids,
                label,
                (held, name) ->
                        new ClipTags(without(held.tags(), label), held.guesses(), rejectedWithout(held, label)));
    }

    @Override
    public synchronized void merge(Collection<String> from, String to) {
        for (String label : from) {
            Map<ClipId, TagVerdict> verdicts = verdictsOn(label);
            verdicts.keySet().removeAll(verdictsOn(to).keySet());
            verdicts.forEach((clip, verdict) -> {
                if (verdict == TagVerdict.HOLDS) {
                    hold(List.of(clip), to);
                } else {
                    reject(List.of(clip), to);
                }
            });
            withdraw(verdictsOn(label).keySet(), label);
            own.remove(label);
        }
    }

    private void change(
            String verb,
            Collection<ClipId> ids,
            String label,
            java.util.function.BiFunction<ClipTags, String, ClipTags> change) {
        String name = table.find(label).map(entry -> entry.categoryFull()).orElse(label);
        inOneEdit(
                verb + " " + name,
                () -> ids.forEach(id ->
                        tags.compute(id, (key, held) -> change.apply(held == null ? ClipTags.NONE : held, name))));
        revision.incrementAndGet();
    }

    /** What {@code changes} does to tags can be undone in one step. */
    synchronized void inOneEdit(String title, Runnable changes) {
        if (editing) {
            changes.run();
            return;
        }
        Map<ClipId, ClipTags> before = new java.util.HashMap<>(tags);
        editing = true;
        try {
            changes.run();
        } finally {
            editing = false;
        }
        Map<ClipId, ClipTags> after = new java.util.HashMap<>(tags);
        after.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        before.keySet().retainAll(after.keySet());
        if (!after.isEmpty()) {
            journal.record(title, before, after);
        }
    }

    synchronized void put(Map<ClipId, ClipTags> of) {
        tags.putAll(of);
        revision.incrementAndGet();
    }

    public MemoryJournal journal() {
        return journal;
    }

    private static List<Tag> without(List<Tag> tags, String label) {
        return tags.stream().filter(tag -> !tag.label().equals(label)).toList();
    }

    private static List<String> rejectedWithout(ClipTags held, String label) {
        return held.rejected().stream().filter(other -> !other.equals(label)).toList();
    }

    @Override
    public synchronized Map<ClipId, TagVerdict> verdictsOn(String label) {
        Map<ClipId, TagVerdict> verdicts = new TreeMap<>(Comparator.comparing(ClipId::value));
        tags.forEach((clip, of) -> {
            if (of.rejected().contains(label)) {
                verdicts.put(clip, TagVerdict.REJECTED);
            } else if (saidByPerson(of).anyMatch(label::equals)) {
                verdicts.put(clip, TagVerdict.HOLDS);
            }
        });
        return verdicts;
    }

    @Override
    public synchronized List<LabelEvidence> evidence() {
        return tags.values().stream()
                .flatMap(of -> Stream.concat(of.rejected().stream(), saidByPerson(of)))
                .distinct()
                .sorted()
                .map(label -> {
                    Map<ClipId, TagVerdict> verdicts = verdictsOn(label);
                    int confirmed = java.util.Collections.frequency(verdicts.values(), TagVerdict.HOLDS);
                    return new LabelEvidence(label, confirmed, verdicts.size() - confirmed);
                })
                .toList();
    }

    @Override
    public synchronized List<HeardEvidence> evidence(PackId pack) {
        return evidence().stream()
                .map(e -> new HeardEvidence(
                        e.label(),
                        e.confirmed() + e.rejected(),
                        e.confirmed(),
                        verdictsOn(e.label()).hashCode()))
                .toList();
    }

    private static Stream<String> saidByPerson(ClipTags of) {
        return of.tags().stream()
                .filter(tag -> tag.source() == TagSource.PERSON)
                .map(Tag::label);
    }

    @Override
    public synchronized List<OwnLabel> ownLabels() {
        return List.copyOf(own.values());
    }

    @Override
    public synchronized void saveOwnLabel(OwnLabel label) {
        own.put(label.label(), label);
        journal.record("Change " + label.label(), Map.of(), Map.of());
        revision.incrementAndGet();
    }

    @Override
    public synchronized void removeOwnLabel(String label) {
        own.remove(label);
    }
}
