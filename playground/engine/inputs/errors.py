"""Why a file cannot be predicted from."""

from __future__ import annotations


class InputError(Exception):
    """A file cannot be used as input; the message says what was found and what is expected. It follows the name of the
    file; a ``whole`` one says all by itself.
    """

    def __init__(self, message: str, *, whole: bool = False) -> None:
        super().__init__(message)
        self.whole = whole
