package app.earmark.library;

/**
 * Identity of the model pack that made an embedding; vectors of different packs are never compared.
 *
 * @param id such as {@code starter}
 * @param version such as {@code 1.0.0}
 */
public record PackId(String id, String version) {

    /** Reads {@code id@version}. */
    public static PackId parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("not a pack id: " + text);
        }
        return new PackId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
