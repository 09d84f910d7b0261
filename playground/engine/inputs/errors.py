"""Why a file cannot be predicted from."""

from __future__ import annotations


class InputError(Exception):
    """A file cannot be used as input; the message says what was found and what is expected."""
