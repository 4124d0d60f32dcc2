"""Writes CREDITS.md: whose sounds the pack was trained on, under which licence."""

import csv
from collections import defaultdict

HEADER = """# Sounds the starter pack was trained on

The pack holds averages of tower embeddings over the clips of a file name; no sound is in it. Written by
`python -m earmark_starter.build` from the training data's manifest. The audio tower and the sentence encoder are
credited in the repository's NOTICE.

"""


def write(path, manifest):
    sources = defaultdict(lambda: defaultdict(set))
    counts = defaultdict(int)
    with open(manifest, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = (row["source"], row["licence"])
            counts[key] += 1
            sources[row["source"]][row["licence"]].add(" ".join(row["credit"].split()))
    text = [HEADER]
    for source in sorted(sources):
        text.append(f"## {source}\n\n")
        for licence in sorted(sources[source]):
            clips = counts[source, licence]
            text.append(f"{licence}, {clips} clip{'' if clips == 1 else 's'}\n")
            names = sorted(name for name in sources[source][licence] if name)
            text.append("".join(f"- {name}\n" for name in names) + "\n")
    path.write_text("".join(text).rstrip() + "\n", encoding="utf-8")
