package app.earmark.ui;

import app.earmark.progress.Progress;

/** Passes progress on, without a name in its phases that the window shows beside them anyway. */
record ShortPhases(Progress progress, String name) implements Progress {

    @Override
    public void phase(String phase, long total) {
        progress.phase(phase.replace(" " + name, ""), total);
    }

    @Override
    public void phase(String phase, long total, Unit unit) {
        progress.phase(phase.replace(" " + name, ""), total, unit);
    }

    @Override
    public void advanced(long done, long failed) {
        progress.advanced(done, failed);
    }

    @Override
    public void note(String sentence) {
        progress.note(sentence);
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }
}
