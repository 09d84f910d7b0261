"""A frame that is itself put away, in the small card of another that lies in its area."""

from __future__ import annotations

import pytest

from playground.core.annotations import Frame
from playground.core.document import Document
from playground.core.edits import EditRefused, Macro, Remove
from playground.core.files import dump_project, parse_project
from playground.core.frame_edits import Collapse, Expand, RemoveAnnotations
from playground.core.framing import contents
from playground.core.graph import Graph, Node
from playground.core.project import Project
from playground.core.replacing import swapped

GRAPH = Graph(
    nodes=(Node(id="relu1", type="ReLU", x=100.0, y=100.0),),
    frames=(
        Frame(id="frame1", x=120.0, y=120.0, width=400.0, height=300.0, collapsed=True, members=("frame2", "relu1")),
        Frame(id="frame2", x=0.0, y=0.0, width=900.0, height=700.0),
    ),
)


def test_two_frames_never_hold_each_other() -> None:
    outer, inner = GRAPH.frames
    assert contents(GRAPH, inner) == frozenset()
    assert contents(GRAPH, outer) == {"frame2", "relu1"}
    document = Document(Project(networks={"Net": GRAPH}))
    with pytest.raises(EditRefused):
        document.preview(Collapse("Net", "frame2"))  # all that lies in it has been put away, and so has it
    document.show(document.preview(Expand("Net", ("frame1",))).after)
    assert parse_project(dump_project(document.project)) == document.project


def relus(*places: float) -> tuple[Node, ...]:
    return tuple(Node(id=f"relu{n}", type="ReLU", x=x, y=100.0) for n, x in enumerate(places, 1))


def test_what_comes_out_of_a_frame_stays_where_it_was_though_a_neighbour_makes_room() -> None:
    """The frame opens over its neighbour, in which its own layer would lie for a moment."""
    graph = Graph(
        nodes=relus(600.0, 700.0),
        frames=(
            Frame(id="frame1", x=0.0, y=0.0, width=1000.0, height=400.0, collapsed=True, members=("relu1",)),
            Frame(id="frame2", x=500.0, y=0.0, width=500.0, height=400.0),
        ),
    )
    after = Expand("Net", ("frame1",)).apply(Project(networks={"Net": graph})).networks["Net"]
    places = {known.id: known.x for known in (*after.nodes, *after.frames)}
    assert places["relu1"] == 600.0
    assert places["relu2"] - places["frame2"] == 200.0 and places["frame2"] >= 1000.0
    assert contents(after, after.frames[1]) == {"relu2"}


def test_a_collapsed_frame_that_goes_with_all_that_it_holds_pushes_nobody() -> None:
    graph = Graph(
        nodes=relus(100.0, 400.0),
        frames=(Frame(id="frame1", x=0.0, y=0.0, width=1000.0, height=400.0, collapsed=True, members=("relu1",)),),
    )
    before = Project(networks={"Net": graph})
    gone = Macro((Remove("Net", frozenset({"relu1"})), RemoveAnnotations("Net", frozenset({"frame1"}))), "Delete")
    after = gone.apply(before).networks["Net"]
    assert [(node.id, node.x) for node in after.nodes] == [("relu2", 400.0)] and not after.frames


def test_a_layer_that_is_replaced_stays_in_the_frame_that_put_it_away() -> None:
    graph = Graph(
        nodes=relus(100.0, 400.0),
        frames=(
            Frame(id="frame1", x=0.0, y=0.0, width=900.0, height=400.0, collapsed=True, members=("relu1", "relu2")),
        ),
    )
    after = swapped(graph, {"relu1": Node(id="tanh1", type="Tanh", x=100.0, y=100.0)})
    assert after.frames[0].members == ("tanh1", "relu2")
