"""Changes to TOML texts in place, for everything that changes a file."""
