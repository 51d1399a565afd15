"""The version of this program, which its release is named after."""

__version__ = "0.2.0"
