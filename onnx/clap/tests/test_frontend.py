import pytest

from earmark_clap import config, frontend, sample
from earmark_clap.errors import Unusable


def front_end(kind="unfused", **changes):
    parsed = config.parse(sample.model_config(kind))
    return frontend.parse(sample.preprocessor_config(parsed.audio.fused) | changes, parsed.audio)


def test_reads_the_hubs_values():
    assert front_end().frames == 1001
    assert front_end().description() == {
        "type": "clap-log-mel",
        "sampleRate": 48000,
        "frameLength": 1024,
        "hopLength": 480,
        "window": "hann-periodic",
        "melBands": 64,
        "lowHz": 50,
        "highHz": 14000,
        "melScale": "slaney",
        "melNorm": "slaney",
        "clipSamples": 480000,
        "shortClips": "repeatpad",
        "longClips": "windows",
    }


def test_fusion_has_the_other_filter_bank():
    found = front_end("fused").description()
    assert (found["melScale"], found["melNorm"], found["longClips"]) == ("htk", "none", "fusion")
    assert found["isLonger"] == "by-length"


def test_takes_the_numbers_from_the_file():
    found = front_end(sampling_rate=32000, hop_length=320, frequency_min=0, max_length_s=5, padding="pad")
    description = found.description()
    assert (description["sampleRate"], description["hopLength"], description["lowHz"]) == (32000, 320, 0)
    assert (description["clipSamples"], description["shortClips"]) == (160000, "pad")
    assert found.frames == 501


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"feature_extractor_type": "WhisperFeatureExtractor"}, "only ClapFeatureExtractor"),
        ({"top_db": 80}, "top_db"),
        ({"padding": "mirror"}, '"padding": "mirror"'),
        ({"truncation": "centre"}, '"truncation": "centre"'),
        ({"max_length_s": 20}, "2001 frames, and the model takes at most 1024"),
    ],
)
def test_refuses_what_the_front_end_cannot_do(changes, message):
    with pytest.raises(Unusable, match=message):
        front_end(**changes)
