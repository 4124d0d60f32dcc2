"""`python -m earmark_clap`: see README.md."""

import argparse
import sys

from . import checkpoint, export, precision, sample
from .errors import Unusable


def main(arguments=None):
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (Unusable, OSError) as error:
        print(f"earmark_clap: {error}", file=sys.stderr)
        return 1
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="python -m earmark_clap", description="CLAP checkpoints for Earmark.")
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("export", help="turn a checkpoint into a pack")
    command.add_argument(
        "checkpoint", help="a folder, its weight file, or a name on the hub (laion/clap-htsat-unfused)"
    )
    command.add_argument("--out", required=True, metavar="PACK", help="the pack's folder, which must not exist")
    command.add_argument("--precision", choices=precision.STORES, default="fp32", help="how weights are stored")
    command.add_argument("--random-init", type=int, metavar="SEED", help="random weights instead of the checkpoint's")
    command.add_argument("--repository", help="where the checkpoint was published; names the pack")
    command.add_argument("--revision", help="the commit it was published at")
    command.set_defaults(run=_export)
    command = commands.add_parser("sample", help="write a checkpoint with random weights")
    command.add_argument("kind", choices=sample.KINDS)
    command.add_argument("--out", required=True, metavar="DIR")
    command.add_argument("--seed", type=int, default=0)
    command.set_defaults(run=lambda options: sample.write(options.kind, options.out, options.seed))
    return parser


def _export(options):
    source = checkpoint.read(options.checkpoint, options.repository, options.revision, options.random_init)
    for line in export.export(source, options.out, options.precision):
        print(line)
    if source.seed is not None:
        print("Random weights: the figures above are indicative only.")


if __name__ == "__main__":
    sys.exit(main())
