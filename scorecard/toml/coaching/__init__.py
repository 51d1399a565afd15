"""Text that is no TOML: what is wrong with it, and how that is written."""
