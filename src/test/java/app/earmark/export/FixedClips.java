package app.earmark.export;

import app.earmark.library.CatalogueCounts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
import app.earmark.library.Peaks;
import app.earmark.library.SoundLibrary;
import app.earmark.library.TagClaim;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** A catalogue whose clips are made from their id when asked for, so that there may be very many of them. */
final class FixedClips implements ClipCatalog {

    private final LongFunction<SheetRow> rows;

    FixedClips(LongFunction<SheetRow> rows) {
        this.rows = rows;
    }

    private <T> Map<ClipId, T> map(Collection<ClipId> ids, java.util.function.Function<SheetRow, T> part) {
        Map<ClipId, T> map = new LinkedHashMap<>();
        for (ClipId id : ids) {
            SheetRow row = rows.apply(id.value());
            T value = row == null ? null : part.apply(row);
            if (value != null) {
                map.put(id, value);
            }
        }
        return map;
    }

    @Override
    public Map<ClipId, Clip> findAll(Collection<ClipId> ids) {
        return map(ids, SheetRow::clip);
    }

    @Override
    public Map<ClipId, ClipTags> tagsOf(Collection<ClipId> ids) {
        return map(ids, SheetRow::tags);
    }

    @Override
    public Map<ClipId, List<TagClaim>> claimsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, ClipFields> fieldsOf(Collection<ClipId> ids) {
        return map(ids, SheetRow::fields);
    }

    @Override
    public Map<ClipId, PackId> packsOf(Collection<ClipId> ids) {
        return map(ids, row -> row.pack().orElse(null));
    }

    @Override
    public Optional<Clip> find(ClipId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Clip> findByPath(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ClipId> matching(ClipFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ClipId, Peaks> thumbnailsOf(Collection<ClipId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Peaks> playerPeaks(ClipId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SoundLibrary> libraries() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CatalogueCounts counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ClipFailure> failures() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long revision() {
        throw new UnsupportedOperationException();
    }
}
