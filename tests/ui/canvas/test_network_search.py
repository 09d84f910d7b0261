"""Search in the networks: what a query finds, and where Enter, the arrows and Esc lead."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.core.annotations import Note
from playground.core.block_edits import AddBlock, block_node
from playground.core.frame_edits import AddAnnotations, Collapse, framed
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.training.check import check
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.network_search.index import Index, find, narrows
from playground.ui.canvas.network_search.search import NetworkSearch
from playground.ui.project_session import ProjectSession

SHIFT = Qt.KeyboardModifier.ShiftModifier


def index_of(project: Project) -> Index:
    index = Index()
    index.update(project, check(project), project.main_network)
    return index


KNOWN = Project(
    networks={
        "Net": Graph(
            nodes=(
                Node(id="input1", type="Input", params={"shape": [1, 28, 28]}),
                Node(id="conv1", type="Conv2D", params={"filters": 32, "kernel": 3}),
                Node(id="conv2", type="Conv2D", params={"filters": 5, "kernel": 15}, name="Zebra"),
                Node(id="dropout1", type="Dropout", params={"rate": 0.5}),
                Node(id="relu1", type="ReLU"),
            ),
            links=(Link(source="input1", target="conv1"), Link(source="conv1", target="conv2"),
                   Link(source="conv2", target="dropout1")),
            notes=(Note(id="note1", text="# Careful\nthe kernel is large"),),
        ),
        "Other": Graph(nodes=(Node(id="conv7", type="Conv1D"),)),
    },
    main="Net",
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("conv", ["conv1", "conv2", "conv7"]),  # by kind, also where a name hides it; other networks last
        ("zebra", ["conv2", "conv1"]),  # what is said of the first names the second
        ("conv2", ["conv2", "conv1"]),  # the id, then Conv2D the type
        ("dropout 0.5", ["dropout1"]),
        ("kernel 3", ["conv1", "conv7"]),
        ("kernel=15", ["conv2"]),
        ("kernel 5", []),  # neither 15, nor the 5 filters
        ("filters 3", ["conv1", "conv7"]),  # on the way to 32
        ("filters 32 kernel 3", ["conv1", "conv7"]),
        ("32x26x26", ["conv1"]),
        ("32 × 26", ["conv1"]),
        ("not connected", ["relu1", "conv7"]),
        ("activation", ["relu1", "conv1", "conv2", "conv7"]),  # the family, the field
        ("careful", ["note1"]),
        ("onvolution", []),  # only where a word begins
        ("   ", []),
        ("(", []),
        ("\\", []),
    ],
)
def test_a_query_finds(query: str, ids: list[str]) -> None:
    found = find(index_of(KNOWN).targets, query)
    assert sorted(match.target.id for match in found) == sorted(ids)
    networks = [match.target.network for match in found]
    assert networks == sorted(networks)


def test_it_says_what_was_found_besides_the_title() -> None:
    found = {match.target.id: match.why for match in find(index_of(KNOWN).targets, "kernel 3")}
    assert found == {"conv1": "kernel 3", "conv7": "kernel 3"}


def test_titles_come_before_parameters() -> None:
    assert next(match.target.id for match in find(index_of(KNOWN).targets, "relu")) == "relu1"


@given(
    st.lists(
        st.sampled_from(["conv", "co", "kernel", "3", "33", "ke", "re", "relu", "batch", "n", "8", "1", "con"]),
        max_size=3,
    ),
    st.sampled_from([" ", "  ", "=", ""]),
)
def test_what_is_typed_on_finds_the_same_among_what_was_found(words: list[str], between: str) -> None:
    query = between.join(words)
    targets = index_of(KNOWN).targets
    matches = find(targets, "")
    for end in range(1, len(query) + 1):
        known = targets
        if narrows(query[:end], query[: end - 1]):
            found = {id(match.target) for match in matches}
            known = tuple(target for target in targets if id(target) in found)
        matches = find(known, query[:end])
        assert [match.target for match in matches] == [match.target for match in find(targets, query[:end])]


# --- the bar -----------------------------------------------------------------------------------------------------


@pytest.fixture
def search(panel: CanvasPanel) -> NetworkSearch:
    panel.find_network()
    return panel.network_search


def typed(search: NetworkSearch, text: str) -> None:
    search.bar.field.selectAll()
    QTest.keyClicks(search.bar.field, text)


def press(search: NetworkSearch, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(search.bar.field, key, keys)


def test_typing_looks_enter_goes_and_goes_on(search: NetworkSearch, session: ProjectSession) -> None:
    typed(search, "e")  # Dense; ReLU has the activation family only
    typed(search, "a")
    total = len(search.bar.rows.matches)
    assert total > 1
    assert search.bar.count.text() == f"1 of {total}"
    assert session.selection == frozenset()
    press(search, Qt.Key.Key_Return)
    first = session.selection
    assert len(first) == 1
    press(search, Qt.Key.Key_Return)
    assert session.selection != first
    assert search.bar.count.text() == f"2 of {total}"
    press(search, Qt.Key.Key_F3, SHIFT)
    assert session.selection == first
    press(search, Qt.Key.Key_Return, SHIFT)
    assert search.bar.count.text() == f"{total} of {total}"


def test_what_is_not_found_is_dimmed_and_comes_back(search: NetworkSearch, panel: CanvasPanel) -> None:
    scene, view = panel.view.canvas_scene, panel.view

    def color(node: str) -> tuple[int, int, int]:
        at = view.viewportTransform().map(scene.nodes[node].rect.center()).toPoint()
        at.setY(at.y() - 48)  # the colour of its family
        found = view.viewport().grab().toImage().pixelColor(at)
        return found.red(), found.green(), found.blue()

    before = color("flatten1"), color("relu1")
    typed(search, "flatten")
    assert color("flatten1") == before[0]
    assert color("relu1") != before[1]
    press(search, Qt.Key.Key_Escape)
    assert (color("flatten1"), color("relu1")) == before


def test_escape_gives_the_view_back_unless_one_went_there(search: NetworkSearch, panel: CanvasPanel, session) -> None:
    navigator = panel.view.navigator
    session.do(AddAnnotations("Classifier", notes=(Note(id="note1", text="far away", x=6000.0, y=3000.0),)))
    before = navigator.center
    typed(search, "far away")
    assert (navigator.center - before).manhattanLength() > 1000
    press(search, Qt.Key.Key_Escape)
    assert (navigator.center - before).manhattanLength() <= 2
    assert not search.open
    panel.find_network()
    assert search.bar.field.selectedText() == "far away"
    press(search, Qt.Key.Key_Return)
    press(search, Qt.Key.Key_Escape)
    assert (navigator.center - before).manhattanLength() > 1000
    assert panel.view.canvas_scene.annotations.selected == {"note1"}


def test_going_to_a_hit_in_another_network_enters_it(search: NetworkSearch, session: ProjectSession) -> None:
    inner = Graph(nodes=(Node(id="tanh1", type="Tanh", name="Squash"),))
    session.do(AddBlock("Classifier", block_node(session.graph, "Inner", inner, 900, 240), (), inner))
    typed(search, "squash")
    assert session.network == "Classifier"
    assert search.bar.rows.data(search.bar.rows.index(0), Qt.ItemDataRole.AccessibleTextRole).endswith("in Inner")
    press(search, Qt.Key.Key_Return)
    assert (session.network, session.selection) == ("Inner", {"tanh1"})


def test_a_hit_in_a_collapsed_frame_opens_it(search: NetworkSearch, session: ProjectSession) -> None:
    frame = framed(session.graph, frozenset({"conv1", "flatten1"}), "Middle")
    assert frame is not None
    session.do(AddAnnotations("Classifier", frames=(frame,)))
    session.do(Collapse("Classifier", "frame1"))
    typed(search, "flatten")
    assert session.graph.frames[0].collapsed  # looking changes nothing
    press(search, Qt.Key.Key_Return)
    assert not session.graph.frames[0].collapsed
    assert session.selection == {"flatten1"}


def test_edits_are_followed_while_it_is_open(search: NetworkSearch, session: ProjectSession, qtbot) -> None:
    typed(search, "relu1")
    assert search.bar.count.text() == "1 of 1"
    session.undo_stack.clear()
    from playground.core.edits import Remove

    session.do(Remove("Classifier", frozenset({"relu1"})))
    qtbot.waitUntil(lambda: search.bar.count.text() == "no match")


def test_the_bar_never_lies_over_what_is_looked_at(search: NetworkSearch, panel: CanvasPanel) -> None:
    panel.view.navigator.fit()
    typed(search, "dense")
    item = panel.view.canvas_scene.nodes["dense1"]
    place = panel.view.mapFromScene(item.rect).boundingRect()
    assert not search.bar.geometry().intersects(place)
    assert panel.view.viewport().rect().contains(place)
