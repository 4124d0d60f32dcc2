package app.earmark.teaching.adapter;

import app.earmark.library.PackId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where learning from names stands for one pack.
 *
 * @param fitted the newest fit; empty where there is none
 * @param outdated whether the library or the tags have changed so much since that another fit is worth it
 */
public record AdapterStatus(PackId pack, Optional<Fitted> fitted, boolean outdated) {

    /** @param version counts from 1 */
    public record Fitted(int version, Instant at, AdapterReport report) {}

    public boolean used() {
        return fitted.isPresent() && fitted.get().report().used();
    }

    /** For people. */
    public String sentence() {
        return fitted.map(f -> f.report().sentence()).orElse("Nothing was learnt from this library's names yet.");
    }
}
