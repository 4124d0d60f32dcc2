package app.earmark.embed;

import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads a pack's files, each checked against its digest before it is used. */
final class PackModels {

    private static final PackFiles PROGRAM = new ClassPathFiles("");

    private final PackFiles files;
    private final String packName;
    private final Map<String, String> sha256;

    PackModels(PackFiles files, PackSpec spec) {
        this.files = files;
        this.packName = spec.description().name();
        this.sha256 = spec.sha256();
    }

    String packName() {
        return packName;
    }

    /** A session over a model, all optimisations on; weights kept as fp16 or int8 become float32 here, once. */
    OnnxSession session(String reference, TensorCheck check) throws EncoderFailure {
        return session(reference, OptLevel.ALL_OPT, 1, check);
    }

    /** @param threads that work on one run */
    OnnxSession session(String reference, OptLevel level, int threads, TensorCheck check) throws EncoderFailure {
        if (isOwn(reference)) {
            return ownSession(reference, level, threads, check);
        }
        Optional<Path> path = files.path(reference);
        if (path.isEmpty()) {
            return OnnxSession.of(packName, level, threads, check, bytes(reference));
        }
        try (InputStream in = files.open(reference)) {
            check(reference, Sha256.of(in));
        } catch (IOException e) {
            throw unreadable(reference, e);
        }
        checkExternalData(reference);
        return OnnxSession.of(packName, level, threads, check, path.get());
    }

    /** What a model keeps in other files must lie in files of the pack, and each must have its digest. */
    private void checkExternalData(String reference) throws EncoderFailure {
        Set<String> locations;
        try (InputStream in = files.open(reference)) {
            locations = ExternalData.locations(in);
        } catch (IOException e) {
            throw new EncoderFailure(
                    "A model of the pack " + packName + " can't be loaded; copy or download the pack again.", e);
        }
        String folder = reference.contains("/") ? reference.substring(0, reference.lastIndexOf('/') + 1) : "";
        for (String location : locations) {
            if (!sha256.containsKey(folder + location)) {
                throw new EncoderFailure(
                        "The model pack " + packName + " can't be used: its " + reference + " keeps data in \""
                                + location
                                + "\", which is not among the files of its pack.json; copy or download the pack again.",
                        null);
            }
            try (InputStream in = files.open(folder + location)) {
                check(folder + location, Sha256.of(in));
            } catch (IOException e) {
                throw unreadable(folder + location, e);
            }
        }
    }

    /** The program's own models come from a file unpacked once, if that can be; inflating 23 MB takes a while. */
    private OnnxSession ownSession(String reference, OptLevel level, int threads, TensorCheck check)
            throws EncoderFailure {
        String name = name(reference);
        Optional<Path> unpacked = UnpackedResources.ofThisProcess()
                .flatMap(resources -> resources.unpack("model", List.of("/" + name)))
                .map(folder -> folder.resolve(name));
        return unpacked.isPresent()
                ? OnnxSession.of(packName, level, threads, check, unpacked.get())
                : OnnxSession.of(packName, level, threads, check, bytes(reference));
    }

    byte[] bytes(String reference) throws EncoderFailure {
        PackFiles source = isOwn(reference) ? PROGRAM : files;
        try (InputStream in = source.open(name(reference))) {
            byte[] data = in.readAllBytes();
            if (!isOwn(reference)) {
                check(reference, Sha256.of(data));
            }
            return data;
        } catch (IOException e) {
            throw unreadable(reference, e);
        }
    }

    long sizeBytes(PackSpec spec) throws UnusablePack {
        long sum = 0;
        try {
            for (String name : sha256.keySet()) {
                sum += files.size(name);
            }
            for (String reference : List.of(spec.text().model(), spec.text().tokenizer())) {
                sum += isOwn(reference) ? PROGRAM.size(name(reference)) : 0;
            }
            return sum;
        } catch (IOException e) {
            throw new UnusablePack("A file of the model pack " + packName + " in " + files.place() + " is missing.", e);
        }
    }

    private void check(String name, String digest) throws EncoderFailure {
        if (!digest.equals(sha256.get(name))) {
            throw new EncoderFailure(
                    "The file " + name + " of the model pack " + packName + " in " + files.place()
                            + " is damaged; copy or download the pack again.",
                    null);
        }
    }

    private EncoderFailure unreadable(String reference, IOException cause) {
        String why = cause instanceof NoSuchFileException ? " is missing" : " can't be read";
        return new EncoderFailure(
                "The file " + name(reference) + " of the model pack " + packName + why
                        + "; copy or download the pack again.",
                cause);
    }

    private static boolean isOwn(String reference) {
        return reference.startsWith(PackReader.CLASS_PATH);
    }

    private static String name(String reference) {
        return isOwn(reference) ? reference.substring(PackReader.CLASS_PATH.length()) : reference;
    }
}
