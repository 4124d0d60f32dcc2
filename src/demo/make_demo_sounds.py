"""Makes the sample library that "Try the sample sounds" and `earmark demo` show.

Recordings come from Debian's sonic-pi-samples (every file CC0, from freesound.org; see the package's README.md); the rest is
synthesised below. Needs numpy, ffmpeg and that package:

    python3 src/demo/make_demo_sounds.py src/main/resources/app/earmark/demo

The library mixes sample rates, widths, channel counts and formats, and names with and without UCS, on purpose.
"""
import pathlib
import subprocess
import sys

import numpy as np

SAMPLES = pathlib.Path("/usr/share/sonic-pi/samples")
FREESOUND = "https://freesound.org/s/%d/"

# target name, source file, start, seconds, rate, channels (0 = as it is), encoder arguments, freesound number
RECORDED = [
    ("BIRDCrow_Crow Calls Once_EARM_DEMO.wav", "misc_crow", 0, 2, 44100, 1, "-c:a pcm_s16le", 54973),
    ("DOORWood_Old Door Closes_EARM_DEMO.flac", "perc_door", 0, 3, 48000, 0, "-c:a flac", 415579),
    ("OBJMisc_Cash Register Drawer_EARM_DEMO.mp3", "perc_till", 0, 4, 44100, 1, "-c:a libmp3lame -b:a 96k", 209578),
    ("Bells/large bell rings out.ogg", "perc_bell", 0, 5, 44100, 1, "-c:a libvorbis -q:a 3", 221515),
    ("Bells/small hand bell.flac", "elec_bell", 0, 2, 44100, 1, "-c:a flac", 13116),
    ("Bells/wind chime.wav", "elec_chime", 0, 3, 22050, 1, "-c:a pcm_s16le", 13138),
    ("SWSH_Fast Whoosh By_EARM_DEMO.wav", "perc_swoosh", 0, 2, 48000, 0, "-c:a pcm_s24le", 415580),
    ("Movement/dark slow whoosh.m4a", "ambi_dark_woosh", 0, 5, 44100, 0, "-c:a aac -b:a 96k", 27281),
    ("Movement/swash of cloth.wav", "perc_swash", 0, 2, 44100, 1, "-c:a pcm_s16le", 60009),
    ("Impacts/deep trailer boom.opus", "misc_cineboom", 0, 7, 48000, 0, "-c:a libopus -b:a 64k", 177242),
    ("Impacts/metal hit 01.wav", "perc_impact1", 0, 2, 44100, 1, "-c:a pcm_s24le", 415578),
    ("Impacts/metal hit 02.aiff", "perc_impact2", 0, 1.5, 44100, 1, "-c:a pcm_s16be", 415581),
    ("People/burp.mp3", "misc_burp", 0, 2, 44100, 1, "-c:a libmp3lame -b:a 96k", 222022),
    ("People/finger snap.wav", "perc_snap", 0, 1, 44100, 1, "-c:a pcm_s16le", 109400),
    ("People/choir sings ahh.ogg", "ambi_choir", 0, 4, 44100, 0, "-c:a libvorbis -q:a 3", 207809),
    ("Glass/wet finger on a wine glass.opus", "ambi_glass_rub", 0, 5, 48000, 0, "-c:a libopus -b:a 64k", 198403),
    ("Machines/printer motor whirring.mp3", "loop_3d_printer", 0, 5, 44100, 1, "-c:a libmp3lame -b:a 96k", 415571),
    ("Music/cymbal crash.flac", "drum_cymbal_hard", 0, 2, 44100, 1, "-c:a flac", 100056),
    ("Music/cowbell.wav", "drum_cowbell", 0, 1, 44100, 1, "-c:a pcm_u8", 75338),
    ("Music/drum roll.ogg", "drum_roll", 0, 4, 44100, 0, "-c:a libvorbis -q:a 3", 19433),
    ("Music/electric guitar slide.mp3", "guit_e_slide", 0, 4, 44100, 1, "-c:a libmp3lame -b:a 96k", 2410),
    ("Music/tabla stroke.caf", "tabla_ghe1", 0, 2, 44100, 1, "-c:a pcm_s16le", 130406),
]


def noise(n, seed):
    return np.random.default_rng(seed).standard_normal(n)


def band(x, rate, low, high, slope=2.0):
    """Noise shaped in the frequency domain; soft edges of `slope` octaves."""
    spectrum = np.fft.rfft(x)
    f = np.fft.rfftfreq(len(x), 1 / rate) + 1e-9
    gain = 1 / (1 + (low / f) ** (2 * slope)) / (1 + (f / high) ** (2 * slope))
    return np.fft.irfft(spectrum * gain, len(x))


def seconds(duration, rate):
    return np.arange(int(duration * rate)) / rate


def siren(rate):
    t = seconds(4, rate)
    f = 750 + 350 * np.sin(2 * np.pi * 0.5 * t)
    phase = 2 * np.pi * np.cumsum(f) / rate
    return sum(np.sin(k * phase) / k for k in (1, 2, 3, 5)) * (1 - np.exp(-t * 20))


def clock(rate):
    t = seconds(4, rate)
    out = np.zeros_like(t)
    for i in range(8):
        n = int(0.06 * rate)
        s = np.arange(n) / rate
        pitch = 2600 if i % 2 == 0 else 2100
        tick = (np.sin(2 * np.pi * pitch * s) + 0.6 * noise(n, i)) * np.exp(-s * 160)
        start = int(i * 0.5 * rate)
        out[start : start + n] += tick
    return out


def thunder(rate):
    t = seconds(6, rate)
    rumble = band(noise(len(t), 3), rate, 20, 110)
    wobble = 0.4 + np.abs(band(noise(len(t), 4), rate, 0.3, 3)) / 0.02
    crack = band(noise(len(t), 5), rate, 300, 4000) * np.exp(-t * 7) * 2
    body = rumble / np.std(rumble) * np.minimum(wobble, 3) * np.exp(-t * 0.6)
    return body + crack


def rain(rate):
    n = int(6 * rate)
    bed = band(noise(n, 6), rate, 900, 9000) * 0.8
    out = bed / np.std(bed) * 0.25
    rng = np.random.default_rng(7)
    for _ in range(1200):
        start = rng.integers(0, n - 800)
        m = rng.integers(80, 700)
        s = np.arange(m) / rate
        drop = np.sin(2 * np.pi * rng.uniform(1500, 7000) * s) * np.exp(-s * rng.uniform(200, 900))
        out[start : start + m] += drop * rng.exponential(0.5)
    return out


def wind(rate):
    t = seconds(6, rate)
    gust = 0.5 + 0.5 * np.sin(2 * np.pi * 0.23 * t) * np.sin(2 * np.pi * 0.11 * t + 1)
    low = band(noise(len(t), 8), rate, 90, 500)
    howl = band(noise(len(t), 9), rate, 480, 620, slope=6)
    return (low / np.std(low) + 1.2 * gust * howl / np.std(howl)) * (0.25 + gust)


def fire(rate):
    n = int(5 * rate)
    base = band(noise(n, 10), rate, 60, 700)
    out = base / np.std(base) * 0.12
    rng = np.random.default_rng(11)
    for _ in range(140):
        start = rng.integers(0, n - 2000)
        m = int(rng.uniform(0.002, 0.02) * rate)
        s = np.arange(m) / rate
        out[start : start + m] += rng.standard_normal(m) * np.exp(-s * rng.uniform(150, 900)) * rng.exponential(0.7)
    return out


def laser(rate):
    t = seconds(0.6, rate)
    f = 2800 * np.exp(-t * 6) + 120
    phase = 2 * np.pi * np.cumsum(f) / rate
    return np.sign(np.sin(phase)) * 0.5 * np.exp(-t * 5) + np.sin(phase) * np.exp(-t * 4)


def heartbeat(rate):
    t = seconds(4, rate)
    out = np.zeros_like(t)
    for beat in range(4):
        for offset, level in ((0.0, 1.0), (0.28, 0.7)):
            start = int((beat * 1.0 + offset) * rate)
            s = np.arange(int(0.18 * rate)) / rate
            out[start : start + len(s)] += level * np.sin(2 * np.pi * (55 - 60 * s) * s) * np.exp(-s * 22)
    return out


def telephone(rate):
    t = seconds(4, rate)
    on = ((t % 2.0) < 1.2) & (((t * 20) % 1) < 0.55)
    bell = np.sin(2 * np.pi * 1450 * t) + 0.7 * np.sin(2 * np.pi * 1830 * t) + 0.4 * np.sin(2 * np.pi * 3270 * t)
    smooth = np.convolve(on.astype(float), np.ones(60) / 60, "same")
    return bell * smooth


def bubbles(rate):
    n = int(4 * rate)
    out = np.zeros(n)
    rng = np.random.default_rng(13)
    for _ in range(70):
        m = int(rng.uniform(0.03, 0.12) * rate)
        start = rng.integers(0, n - m)
        s = np.arange(m) / rate
        f = rng.uniform(300, 1100)
        out[start : start + m] += np.sin(2 * np.pi * f * s * (1 + 3 * s)) * np.exp(-s * 40) * (1 - np.exp(-s * 900))
    return out


def static(rate):
    t = seconds(3, rate)
    hiss = band(noise(len(t), 14), rate, 400, 3000)
    rng = np.random.default_rng(15)
    gate = np.repeat(rng.random(len(t) // 400 + 1) > 0.2, 400)[: len(t)]
    return hiss / np.std(hiss) * (0.25 + 0.75 * gate)


def surround_drone(rate):
    t = seconds(3, rate)
    return np.stack([np.sin(2 * np.pi * (55 + c) * t) + 0.3 * np.sin(2 * np.pi * (110.5 + 2 * c) * t) for c in range(6)])


def two_channels(make, rate):
    x = make(rate)
    delay = int(0.007 * rate)
    return np.stack([x, np.concatenate([np.zeros(delay), x[:-delay]])])


# target name, samples, rate, encoder arguments
SYNTHESISED = [
    ("ALRMSirn_Police Siren Wail_EARM_DEMO.wav", siren, 44100, "-c:a pcm_s16le"),
    ("CLOCKTick_Wall Clock Ticking_EARM_DEMO.flac", clock, 48000, "-c:a flac -sample_fmt s16"),
    ("THUN_Thunder Rolls Away_EARM_DEMO.ogg", thunder, 44100, "-c:a libvorbis -q:a 3"),
    ("RAIN_Steady Rain On Leaves_EARM_DEMO.mp3", lambda r: two_channels(rain, r), 44100, "-c:a libmp3lame -b:a 112k"),
    ("Weather/howling wind.opus", wind, 48000, "-c:a libopus -b:a 64k"),
    ("Weather/campfire crackle.m4a", fire, 44100, "-c:a aac -b:a 96k"),
    ("LASRGun_Laser Blast_EARM_DEMO.wav", laser, 96000, "-c:a pcm_s24le"),
    ("People/heart beating.wav", heartbeat, 8000, "-c:a pcm_s16le"),
    ("Communications/old telephone rings.wav", telephone, 22050, "-c:a pcm_s16le"),
    ("Communications/radio static.mp3", static, 44100, "-c:a libmp3lame -b:a 96k"),
    ("Water/bubbles under water.flac", bubbles, 44100, "-c:a flac -sample_fmt s16"),
    ("Surround/low drone 5.1.flac", surround_drone, 48000, "-c:a flac -sample_fmt s16"),
]


def run(*args):
    subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *args], check=True)


def main(out):
    rows = [("file", "licence", "credit")]
    for name, source, start, length, rate, channels, encoder, number in RECORDED:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        args = ["-ss", str(start), "-t", str(length), "-i", str(SAMPLES / (source + ".flac")), "-map_metadata", "-1"]
        args += ["-ar", str(rate), "-bitexact", "-vn"]
        if channels:
            args += ["-ac", str(channels)]
        run(*args, *encoder.split(), str(target))
        credit = "freesound.org sound %d, through sonic-pi-samples %s" % (number, source)
        rows.append((name, "CC0-1.0", credit))
    for name, make, rate, encoder in SYNTHESISED:
        x = np.atleast_2d(make(rate))
        x = 0.8 * x / np.max(np.abs(x))
        fade = min(int(0.01 * rate), x.shape[1])
        x[:, -fade:] *= np.linspace(1, 0, fade)
        raw = x.T.astype("<f4").tobytes()
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", "-f", "f32le", "-ar", str(rate)]
        layout = {1: "mono", 2: "stereo", 6: "5.1"}[x.shape[0]]
        command += ["-channel_layout", layout, "-i", "-", "-bitexact", *encoder.split(), str(target)]
        subprocess.run(command, input=raw, check=True)
        rows.append((name, "CC0-1.0", "synthesised by src/demo/make_demo_sounds.py"))
    (out / "index.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
