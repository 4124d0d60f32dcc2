"""Turns CLAP checkpoints into packs of Earmark (see README.md)."""
