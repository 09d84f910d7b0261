"""Sentences one after the other, as the language that is spoken joins them: some put no space between them."""

from __future__ import annotations

from functools import reduce

from playground.core.language import tr


def sentences(*texts: str) -> str:
    """``texts`` in a row; empty ones are left out."""
    told = [text for text in texts if text]
    return reduce(lambda first, second: tr("{first} {second}", first=first, second=second), told) if told else ""
