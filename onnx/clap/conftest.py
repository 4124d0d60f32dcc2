"""Makes `earmark_clap` importable wherever pytest is started from."""
