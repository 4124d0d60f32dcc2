"""ONNX files as others make them from a checkpoint: PyTorch's tracing exporter, the hub's layout and int8 recipe."""

import logging
import shutil
import warnings

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

DESCRIPTIONS = ("config.json", "preprocessor_config.json", "tokenizer.json")


class Audio(nn.Module):
    """Unfused; the output is not unit length, as in the hub's files."""

    def __init__(self, model):
        super().__init__()
        self.tower, self.projection = model.audio_model, model.audio_projection

    def forward(self, input_features):
        return self.projection(self.tower(input_features=input_features).pooler_output)


class Text(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.tower, self.projection = model.text_model, model.text_projection

    def forward(self, input_ids):
        return self.projection(self.tower(input_ids=input_ids).pooler_output)


def hub_folder(model, checkpoint, folder):
    """A folder like those of transformers.js: onnx/{audio,text}_model{,_quantized}.onnx beside the descriptions."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    for name in DESCRIPTIONS:
        shutil.copyfile(checkpoint / name, folder / name)
    open_sizes = {0: "batch_size", 1: "num_channels", 2: "height", 3: "width"}
    _traced(Audio(model), _features(), "input_features", "audio_embeds", open_sizes, folder / "onnx/audio_model.onnx")
    ids = torch.tensor([[0, 5, 6, 2], [0, 7, 8, 2]])
    open_sizes = {0: "batch_size", 1: "sequence_length"}
    _traced(Text(model), ids, "input_ids", "text_embeds", open_sizes, folder / "onnx/text_model.onnx")
    for tower, kind in (("audio", QuantType.QUInt8), ("text", QuantType.QInt8)):
        source = folder / f"onnx/{tower}_model.onnx"
        target = folder / f"onnx/{tower}_model_quantized.onnx"
        quantize_dynamic(source, target, per_channel=True, reduce_range=True, weight_type=kind)


def _traced(module, example, name, output, open_sizes, path):
    _quietly(
        lambda: torch.onnx.export(
            module.eval(),
            (example,),
            path,
            input_names=[name],
            output_names=[output],
            dynamic_axes={name: open_sizes, output: {0: "batch_size"}},
            opset_version=17,
            dynamo=False,
        )
    )


def _features():
    return torch.randn(2, 1, 1001, 64, generator=torch.Generator().manual_seed(0)) * 15 - 35


def _quietly(export):
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings(), torch.inference_mode():
            warnings.simplefilter("ignore")
            export()
    finally:
        logging.disable(logging.NOTSET)
