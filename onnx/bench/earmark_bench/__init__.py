"""Measures Earmark beside Python pipelines on the same files (see README.md)."""
