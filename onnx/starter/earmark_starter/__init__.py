"""Builds Earmark's bundled starter pack: exporter, joint space, evaluation and test data."""
