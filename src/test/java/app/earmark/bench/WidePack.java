package app.earmark.bench;

import app.earmark.embed.AudioEncoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import java.util.Arrays;

/** Another pack's text side with one space of more values, the rest of them zero: what a search costs is the same. */
record WidePack(ModelPack pack, int dimension) implements ModelPack {

    @Override
    public PackDescription description() {
        PackDescription d = pack.description();
        return new PackDescription(
                d.packId(),
                d.name(),
                d.licence(),
                d.credit(),
                d.hash(),
                dimension,
                dimension,
                d.logitScale(),
                d.tagging());
    }

    @Override
    public AudioEncoder audio() throws EncoderFailure {
        return pack.audio();
    }

    @Override
    public TextEncoder text() throws EncoderFailure {
        TextEncoder text = pack.text();
        return description -> Arrays.copyOf(text.encode(description), dimension);
    }

    @Override
    public void close() {}
}
