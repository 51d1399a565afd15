"""Bytes of a file as a checked model, and key paths as lines and columns of its text."""
