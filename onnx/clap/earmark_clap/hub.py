"""Checkpoints on the hub, through its own library: its cache is shared with other programs."""

import re
from pathlib import Path

from huggingface_hub import errors, snapshot_download

from .errors import Unusable

REVISION = re.compile(r"[0-9a-f]{40}")


def fetch(name, revision, descriptions, weights):
    """The folder of the checkpoint's files, with the first of `weights` that it has; uses what is there already."""
    try:
        for each in weights:
            folder = Path(snapshot_download(name, revision=revision, allow_patterns=[*descriptions, each]))
            if (folder / each).is_file():
                break
    except (errors.HfHubHTTPError, errors.HFValidationError, errors.LocalEntryNotFoundError, OSError) as error:
        raise Unusable(f"{name} could not be fetched from the hub: {str(error).splitlines()[0]}") from error
    return folder


def revision_of(folder):
    """The commit a folder was downloaded at: a snapshot of the cache, or what `hf download --local-dir` notes."""
    folder = folder.resolve()
    if REVISION.fullmatch(folder.name) and folder.parent.name == "snapshots":
        return folder.name
    note = folder / ".cache/huggingface/download/config.json.metadata"
    lines = note.read_text(encoding="utf-8").splitlines() if note.is_file() else []
    return lines[0] if lines and REVISION.fullmatch(lines[0]) else None
