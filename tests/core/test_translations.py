"""Every language that is offered says all that the program says, with the same values at their places."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from docs.translations import collected
from playground.core.language import LANGUAGES, OFFERED, catalogue_path, read_catalogue

_OTHERS = [name for name in LANGUAGES if name != "en"]
_KEY = re.compile(r"&([A-Za-z0-9])")
_TAG = re.compile(r"</?\w+")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """What the source says, with the file that says it."""
    return collected()


@pytest.fixture(scope="module", params=_OTHERS)
def catalogue(request: pytest.FixtureRequest) -> dict[str, str]:
    return read_catalogue(catalogue_path(request.param))


def test_a_language_that_is_offered_lacks_no_text(texts: dict[str, str]) -> None:
    for language in set(OFFERED) - {"en"}:
        said = read_catalogue(catalogue_path(language))
        lacking = [f"{place}: {text!r}" for text, place in texts.items() if text not in said]
        assert not lacking, f"{len(lacking)} texts have no translation:\n" + "\n".join(lacking[:40])


def test_a_catalogue_holds_nothing_that_is_not_said_any_more(texts: dict[str, str], catalogue: dict[str, str]) -> None:
    assert not set(catalogue) - set(texts), "python -m docs.translations"


def test_translations_take_the_same_values_in_the_same_form(catalogue: dict[str, str]) -> None:
    def values(text: str) -> set[tuple[str, str, str | None]]:
        try:
            return {(name, form or "", how) for _, name, form, how in Formatter().parse(text) if name is not None}
        except ValueError:  # a brace that is meant as one: nothing is put in
            return set()

    wrong = [f"{text!r} → {said!r}" for text, said in catalogue.items() if values(text) != values(said)]
    assert not wrong, "\n".join(wrong)


def test_translations_keep_keys_lines_and_tags(catalogue: dict[str, str]) -> None:
    def parts(text: str) -> tuple[list[str], int, list[str]]:
        keys = [key.lower() for key in _KEY.findall(text)]
        return keys, text.count("\n"), sorted(_TAG.findall(text))

    wrong = [f"{text!r} → {said!r}" for text, said in catalogue.items() if parts(text) != parts(said)]
    assert not wrong, "\n".join(wrong)
