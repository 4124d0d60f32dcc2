"""Earmark through its launcher, in a home of its own, and its own benches in Java."""

import csv
import json
import os
import re
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

REPOSITORY = Path(__file__).resolve().parents[3]
APPLICATION = REPOSITORY / "target/earmark"
BENCHES = REPOSITORY / "target/test-classes"


@dataclass(frozen=True)
class Run:
    report: dict
    seconds: float
    processor_seconds: float
    peak_megabytes: float


class Earmark:
    """With one pack in use; everything it writes lies below `home`."""

    def __init__(self, home):
        self._home = home
        home.mkdir(parents=True, exist_ok=True)

    def use(self, pack):
        """Puts a pack of ours to use."""
        description = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
        self._pack = f"{description['id']}@{description['version']}"
        shelved = self._run("model", "list").report["models"]
        if self._pack not in (each["pack"] for each in shelved):
            self.bring(pack)
        self._run("model", "use", self._pack)

    def bring(self, source, *options):
        """Imports a pack, or a folder as on the hub; returns the folder on the shelf and the seconds it took."""
        run = self._run("model", "import", source.resolve(), *options)
        return Path(run.report["folder"]), run.seconds

    def scan(self, folder, catalogue):
        """Scans into a catalogue that didn't exist."""
        file = self._home / f"{catalogue}.db"
        for old in self._home.glob(f"{catalogue}.db*"):
            old.unlink()
        return self._run("scan", folder, "--catalogue", file)

    def start_up(self):
        """Scans of one second of sound: (the first, which fills the caches, the quickest of two later ones)."""
        folder = self._home / "one"
        folder.mkdir(exist_ok=True)
        sound = np.random.default_rng(0).standard_normal(48000) / 10
        soundfile.write(folder / "one.wav", sound.astype(np.float32), 48000)
        first = self.scan(folder, "one")
        return first, min((self.scan(folder, "one") for _ in range(2)), key=lambda run: run.seconds)

    def vectors(self, catalogue):
        """{path: [windows, joint]} of what a scan stored; a clip of one window has its own vector alone."""
        file = self._home / f"{catalogue}.db"
        whole, parts = self._exported(file), self._exported(file, "--windows")
        return {path: np.stack(parts.get(path, rows)) for path, rows in whole.items()}

    def _exported(self, file, *options):
        table = self._home / ("windows.npy" if options else "clips.npy")
        table.unlink(missing_ok=True)
        self._run("export", table, *options, "--pack", self._pack, "--catalogue", file)
        vectors = np.load(table)
        found = {}
        with open(table.with_suffix(".csv"), newline="", encoding="utf-8-sig") as rows:
            for row, vector in zip(csv.DictReader(rows), vectors, strict=True):
                found.setdefault(row["FilePath"], []).append(vector)
        return found

    def _run(self, *arguments):
        command = [APPLICATION / "bin/earmark", *arguments, "--json"]
        environment = os.environ | {"EARMARK_HOME": str(self._home)}
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
            memory = PeakMemory(process.pid)
            output, errors = process.communicate()
        seconds = time.perf_counter() - start
        if process.returncode != 0:
            raise RuntimeError(f"earmark {arguments[0]} ended with {process.returncode}: {output!r} {errors[-500:]!r}")
        return Run(json.loads(output), seconds, memory.processor_seconds(), memory.megabytes())


class PeakMemory:
    """Reads what Linux notes of a process until it ends; rusage would have the memory of the parent in it."""

    def __init__(self, pid):
        self._process, self._kilobytes, self._ticks = Path(f"/proc/{pid}"), 0, 0
        self._watch = threading.Thread(target=self._follow, daemon=True)
        self._watch.start()

    def megabytes(self):
        self._watch.join()
        return self._kilobytes / 1024

    def processor_seconds(self):
        self._watch.join()
        return self._ticks / os.sysconf("SC_CLK_TCK")

    def _follow(self):
        while True:
            try:
                status = (self._process / "status").read_text()
                times = (self._process / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                return
            highest = re.search(r"VmHWM:\s+(\d+)", status)
            if highest is None:  # ended, not yet waited for
                return
            self._kilobytes = int(highest[1])
            self._ticks = int(times[11]) + int(times[12])
            time.sleep(0.02)


def java_bench(name, *arguments):
    """The last line that a class of app.earmark.bench prints, as JSON where it is JSON."""
    if not (BENCHES / f"app/earmark/bench/{name}.class").is_file():
        raise RuntimeError("Build Earmark and its tests first: ./mvnw -q -DskipTests package")
    path = os.pathsep.join(map(str, (BENCHES, APPLICATION / "lib/*")))
    flags = ["-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED", "-Xmx2g"]
    command = ["java", *flags, "-cp", path, f"app.earmark.bench.{name}", *map(str, arguments)]
    environment = os.environ | {"ORT_DISABLE_TELEMETRY": "1"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        raise RuntimeError(f"{name} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout.strip()
