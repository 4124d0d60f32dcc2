package app.earmark.assembly;

import app.earmark.library.AudioFacts;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What listening to one file told, without any catalogue.
 *
 * @param embedding absent for a silent file
 * @param tags what the name, the file and the model say; nobody's corrections
 */
public record Heard(
        Path path, AudioFacts facts, PackId pack, Optional<Embedding> embedding, ClipFields fields, ClipTags tags) {}
