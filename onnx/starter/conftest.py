"""Makes `earmark_starter` importable wherever pytest is started from."""
