"""Holds the written pack against the reference arrays and the numpy definition; fails loudly."""

import time

import numpy as np
import onnxruntime

from . import frontend
from .signals import reference_signals

SENTENCES = ("dog barking", "chainsaw", "heavy wooden door creaks slowly", "B00M_CICK", "rain", "")
LOG_MEL_TOLERANCE = 1e-4
EMBEDDING_COSINE = 0.998  # the limit for quantised weights
JOINT_COSINE = 0.999


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def cosine(a, b):
    return float(np.dot(a, b) / np.linalg.norm(a) / np.linalg.norm(b))


def report(directory, audio, text, encoder, reference_path):
    """Yields lines of figures; raises AssertionError when one is out of bounds."""
    tower = session(directory / "audio.onnx")
    head = session(directory / "text-head.onnx")
    with np.load(reference_path) as reference:
        for name, samples in reference_signals().items():
            spectrogram = frontend.log_mel(samples)
            difference = float(np.abs(spectrogram - reference[f"{name}__logmel"]).max())
            assert difference <= LOG_MEL_TOLERANCE, (name, difference)
            embedding, acoustic, joint = tower.run(
                ["embedding", "acoustic", "joint"], {"log_mel": frontend.blocks(spectrogram)}
            )
            row = reference[f"{name}__embedding"][None]
            whole, near, far = (
                cosine(embedding, row[0]),
                cosine(acoustic, audio.acoustic(row)[0]),
                cosine(joint, audio.joint(row)[0]),
            )
            assert whole >= EMBEDDING_COSINE, (name, whole)
            yield f"{name}: log-mel {difference:.1e}, cosine embedding {whole:.5f} acoustic {near:.5f} joint {far:.5f}"
    sentences = encoder.encode(SENTENCES)
    got = head.run(["joint"], {"sentence": sentences.astype(np.float32)})[0]
    worst = min(cosine(a, b) for a, b in zip(got, text.joint(sentences)))
    assert worst >= JOINT_COSINE, worst
    yield f"text head: least cosine {worst:.5f}"
    yield f"20 s window, one thread: {_milliseconds(tower):.0f} ms"


def _milliseconds(tower):
    count = -(-(20 * frontend.SAMPLE_RATE // frontend.HOP + 2 - frontend.BLOCK) // frontend.BLOCK_HOP) + 1
    window = np.random.default_rng(0).random((count, frontend.BLOCK, frontend.BANDS), np.float32) / 2
    times = []
    for _ in range(4):
        start = time.process_time()
        tower.run(["joint"], {"log_mel": window})
        times.append(time.process_time() - start)
    return 1000 * min(times)
