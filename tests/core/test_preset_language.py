"""A preset that is opened speaks the language of the program; its networks keep the names that tasks know."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from playground.core.language import speak
from playground.core.presets import in_language, load_preset


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(None)


def test_title_description_and_names_are_translated_and_networks_are_not() -> None:
    project = load_preset("vae").project
    assert in_language(project) == project
    speak({project.title: "标题", "Mean": "均值"}.get)
    said = in_language(project)
    assert said.title == "标题" and said.description == project.description
    assert said.networks.keys() == project.networks.keys()
    names = {node.name for graph in said.networks.values() for node in graph.nodes if node.name}
    assert names == {"均值", "Log variance"}
    assert said.data == project.data and said.training == project.training
