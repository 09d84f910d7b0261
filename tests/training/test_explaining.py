"""What cannot be explained is said by the menu in the words of the worker, and by both of the same networks."""

from __future__ import annotations

import pytest
from networks import chain, project

from playground.core.graph import Graph
from playground.core.presets import load_preset
from playground.core.project import Project
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.loop import prepare
from playground.protocol import Explain, ExplainSeen
from playground.training.check import check
from playground.training.explaining import unexplained
from playground.ui.views.lacking import no_explanation


def refusal(made: Project, network: str) -> str:
    """What the worker says; "" where it explains."""
    state, lens = prepare(made, device="cpu"), Explain(network, methods=("saliency",))
    try:
        with state.evaluating():
            assert isinstance(look(state, lens, {}, begin(lens)), ExplainSeen)
    except CannotTrain as error:
        return f"{error.message} {error.hint}".strip()
    return ""


def without_embedding() -> Project:
    made = load_preset("text-sentiment").project
    dense = chain("Input", ("Dense", {"units": 2}))
    return made.replace(networks={made.main_network: dense})


@pytest.mark.parametrize("preset", ["iris", "gan-2d", "lstm-forecast"])
def test_menu_and_worker_agree(preset: str) -> None:
    made = load_preset(preset).project
    for network in made.networks:
        told = " ".join(unexplained(made.networks, network, check(made).dataset)).strip()
        assert told == refusal(made, network)
        assert bool(told) == (network == "Generator")


def test_a_project_has_something_to_explain_if_one_of_its_networks_has() -> None:
    game = load_preset("gan-2d").project
    assert no_explanation(check(game), game) == ""
    alone = game.replace(networks={"Generator": game.networks["Generator"]})
    assert no_explanation(check(alone), alone).startswith("Generator begins with noise")
    words = without_embedding()
    assert no_explanation(check(words), words).startswith("No Embedding takes the words")
    assert no_explanation(check(load_preset("text-sentiment").project), load_preset("text-sentiment").project) == ""


def test_a_network_that_ends_twice_is_told() -> None:
    graph = chain("Input", ("Dense", {"units": 3}))
    node = graph.by_id["dense1"].model_copy(update={"id": "dense2"})
    twice = Graph(
        nodes=(*graph.nodes, node), links=(*graph.links, graph.links[0].model_copy(update={"target": "dense2"}))
    )
    made = project(twice)
    assert "ends several times" in no_explanation(check(made), made)
