"""Earmark beside Python pipelines on the same files; see README.md.

Each part runs in a process of its own and leaves its figures in WORK/results-FILES.json; the table at the end is made
of what is there.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "clap")]


def main():
    options = _parser().parse_args()
    from earmark_bench import parts

    names = options.only.split(",") if options.only else list(parts.PARTS)
    for name in names:
        if name not in parts.PARTS:
            raise SystemExit(f"There is no part {name}; the parts are {', '.join(parts.PARTS)}.")
    bench = parts.Bench(options.work, options.files)
    if options.part:
        return print(json.dumps(parts.PARTS[names[0]](bench)))
    bench.work.mkdir(parents=True, exist_ok=True)
    if names != ["prepare"] and "prepare" not in names and not bench.hub.exists():
        names = ["prepare", *names]
    failed = [name for name in names if not _run(bench, name, options)]
    print(_report(bench))
    if failed:
        raise SystemExit(f"Failed: {', '.join(failed)}.")


def _parser():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("/tmp/earmark-bench"), help="folder for all that is made")
    parser.add_argument("--files", type=int, default=200, help="fewer for a trial; figures are asked for with 200")
    parser.add_argument("--only", help="parts, separated by commas; figures of the others stay as they were")
    parser.add_argument("--part", action="store_true", help=argparse.SUPPRESS)
    return parser


def _run(bench, name, options):
    start, load = time.time(), os.getloadavg()[0]
    command = [sys.executable, __file__, "--part", "--only", name]
    command += ["--work", str(options.work), "--files", str(options.files)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    seconds = time.time() - start
    if done.returncode != 0:
        print(f"{name}: failed after {seconds:.0f} s", file=sys.stderr)
        return False
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    results = _results(bench)
    results[name] = figures
    results.setdefault("runs", {})[name] = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(start)),
        "tookSeconds": round(seconds, 1),
        "loadBefore": round(load, 2),
        "files": options.files,
    }
    bench.results.write_text(json.dumps(results, indent=1) + "\n")
    print(f"{name}: {seconds:.0f} s, load before {load:.1f}", file=sys.stderr)
    return True


def _results(bench):
    return json.loads(bench.results.read_text()) if bench.results.exists() else {}


def _report(bench):
    import numpy as np

    from earmark_bench import report

    vectors = {}
    for name in ("transformers", "fp32", "int8"):
        if bench.vectors(name).exists():
            with np.load(bench.vectors(name)) as stored:
                vectors[name] = dict(stored)
    return report.table(_results(bench), vectors)


if __name__ == "__main__":
    main()
