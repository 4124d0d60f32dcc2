package app.earmark.modelhub;

import app.earmark.modelhub.download.FileDigest;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a pack's files are still what they were.
 *
 * @param files how many were looked at
 * @param damaged those whose content changed, in name order
 * @param missing those that are gone or can't be read, in name order
 */
public record PackVerification(int files, List<String> damaged, List<String> missing) {

    public static PackVerification of(ShelvedPack pack, Progress progress) throws UnusableModel, CancelledWork {
        Map<String, String> sha256 = PackManifest.of(pack.files()).sha256();
        List<String> damaged = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        progress.phase("Checking " + pack.description().packId(), sha256.size());
        int done = 0;
        for (Map.Entry<String, String> file : sha256.entrySet()) {
            try (InputStream in = pack.files().open(file.getKey())) {
                if (!FileDigest.sha256(in, progress).equals(file.getValue())) {
                    damaged.add(file.getKey());
                }
            } catch (IOException e) {
                missing.add(file.getKey());
            }
            progress.advanced(++done, (long) damaged.size() + missing.size());
        }
        return new PackVerification(sha256.size(), List.copyOf(damaged), List.copyOf(missing));
    }

    public boolean isWhole() {
        return damaged.isEmpty() && missing.isEmpty();
    }
}
