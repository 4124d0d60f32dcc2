"""The two Python pipelines a person would write."""

import librosa
import numpy as np
import onnxruntime
import torch
import transformers
from transformers.audio_utils import load_audio

from .windows import RATE


class Transformers:
    """transformers alone: its decoding and resampling, ClapProcessor, ClapModel."""

    def __init__(self, checkpoint):
        self._processor = transformers.ClapProcessor.from_pretrained(checkpoint)
        self._model = transformers.ClapModel.from_pretrained(checkpoint).eval()

    def prepare(self, setting):
        torch.set_num_threads(setting.threads)

    def enter(self, setting):
        torch.set_num_threads(setting.threads)  # each thread has its own number

    def load(self, path):
        return load_audio(str(path), sampling_rate=RATE)

    def features(self, windows):
        return self._processor(audio=windows, sampling_rate=RATE, return_tensors="pt")["input_features"]

    def infer(self, features):
        # What get_audio_features does, without bringing each window to unit length.
        with torch.inference_mode():
            pooled = self._model.audio_model(input_features=features).pooler_output
            return self._model.audio_projection(pooled).numpy()


class OnnxRuntime:
    """librosa, ClapFeatureExtractor, and PyTorch's own ONNX export."""

    def __init__(self, checkpoint, model):
        self._extractor = transformers.ClapFeatureExtractor.from_pretrained(checkpoint)
        self._model = model
        self._session, self._threads = None, None

    def prepare(self, setting):
        if self._threads != setting.threads:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = setting.threads
            self._session = onnxruntime.InferenceSession(self._model, options, providers=["CPUExecutionProvider"])
            self._threads = setting.threads

    def enter(self, setting):
        pass

    def load(self, path):
        return librosa.load(path, sr=RATE, mono=True)[0]

    def features(self, windows):
        return self._extractor(windows, sampling_rate=RATE, return_tensors="np")["input_features"]

    def infer(self, features):
        return self._session.run(["audio_embeds"], {"input_features": np.asarray(features, np.float32)})[0]
