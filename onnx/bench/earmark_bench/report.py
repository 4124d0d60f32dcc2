"""results.json as a table of the figures asked for, each with its aim."""

import numpy as np


def table(results, vectors):
    """Markdown; figures whose parts were not run are left out."""
    rows = [row for row in _rows(results) if row is not None] + _parity(vectors)
    lines = ["| figure | found | asked for |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {found} | {aim} |" for name, found, aim in rows)])


def _rows(results):
    def rate(*keys):
        value = results
        for key in (*keys, "windowsPerSecond"):
            value = value.get(key, {}) if isinstance(value, dict) else {}
        return value or None

    ours = {precision: rate("scan", precision) for precision in ("fp32", "int8")}
    theirs = rate("transformers")
    for name, value in (("transformers", theirs), ("librosa and ONNX Runtime", rate("onnxruntime"))):
        yield _row(name, value, "{:.2f} windows/s, loading excluded")
    for precision, value in ours.items():
        yield _row(f"Earmark, {precision}", value, "{:.2f} windows/s, start-up excluded")
    for precision, found in results.get("scan", {}).items():
        yield f"Earmark, {precision}, whole scan", f"{found['windowsPerSecondWithStartUp']:.2f} windows/s", ""
    for precision, aim in (("fp32", "≥ 1.7 (aim 2)"), ("int8", "≥ 3.2 (aim 4)")):
        yield _ratio(f"Earmark {precision} / transformers", ours[precision], theirs, aim)
    yield _ratio("Earmark fp32 / librosa and ONNX Runtime", ours["fp32"], rate("onnxruntime"), "≥ 1.5")
    yield _ratio("time of Earmark fp32 / ONNX Runtime alone", rate("alone", "fp32"), ours["fp32"], "≤ 1.25")
    yield from _processor(results)
    yield from _shares(results)
    yield from _machine(results, ours["fp32"])
    yield from _single(results)


def _processor(results):
    """Other work on the machine disturbs these less than the clock."""
    sides = {"transformers": results.get("transformers"), "librosa and ONNX Runtime": results.get("onnxruntime")}
    sides |= {f"Earmark {precision}": scan for precision, scan in results.get("scan", {}).items()}
    for name, side in sides.items():
        if side:
            heard = side["windows"] - ("startUpSeconds" in side)
            found = f"{1000 * side['processorSeconds'] / max(1, heard):.0f} ms"
            yield f"processor time a window, {name}", found, "reported"


def _shares(results):
    for name, stages in (
        ("Earmark fp32", results.get("stages", {}).get("fp32")),
        ("Earmark int8", results.get("stages", {}).get("int8")),
        ("transformers", results.get("transformers")),
        ("librosa and ONNX Runtime", results.get("onnxruntime")),
    ):
        if stages:
            spent = stages["stageSeconds"]
            total = sum(spent.values())
            shares = ", ".join(f"{stage} {seconds / total:.0%}" for stage, seconds in sorted(spent.items()))
            yield f"shares, {name}", shares, "reported"


def _machine(results, rate):
    gflops = results.get("peak", {}).get("gflops")
    if gflops and rate and "prepare" in results:
        most = max(gflops.values())
        share = rate * results["prepare"]["gflopPerWindow"] / most
        yield (
            "share of the float32 peak reached by the fp32 scan",
            f"{share:.0%} of {most:.0f} GFLOP/s",
            "64 % (prototype)",
        )


def _single(results):
    if front := results.get("front-end"):
        ours, theirs = front["earmarkProcessorMs"], front["extractorProcessorMs"]
        found = f"{ours / theirs:.2f} ({ours} of {theirs} ms of processor time)"
        yield "log-mel of 10 s / ClapFeatureExtractor", found, "≤ 0.25"
    if speedup := results.get("speedup"):
        same = "bit for bit the same" if speedup["identical"] else "**different outputs**"
        yield "import-time speed-up of the hub's int8 file", f"{speedup['ratio']} ×, {same}", "≥ 2, identical"
    for precision, scan in results.get("scan", {}).items():
        most = scan["packMegabytes"] * 1.5 + 700
        yield f"peak resident memory, scan {precision}", f"{scan['peakMegabytes']} MB", f"≤ {most:.0f} MB"
    for precision, text in results.get("text", {}).items():
        found = f"{text['medianMs']:.1f} ms (p95 {text['p95Ms']:.1f})"
        yield f"text query, warm, {precision}", found, "≤ 40 ms"


def _parity(vectors):
    """Vectors of the same windows on both sides."""
    if not vectors.get("transformers"):
        return []
    rows = []
    for precision in ("fp32", "int8"):
        if vectors.get(precision):
            compared, differing, cosines = compare(vectors["transformers"], vectors[precision])
            found = f"mean {np.mean(cosines):.6f}, least {np.min(cosines):.6f} over {compared} files"
            if differing:
                found += f"; {len(differing)} files cut into different windows: {', '.join(differing[:3])}"
            rows.append((f"cosine of windows' vectors, Earmark {precision} and transformers", found, "reported"))
    return rows


def compare(theirs, ours):
    """(files compared, names of files with another number of windows, cosines of all windows)."""
    differing, cosines = [], []
    for name in sorted(theirs.keys() & ours.keys()):
        one, other = (np.asarray(rows[name], np.float64) for rows in (theirs, ours))
        if len(one) != len(other):
            differing.append(name)
            continue
        norms = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
        cosines += list((one * other).sum(axis=1) / norms)
    return len(theirs.keys() & ours.keys()) - len(differing), differing, cosines or [np.nan]


def _row(name, value, form):
    return None if value is None else (name, form.format(value), "")


def _ratio(name, over, under, aim):
    return None if over is None or under is None else (name, f"**{over / under:.2f}**", aim)
