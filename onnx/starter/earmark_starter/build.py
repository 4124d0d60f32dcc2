"""Rebuilds the shipped files: `python -m earmark_starter.build --data DIR`."""

import argparse
import importlib.util
from pathlib import Path

from . import check, checkpoint, credits, fit, fixtures, pack, pairs, prompts
from .sentences import SentenceEncoder

REPOSITORY = Path(__file__).resolve().parents[3]
PACK = REPOSITORY / "src/main/resources/app/earmark/packs/starter"
TEST_RESOURCES = REPOSITORY / "src/test/resources/app/earmark"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of pairs.npz and frontend-reference.npz")
    parser.add_argument("--aisfx", type=Path, help="aisfx wheel or checkpoint.pth; default: the installed package's")
    parser.add_argument("--minilm-jar", type=Path, help="default: the artifact in the local Maven repository")
    parser.add_argument("--out", type=Path, default=PACK)
    return parser.parse_args()


def aisfx_checkpoint():
    # find_spec does not import the package, whose __init__ would want PyTorch.
    package = importlib.util.find_spec("aisfx")
    if package is None:
        raise FileNotFoundError(f"run `pip install --no-deps {checkpoint.AISFX_WHEEL}`, or give --aisfx")
    return Path(package.origin).parent / "models" / "checkpoint.pth"


def main():
    given = arguments()
    encoder = SentenceEncoder(given.minilm_jar)
    state, heads = checkpoint.read(given.aisfx or aisfx_checkpoint())
    clips = pairs.read(given.data)
    audio, text = fit.sides(fit.heads_of(state, heads), fit.read_lexicon(), encoder, clips)
    dimensions = audio.joint(clips.embeddings[:1]).shape[1]
    models = {
        "audio.onnx": pack.audio_model(state, audio, dimensions),
        "text-head.onnx": pack.text_model(text, dimensions),
    }
    pack.write(given.out, models, dimensions, fit.LOGIT_SCALE, fit.RULE.parameters())
    prompts.write(given.out, encoder, prompts.read_table())
    for line in check.report(given.out, audio, text, encoder, given.data / "frontend-reference.npz"):
        print(line)
    credits.write(REPOSITORY / "onnx/starter/CREDITS.md", given.data / "pairs_manifest.csv")
    fixtures.write(TEST_RESOURCES, given.out, encoder, given.data / "frontend-reference.npz")


if __name__ == "__main__":
    main()
