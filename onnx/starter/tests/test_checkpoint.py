import os
import pickle
import zipfile

import pytest

from earmark_starter import checkpoint


class Command:
    def __reduce__(self):
        return os.getenv, ("HOME",)


def test_a_pickle_that_calls_anything_else_is_refused(tmp_path):
    path = tmp_path / "bad.pth"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps((Command(), {})))
    with pytest.raises(pickle.UnpicklingError, match="getenv"):
        checkpoint.read(path)
