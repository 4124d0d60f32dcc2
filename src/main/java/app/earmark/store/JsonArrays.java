package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LibraryId;
import com.google.gson.Gson;
import java.util.Collection;
import java.util.List;

/** Sets of any size as one SQL parameter, for {@code json_each(?)}: a long IN list would overflow the parser. */
final class JsonArrays {

    private static final Gson GSON = new Gson();

    private JsonArrays() {}

    static String of(Collection<?> values) {
        return GSON.toJson(values);
    }

    static String ofClips(Collection<ClipId> ids) {
        StringBuilder json = new StringBuilder(ids.size() * 8 + 2).append('[');
        for (ClipId id : ids) {
            json.append(json.length() == 1 ? "" : ",").append(id.value());
        }
        return json.append(']').toString();
    }

    static String ofLibraries(Collection<LibraryId> ids) {
        return of(ids.stream().map(LibraryId::value).toList());
    }

    /** The texts of an array that {@link #of} made. */
    static List<String> texts(String json) {
        return List.of(GSON.fromJson(json, String[].class));
    }
}
