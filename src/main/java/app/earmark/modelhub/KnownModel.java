package app.earmark.modelhub;

import app.earmark.modelhub.download.RepositoryId;
import app.earmark.modelhub.download.Revision;
import app.earmark.modelhub.download.WantedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A model that is known to work, or known not to.
 *
 * @param revision a commit where one is known, otherwise a branch
 * @param name for people
 * @param goodAt a sentence on what it is good at
 * @param licence as its page on the hub says
 * @param logitScale factor on cosines, where ONNX files don't contain it and somebody published it; absent if unknown
 * @param warning why one should rather not use it
 * @param files what to fetch for each precision, the recommended one first; sizes and digests where they are known
 * @param aboutMegabytes how much is fetched for each precision, roughly
 */
public record KnownModel(
        RepositoryId repository,
        Revision revision,
        String name,
        String goodAt,
        String licence,
        String credit,
        OptionalDouble logitScale,
        Optional<String> warning,
        Map<WeightPrecision, List<WantedFile>> files,
        Map<WeightPrecision, Integer> aboutMegabytes) {

    /** What to take unless somebody says otherwise. */
    public WeightPrecision recommended() {
        return files.keySet().iterator().next();
    }
}
