"""Arranging and lining up with frames and notes, as edits that are undone in one step."""

from __future__ import annotations

import pytest

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.annotations import Frame, Note
from playground.core.document import Document
from playground.core.edits import EditRefused
from playground.core.framing import contents, frame_box, node_box, note_box
from playground.core.graph import Graph, Link, Node
from playground.core.layout.arranging import WAYS, arranged
from playground.core.layout.edits import Arrange, placed
from playground.core.layout.lining_up import lined_up, movable, spread
from playground.core.project import Project


def framed_network() -> Graph:
    """a → b → c → d; b and c stand in a frame far below, e alone in none; a note beside b, one above all."""
    nodes = (
        Node(id="a1", type="ReLU", x=0, y=0), Node(id="b1", type="ReLU", x=100, y=1000),
        Node(id="c1", type="ReLU", x=400, y=1200), Node(id="d1", type="ReLU", x=20, y=60),
        Node(id="e1", type="ReLU", x=500, y=0),
    )  # fmt: skip
    links = tuple(Link(source=a, target=b) for a, b in (("a1", "b1"), ("b1", "c1"), ("c1", "d1")))
    frame = Frame(id="frame1", title="Inner", x=40, y=900, width=700, height=600)
    notes = (
        Note(id="note1", text="beside", x=100, y=1130, width=168, height=60),
        Note(id="note2", text="title", x=0, y=-400, width=300, height=80),
    )
    return Graph(nodes=nodes, links=links, frames=(frame,), notes=notes)


@pytest.mark.parametrize("way", WAYS)
def test_a_frame_is_laid_tight_around_its_layers_and_nothing_else(way: str) -> None:
    graph = framed_network()
    after = placed(graph, arranged(graph, way))
    frame = after.frames[0]
    assert contents(after, frame) == {"b1", "c1", "note1"}
    inside = [node_box(after.by_id[key]) for key in ("b1", "c1")] + [note_box(after.notes[0])]
    area = frame_box(frame)
    assert all(area.contains(box) for box in inside)
    assert min(box.left for box in inside) - area.left == 32  # the margin of a frame that fits
    assert area.right - max(box.right for box in inside) == 32
    others = [node_box(after.by_id[key]) for key in ("a1", "d1", "e1")] + [note_box(after.notes[1])]
    assert not any(area.meets(box) for box in others)
    b1, note = after.by_id["b1"], after.notes[0]
    assert (note.x - b1.x, note.y - b1.y) == (0, 130)  # it stayed beside its layer
    assert after.notes[1].y + 80 < min(node.y for node in after.nodes)  # and the title above all
    again = placed(after, arranged(after, way))
    assert again == after


def test_layers_that_a_collapsed_frame_hides_come_along() -> None:
    graph = framed_network()
    frame = graph.frames[0].replace(collapsed=True, members=("b1", "c1", "note1"))
    graph = graph.replace(frames=(frame,))
    places = arranged(graph, "right")
    assert "b1" not in places
    after = placed(graph, places)
    moved = after.frames[0]
    assert (moved.x, moved.y) != (frame.x, frame.y)
    for key in ("b1", "c1"):
        old, new = graph.by_id[key], after.by_id[key]
        assert (new.x - old.x, new.y - old.y) == (moved.x - frame.x, moved.y - frame.y)
    assert after.by_id["a1"].x + 168 < moved.x
    assert moved.x + 168 < after.by_id["d1"].x


def test_layers_of_a_frame_arranged_alone_keep_it_around_them() -> None:
    graph = framed_network()
    places = arranged(graph, "down", {"b1", "c1"})
    assert places.keys() == {"b1", "c1"}
    after = placed(graph, places)
    area = frame_box(after.frames[0])
    assert all(area.contains(node_box(after.by_id[key])) for key in ("b1", "c1"))
    assert after.by_id["a1"] is graph.by_id["a1"]


def test_a_note_over_its_card_goes_under_it() -> None:
    graph = Graph(
        nodes=(Node(id="a1", type="ReLU"),), notes=(Note(id="note1", x=20, y=20, width=100, height=40),)
    )  # fmt: skip
    after = placed(graph, arranged(graph, "right"))
    assert not note_box(after.notes[0]).meets(node_box(after.nodes[0]))


def test_arranging_is_one_step_and_gives_everything_back() -> None:
    project = Project(networks={"Classifier": framed_network()})
    document = Document(project)
    edit = Arrange("Classifier", arranged(framed_network(), "right"))
    step = document.preview(edit)
    assert step.before == project
    assert step.after != project
    assert edit.apply(step.after) == step.after
    assert edit.merge_key is None
    with pytest.raises(EditRefused, match="network is no longer there"):
        Arrange("Gone", {}).apply(project)


def test_edges_and_middles_line_up() -> None:
    graph = framed_network()
    things = movable(graph, ["a1", "d1", "e1"])
    assert {key: place[0] for key, place in lined_up(things, "left").items()} == dict.fromkeys(things, 0)
    assert {key: place[0] for key, place in lined_up(things, "right").items()} == dict.fromkeys(things, 500)
    assert {place[0] for place in lined_up(things, "center").values()} == {250}
    assert lined_up(things, "top") == {"a1": (0, 0), "d1": (20, 0), "e1": (500, 0)}
    assert {place[1] for place in lined_up(things, "bottom").values()} == {60}
    assert {place[1] for place in lined_up(things, "middle").values()} == {30}
    assert lined_up(movable(graph, ["a1"]), "left") == {}


def test_heights_differ_and_bottoms_still_line_up() -> None:
    split = Node(id="split1", type="Split", params={"parts": 4}, x=300, y=40)
    graph = Graph(nodes=(Node(id="a1", type="ReLU", x=0, y=0), split))
    places = lined_up(movable(graph, ["a1", "split1"]), "bottom")
    assert places["a1"][1] + 104 == places["split1"][1] + 152  # four ports: 66 + 3 · 24 + 14


def test_gaps_become_equal_and_the_outermost_stay() -> None:
    nodes = tuple(Node(id=f"a{n}", type="ReLU", x=x, y=y) for n, (x, y) in enumerate([(0, 0), (180, 90), (700, 500)]))
    things = movable(Graph(nodes=nodes), ["a0", "a1", "a2"])
    assert spread(things, "across") == {"a0": (0, 0), "a1": (350, 90), "a2": (700, 500)}
    assert spread(things, "down") == {"a0": (0, 0), "a1": (180, 250), "a2": (700, 500)}
    assert spread(movable(Graph(nodes=nodes), ["a0", "a1"]), "across") == {}


def test_a_frame_that_is_lined_up_brings_its_layers_once() -> None:
    graph = framed_network()
    things = movable(graph, ["frame1", "b1", "e1"])
    assert things.keys() == {"frame1", "e1"}  # b1 moves with its frame
    after = placed(graph, lined_up(things, "top"), tight=False)
    assert after.frames[0].y == 0
    assert after.by_id["b1"].y == 1000 - 900
    assert (after.frames[0].width, after.frames[0].height) == (700, 600)
