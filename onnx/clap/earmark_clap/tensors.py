"""Names and shapes of the tensors the towers are built from, as `transformers.ClapModel` calls them."""

AUDIO = "audio_model.audio_encoder."
PATCH = AUDIO + "patch_embed."
FUSION = PATCH + "fusion_model."
# Positions of convolution, batch normalisation, convolution, batch normalisation in the two halves of the fusion.
FUSION_PARTS = {"local_att": (0, 1, 3, 4), "global_att": (1, 2, 4, 5)}


def expected(config):
    """Returns {name: shape} of every tensor the graphs use."""
    shapes = {"logit_scale_a": (), "logit_scale_t": ()}
    shapes.update(_audio(config.audio))
    shapes.update(_text(config.text))
    for tower, width in (("audio", config.audio.width), ("text", config.text.width)):
        shapes.update(_linear(f"{tower}_projection.linear1", width, config.joint))
        shapes.update(_linear(f"{tower}_projection.linear2", config.joint, config.joint))
    return shapes


def block(stage, index):
    return f"{AUDIO}layers.{stage}.blocks.{index}."


def downsample(stage):
    return f"{AUDIO}layers.{stage}.downsample."


def text_layer(index):
    return f"text_model.encoder.layer.{index}."


def _audio(audio):
    shapes = _batch_norm(AUDIO + "batch_norm", audio.bands)
    shapes[PATCH + "proj.weight"] = (audio.channels, 1, audio.patch, audio.patch)
    shapes[PATCH + "proj.bias"] = (audio.channels,)
    if audio.patch_norm:
        shapes.update(_norm(PATCH + "norm", audio.channels))
    if audio.fused:
        shapes.update(_fusion(audio))
    width = audio.channels
    for stage, depth in enumerate(audio.depths):
        for index in range(depth):
            shapes.update(_block(block(stage, index), width, audio, audio.heads[stage]))
        if stage < len(audio.depths) - 1:
            shapes.update(_norm(downsample(stage) + "norm", 4 * width))
            shapes[downsample(stage) + "reduction.weight"] = (2 * width, 4 * width)
            width *= 2
    shapes.update(_norm(AUDIO + "norm", width))
    return shapes


def _fusion(audio):
    shapes = {
        PATCH + "mel_conv2d.weight": (audio.channels, 1, audio.patch, 3 * audio.patch),
        PATCH + "mel_conv2d.bias": (audio.channels,),
    }
    narrow = audio.channels // audio.fusion_reduction
    for half, (first, norm, second, last_norm) in FUSION_PARTS.items():
        shapes[f"{FUSION}{half}.{first}.weight"] = (narrow, audio.channels, 1, 1)
        shapes[f"{FUSION}{half}.{first}.bias"] = (narrow,)
        shapes.update(_batch_norm(f"{FUSION}{half}.{norm}", narrow))
        shapes[f"{FUSION}{half}.{second}.weight"] = (audio.channels, narrow, 1, 1)
        shapes[f"{FUSION}{half}.{second}.bias"] = (audio.channels,)
        shapes.update(_batch_norm(f"{FUSION}{half}.{last_norm}", audio.channels))
    return shapes


def _block(prefix, width, audio, heads):
    shapes = _attention(prefix, width)
    shapes[prefix + "attention.self.relative_position_bias_table"] = ((2 * audio.window - 1) ** 2, heads)
    shapes.update(_norm(prefix + "layernorm_before", width))
    shapes.update(_norm(prefix + "layernorm_after", width))
    inner = int(audio.mlp_ratio * width)
    shapes.update(_linear(prefix + "intermediate.dense", width, inner))
    shapes.update(_linear(prefix + "output.dense", inner, width))
    return shapes


def _text(text):
    prefix = "text_model.embeddings."
    shapes = {
        prefix + "word_embeddings.weight": (text.vocabulary, text.width),
        prefix + "position_embeddings.weight": (text.positions, text.width),
        prefix + "token_type_embeddings.weight": (text.token_types, text.width),
    }
    shapes.update(_norm(prefix + "LayerNorm", text.width))
    for index in range(text.layers):
        layer = text_layer(index)
        shapes.update(_attention(layer, text.width))
        shapes.update(_norm(layer + "attention.output.LayerNorm", text.width))
        shapes.update(_linear(layer + "intermediate.dense", text.width, text.intermediate))
        shapes.update(_linear(layer + "output.dense", text.intermediate, text.width))
        shapes.update(_norm(layer + "output.LayerNorm", text.width))
    shapes.update(_linear("text_model.pooler.dense", text.width, text.width))
    return shapes


def _attention(prefix, width):
    shapes = {}
    for part in ("self.query", "self.key", "self.value", "output.dense"):
        shapes.update(_linear(f"{prefix}attention.{part}", width, width))
    return shapes


def _linear(name, inputs, outputs):
    return {name + ".weight": (outputs, inputs), name + ".bias": (outputs,)}


def _norm(name, width):
    return {name + ".weight": (width,), name + ".bias": (width,)}


def _batch_norm(name, width):
    return {**_norm(name, width), name + ".running_mean": (width,), name + ".running_var": (width,)}
