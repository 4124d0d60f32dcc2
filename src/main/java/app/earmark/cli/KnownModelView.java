package app.earmark.cli;

import app.earmark.modelhub.KnownModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that can be had, as {@code --json} prints it.
 *
 * @param revision a commit, or {@code main} where none is known
 * @param downloads the recommended one first
 * @param warning {@code null} unless one should rather not use it
 * @param packs those on the shelf that were made of it
 */
record KnownModelView(
        String repository,
        String revision,
        String name,
        String goodAt,
        String licence,
        List<Download> downloads,
        String warning,
        List<String> packs) {

    record Download(String precision, int aboutMegabytes) {}

    static KnownModelView of(KnownModel model, List<String> packs) {
        return new KnownModelView(
                model.repository().toString(),
                model.revision().name(),
                model.name(),
                model.goodAt(),
                model.licence(),
                model.aboutMegabytes().entrySet().stream()
                        .map(each -> new Download(each.getKey().label(), each.getValue()))
                        .toList(),
                model.warning().orElse(null),
                packs);
    }

    /** Such as {@code int8 163 MB, fp16 314 MB, fp32 621 MB}. */
    String describeDownloads() {
        return downloads.stream()
                .map(each -> each.precision() + " " + each.aboutMegabytes() + " MB")
                .collect(Collectors.joining(", "));
    }
}
