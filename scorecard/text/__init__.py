"""Text that is safe to show, how wide it is, and JSON."""
