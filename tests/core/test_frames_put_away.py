"""A frame that is itself put away, in the small card of another that lies in its area."""

from __future__ import annotations

import pytest

from playground.core.annotations import Frame
from playground.core.document import Document
from playground.core.edits import EditRefused
from playground.core.files import dump_project, parse_project
from playground.core.frame_edits import Collapse, Expand
from playground.core.framing import contents
from playground.core.graph import Graph, Node
from playground.core.project import Project

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
