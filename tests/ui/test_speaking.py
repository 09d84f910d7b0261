"""The language follows the system, and can be chosen."""

from __future__ import annotations

import pytest

from playground.ui.speaking import language_for


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        ("system", ["zh-Hans-CN", "zh", "en-US"], "zh_CN"),
        ("system", ["zh_CN"], "zh_CN"),
        ("system", ["zh-Hant-TW", "zh-TW", "en-US"], "en"),  # other characters: not the language that we have
        ("system", ["de-DE", "zh-CN"], "zh_CN"),  # the first that we speak
        ("system", ["en-GB", "zh-CN"], "en"),
        ("system", ["fr-FR"], "en"),
        ("system", [], "en"),
        ("zh_CN", ["en-US"], "zh_CN"),
        ("en", ["zh-CN"], "en"),
        ("something else", ["zh-CN"], "zh_CN"),
    ],
)
def test_which_language_is_spoken(chosen: str, system: list[str], spoken: str) -> None:
    assert language_for(chosen, system, ("en", "zh_CN")) == spoken
    assert language_for(chosen, system, ("en",)) == "en"  # what is not complete is not spoken
