package app.earmark.renaming;

/**
 * A renaming that was cut off, by a crash or a power failure.
 *
 * @param title of the edit that it was to be
 * @param renamed sounds that have their new names
 * @param sounds all that were to be renamed
 */
public record InterruptedRenaming(String title, long renamed, long sounds) {

    /** What happened, and that there is something to decide. */
    public String sentence() {
        return "An earlier renaming (“" + title + "”) was cut off: " + renamed + " of " + sounds
                + (sounds == 1 ? " file has" : " files have") + " the new name.";
    }
}
