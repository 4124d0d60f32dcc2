package app.earmark.metadata.container;

import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Bext;
import app.earmark.metadata.block.Id3Tag;
import app.earmark.metadata.block.InfoList;
import app.earmark.metadata.block.Ixml;
import app.earmark.metadata.block.Keys;
import app.earmark.metadata.block.WantedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which chunks of a RIFF or AIFF file get other contents, and which are new. Where a chunk is there twice, both are changed. */
final class ChunkRewriting {

    final Map<Chunk, byte[]> replaced = new LinkedHashMap<>();
    /** Id and contents of chunks to put in front of the sound. */
    final List<Map.Entry<String, byte[]>> beforeSound = new ArrayList<>();
    /** Id and contents of chunks to put behind all others. */
    final List<Map.Entry<String, byte[]>> atEnd = new ArrayList<>();

    final Changes changes = new Changes();
    private final TextChunks texts;
    private final WantedFields wanted;

    ChunkRewriting(TextChunks texts, WantedFields wanted) {
        this.texts = texts;
        this.wanted = wanted;
    }

    void bext() {
        texts.bext.forEach((chunk, bext) -> {
            Map<String, String> settings = bext.settings(wanted);
            note(settings);
            Map<String, String> changed = changes.of(Kind.BEXT, bext.values(), settings);
            if (!changed.isEmpty()) {
                replaced.put(chunk, bext.with(changed).bytes());
            }
        });
        if (texts.bext.isEmpty()
                && !wanted.texts().getOrDefault("Description", "").isEmpty()) {
            Map<String, String> settings = Bext.empty().settings(wanted);
            note(settings);
            Map<String, String> changed = changes.of(Kind.BEXT, Map.of(), settings);
            if (!changed.isEmpty()) {
                beforeSound.add(Map.entry("bext", Bext.empty().with(changed).bytes()));
            }
        }
    }

    private void note(Map<String, String> settings) {
        changes.noteShortened(wanted, settings, "Description", "bext");
        changes.noteShortened(wanted, settings, "Originator", "bext");
    }

    /** @param create whether there is to be one where there is none */
    void ixml(boolean create) throws UnwritableFile {
        if (texts.hasUnreadableIxml()) {
            throw new UnwritableFile("has an iXML chunk that can't be changed without harm");
        }
        texts.ixml.forEach((chunk, ixml) -> {
            Map<Kind, Map<String, String>> changed = ixmlChanges(ixml);
            if (!changed.isEmpty()) {
                replaced.put(chunk, ixml.with(changed).bytes());
            }
        });
        if (create && texts.ixml.isEmpty() && wanted.hasText()) {
            Map<Kind, Map<String, String>> changed = ixmlChanges(Ixml.empty());
            if (!changed.isEmpty()) {
                atEnd.add(Map.entry("iXML", Ixml.empty().with(changed).bytes()));
            }
        }
    }

    private Map<Kind, Map<String, String>> ixmlChanges(Ixml ixml) {
        Map<Kind, Map<String, String>> changed = new LinkedHashMap<>();
        Map.of(Kind.IXML_USER, Keys.USER, Kind.IXML_ASWG, Keys.ASWG).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    Map<String, String> present = ixml.values(entry.getKey());
                    Map<String, String> settings = entry.getValue().settings(present, wanted);
                    Map<String, String> differing = changes.of(entry.getKey(), present, settings);
                    if (!differing.isEmpty()) {
                        changed.put(entry.getKey(), differing);
                    }
                });
        return changed;
    }

    void info() {
        Map<String, String> present = texts.info.values().stream()
                .flatMap(list -> list.values().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        Map<String, String> changed = changes.of(Kind.INFO, present, InfoList.settings(present, wanted));
        if (changed.isEmpty()) {
            return;
        }
        texts.info.entrySet().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> replaced.put(
                                first.getKey(), first.getValue().with(changed).bytes()),
                        () -> atEnd.add(
                                Map.entry("LIST", InfoList.empty().with(changed).bytes())));
    }

    /** @param create whether there is to be one where there is none */
    void id3(boolean create) throws UnwritableFile {
        for (Map.Entry<Chunk, Id3Tag> entry : texts.id3.entrySet()) {
            Id3Tag changed = id3(entry.getValue(), unnamed(), changes);
            if (changed != entry.getValue()) {
                replaced.put(entry.getKey(), changed.bytes());
            }
        }
        if (create && texts.id3.isEmpty() && wanted.hasText()) {
            Id3Tag changed = id3(Id3Tag.empty(), unnamed(), changes);
            if (!changed.frames().isEmpty()) {
                atEnd.add(Map.entry("ID3 ", changed.bytes()));
            }
        }
    }

    /** A title that the file has elsewhere is not filled in, where it would stand above it. */
    private WantedFields unnamed() {
        boolean named = texts.blocks.stream()
                .anyMatch(block ->
                        block.kind() == Kind.AIFF_TEXT && block.values().containsKey("NAME"));
        Map<String, String> fillers = new LinkedHashMap<>(wanted.fillers());
        if (named) {
            fillers.remove("TrackTitle");
        }
        return new WantedFields(wanted.texts(), fillers);
    }

    /** @return the same tag if it says everything already */
    static Id3Tag id3(Id3Tag tag, WantedFields wanted, Changes changes) throws UnwritableFile {
        Map<String, String> changed = changes.of(Kind.ID3, tag.values(), Keys.ID3.settings(tag.values(), wanted));
        if (changed.isEmpty()) {
            return tag;
        }
        if (tag.fault().isPresent()) {
            throw new UnwritableFile(tag.fault().get());
        }
        return tag.with(changed);
    }
}
