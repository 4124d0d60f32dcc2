"""Makes `earmark_bench` importable wherever pytest is started from."""
