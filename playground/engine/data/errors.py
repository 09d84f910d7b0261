"""Why data cannot be had."""

from __future__ import annotations

from playground.core.language import mark, tr


class DataError(Exception):
    """A data set cannot be had: what was looked for and where, and how to mend it.

    ``encoding``: one with which its text could be read, where that is what failed.
    """

    def __init__(self, message: str, hint: str = "", encoding: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message, self.hint, self.encoding = message, hint, encoding


class FilesChanged(DataError):
    """Files of one's own are not what they were when they were read: reading them again tells what they are now."""

    HINT = mark("The files have changed: read them again under Data.")

    def __init__(self, message: str) -> None:
        super().__init__(message, tr(self.HINT))
