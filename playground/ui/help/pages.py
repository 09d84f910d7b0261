"""Makes the page of a topic out of its class, with the numbers of what is selected and of the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.core.graph import Node
from playground.core.infer import NodeFacts
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.ui.help.blocks import Action, Block, Heading, Links, Page
from playground.ui.help.related import related
from playground.ui.help.topics import GROUPS, Topic, topic_of


@dataclass(frozen=True, slots=True)
class Context:
    """What the window shows: the open project, and the one selected layer with its facts. All may be missing."""

    project: Project | None = None
    node: Node | None = None
    facts: NodeFacts | None = None


# What makes the blocks and buttons of a page, by group: (topic, context) -> blocks, actions.
Maker = Callable[[Topic, Context], tuple[list[Block], list[Action]]]
_KICKERS = {
    "theory": mark("Theory"), "layer": mark("Layer"), "task": mark("Task"), "loss": mark("Loss"),
    "optimizer": mark("Optimizer"), "schedule": mark("Learning-rate schedule"), "metric": mark("Metric"),
    "setting": mark("Setting"), "data": mark("Data set"),
}  # fmt: skip


def make_page(key: str, context: Context | None = None) -> Page:
    """The page of ``key``. Raises ``KeyError`` for a key that no topic has."""
    topic = topic_of(key)
    if topic is None:
        raise KeyError(key)
    blocks, actions = _maker(topic.group)(topic, context or Context())
    neighbours = related(topic)
    if neighbours:
        blocks += [Heading(tr("See also")), Links(tuple((each.key, each.title) for each in neighbours))]
    section = tr(topic.section.capitalize()) if topic.section else ""
    kicker = " · ".join(part for part in (tr(_KICKERS[topic.group]), section) if part)
    return Page(key, topic.title, kicker, tuple(blocks), topic.family, tuple(actions))


def _maker(group: str) -> Maker:
    from playground.ui.help import data_pages, layer_pages, theory_pages, training_pages

    makers: dict[str, Maker] = {
        "theory": theory_pages.theory, "layer": layer_pages.layer, "task": training_pages.task,
        "loss": training_pages.loss, "optimizer": training_pages.optimizer, "schedule": training_pages.schedule,
        "metric": training_pages.metric, "setting": data_pages.setting, "data": data_pages.data_set,
    }  # fmt: skip
    assert makers.keys() == GROUPS.keys()
    return makers[group]
