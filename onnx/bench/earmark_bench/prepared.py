"""Log-mels of all windows, made beforehand, and how fast ONNX Runtime alone goes through them."""

import time
from concurrent.futures import ThreadPoolExecutor

import librosa
import numpy as np
import transformers
from earmark_clap.session import open_model

from .windows import RATE, cut

MOST = 200  # 51 MB of them


class Prepared:
    def __init__(self, checkpoint, paths):
        extractor = transformers.ClapFeatureExtractor.from_pretrained(checkpoint)
        self.features = []
        for path in paths:
            for window in cut(librosa.load(path, sr=RATE, mono=True)[0]):
                made = extractor(window, sampling_rate=RATE, return_tensors="np")["input_features"]
                self.features.append(np.asarray(made, np.float32))
                if len(self.features) == MOST:
                    return


def rate_alone(model, prepared, cores):
    session = open_model(model)

    def infer(features):
        session.run(None, {"input_features": features})

    with ThreadPoolExecutor(cores) as pool:
        list(pool.map(infer, prepared.features[: 2 * cores]))
        start = time.perf_counter()
        list(pool.map(infer, prepared.features))
        seconds = time.perf_counter() - start
    count = len(prepared.features)
    return {"windows": count, "seconds": round(seconds, 3), "windowsPerSecond": round(count / seconds, 3)}
