"""Why a model was not exported."""

from __future__ import annotations


class ExportError(Exception):
    """Nothing was written: what is wrong, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message, self.hint = message, hint
