import numpy as np
import soundfile

from earmark_bench import sounds, windows


def test_the_plan_mixes_what_is_asked_for():
    plan = sounds.plan(200)
    assert {sound.rate for sound in plan} == {44100, 48000, 96000}
    assert {sound.channels for sound in plan} == {1, 2, 6}
    assert {sound.suffix for sound in plan} == {"wav", "flac", "ogg", "mp3"}
    assert min(sound.seconds for sound in plan) <= 1.1 and max(sound.seconds for sound in plan) >= 59
    assert len({sound.name for sound in plan}) == 200


def test_no_length_lies_near_a_whole_window():
    """A rounded length would make a window more on one side than on the other."""
    for sound in sounds.plan(200):
        assert 0.3 <= sound.seconds % 10 <= 9.7


def test_the_same_files_come_out_again(tmp_path):
    first, again = sounds.write(tmp_path / "a", 8), sounds.write(tmp_path / "b", 8)
    for one, other, sound in zip(first, again, sounds.plan(8), strict=True):
        samples, rate = soundfile.read(one, always_2d=True)
        assert rate == sound.rate and samples.shape[1] == sound.channels
        assert windows.count(len(samples) / rate) == windows.count(sound.seconds)
        assert np.array_equal(samples, soundfile.read(other, always_2d=True)[0])
        assert np.abs(samples).max() > 0.1


def test_windows_are_consecutive_and_the_last_is_what_is_left():
    cut = windows.cut(np.arange(25 * windows.RATE))
    assert [len(window) for window in cut] == [480000, 480000, 240000]
    assert cut[2][0] == 960000
    assert [windows.count(seconds) for seconds in (0.1, 10, 10.01, 25)] == [1, 1, 2, 3]
