"""Frames and notes: what lies in a frame, collapsing, moving, and what blocks and copies take along."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pydantic import ValidationError

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.annotations import Frame, Note
from playground.core.block_edits import DuplicateNetwork, Group, Paste, Ungroup
from playground.core.cutting import copies, part_of
from playground.core.edits import EditRefused, Remove
from playground.core.frame_edits import (
    AddAnnotations,
    ChangeAnnotation,
    Collapse,
    Expand,
    FitFrames,
    MoveTogether,
    RemoveAnnotations,
    framed,
)
from playground.core.framing import contents, hidden, with_contents
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.same_training import trains_alike

NET = "Classifier"


def chain(*, frames: tuple[Frame, ...] = (), notes: tuple[Note, ...] = ()) -> Graph:
    """Input, Conv 2D, ReLU, Flatten, Dense from left to right, 232 apart."""
    kinds = (("input1", "Input"), ("conv1", "Conv2D"), ("relu1", "ReLU"), ("flatten1", "Flatten"), ("dense1", "Dense"))
    nodes = tuple(Node(id=key, type=kind, x=232.0 * number) for number, (key, kind) in enumerate(kinds))
    links = tuple(Link(source=a.id, target=b.id) for a, b in pairwise(nodes))
    return Graph(nodes=nodes, links=links, frames=frames, notes=notes)


def project(graph: Graph) -> Project:
    return Project(networks={NET: graph})


OUTER = Frame(id="frame1", title="Features", x=200.0, y=-100.0, width=500.0, height=400.0)  # conv1, relu1
INNER = Frame(id="frame2", x=440.0, y=-60.0, width=220.0, height=220.0)  # relu1
INSIDE = Note(id="note1", text="hm", x=220.0, y=160.0, width=100.0, height=60.0)


@pytest.fixture
def drawn() -> Project:
    return project(chain(frames=(OUTER, INNER), notes=(INSIDE,)))


def test_what_lies_in_a_frame_is_decided_by_the_middle_of_a_card(drawn: Project) -> None:
    graph = drawn.networks[NET]
    assert contents(graph, OUTER) == {"conv1", "relu1", "frame2", "note1"}
    assert contents(graph, INNER) == {"relu1"}
    # the middle of conv1, whose card is 168 wide, lies at 232 + 84
    short = OUTER.replace(width=115.0)
    assert "conv1" not in contents(graph.replace(frames=(short,)), short)
    assert "conv1" in contents(graph, OUTER.replace(width=117.0))


def test_a_frame_around_layers_has_room_for_its_title_and_their_shapes(drawn: Project) -> None:
    graph = drawn.networks[NET]
    frame = framed(graph, frozenset({"conv1", "relu1"}))
    assert frame is not None
    assert frame.id == "frame3"
    assert (frame.x, frame.x + frame.width) == (232 - 32, 464 + 168 + 32)
    assert frame.y < -32
    assert frame.y + frame.height >= 104 + 22
    assert framed(graph, frozenset()) is None


def test_moving_a_frame_moves_all_that_lies_in_it_once(drawn: Project) -> None:
    after = MoveTogether(NET, frozenset({"frame1", "relu1"}), 100.0, -40.0).apply(drawn).networks[NET]
    places = {node.id: (node.x, node.y) for node in after.nodes}
    assert places["relu1"] == (564.0, -40.0)  # in the frame, and selected itself: moved once
    assert places["conv1"] == (332.0, -40.0)
    assert places["flatten1"] == (696.0, 0.0)
    assert [(frame.x, frame.y) for frame in after.frames] == [(300.0, -140.0), (540.0, -100.0)]
    assert (after.notes[0].x, after.notes[0].y) == (320.0, 120.0)
    assert after.links == drawn.networks[NET].links


def test_a_collapsed_frame_hides_what_lies_in_it_and_shows_the_same_again(drawn: Project) -> None:
    folded = Collapse(NET, "frame1").apply(drawn)
    graph = folded.networks[NET]
    assert hidden(graph) == dict.fromkeys(("conv1", "relu1", "frame2", "note1"), "frame1")
    assert Expand(NET, ("frame1",)).apply(folded) == drawn
    again = Collapse(NET, "frame1").apply(folded)
    assert again == folded


def test_what_moved_with_a_collapsed_frame_opens_where_that_stands(drawn: Project) -> None:
    folded = Collapse(NET, "frame1").apply(drawn)
    moved = MoveTogether(NET, frozenset({"frame1"}), 0.0, 800.0).apply(folded)
    opened = Expand(NET, ("frame1",)).apply(moved).networks[NET]
    assert opened.by_id["conv1"].y == opened.by_id["relu1"].y == 800.0
    assert opened.by_id["flatten1"].y == 0.0
    assert contents(opened, opened.frames[0]) == {"conv1", "relu1", "frame2", "note1"}


def test_what_stands_where_a_frame_opens_makes_room(drawn: Project) -> None:
    folded = Collapse(NET, "frame1").apply(drawn)
    nearer = MoveTogether(NET, frozenset({"flatten1", "dense1"}), -250.0, 0.0).apply(folded)
    opened = Expand(NET, ("frame1",)).apply(nearer).networks[NET]
    right = OUTER.x + OUTER.width
    assert opened.by_id["flatten1"].x >= right
    assert opened.by_id["dense1"].x - opened.by_id["flatten1"].x == 232.0
    assert opened.by_id["input1"].x == 0.0


def test_a_frame_in_a_collapsed_one_stays_collapsed_and_jumping_there_opens_both(drawn: Project) -> None:
    inner = Collapse(NET, "frame2").apply(drawn)
    both = Collapse(NET, "frame1").apply(inner)
    assert hidden(both.networks[NET])["relu1"] == "frame1"
    outer_open = Expand(NET, ("frame1",)).apply(both).networks[NET]
    assert hidden(outer_open) == {"relu1": "frame2"}
    opened = Expand(NET, ("frame2",)).apply(both).networks[NET]
    assert hidden(opened) == {}


def test_an_empty_frame_is_not_collapsed() -> None:
    empty = project(chain(frames=(OUTER.replace(x=5000.0),)))
    with pytest.raises(EditRefused, match="nothing in this frame"):
        Collapse(NET, "frame1").apply(empty)


def test_deleting_a_frame_leaves_its_layers_also_those_put_away(drawn: Project) -> None:
    folded = Collapse(NET, "frame1").apply(drawn)
    after = RemoveAnnotations(NET, frozenset({"frame1"})).apply(folded).networks[NET]
    assert [frame.id for frame in after.frames] == ["frame2"]
    assert after.nodes == drawn.networks[NET].nodes
    assert hidden(after) == {}


def test_a_collapsed_frame_forgets_a_layer_that_is_deleted(drawn: Project) -> None:
    folded = Collapse(NET, "frame1").apply(drawn)
    after = Remove(NET, frozenset({"conv1"})).apply(folded).networks[NET]
    assert after.frames[0].members == ("frame2", "note1", "relu1")


def test_what_lies_far_away_in_a_collapsed_frame_stops_at_the_edge_of_the_canvas(drawn: Project) -> None:
    far = MoveTogether(NET, frozenset({"frame1"}), 0.0, -9.0e6).apply(drawn)
    folded = Collapse(NET, "frame1").apply(far)
    near = folded.with_network(NET, folded.networks[NET].replace(
        frames=tuple(f.replace(y=0.0) if f.id == "frame1" else f for f in folded.networks[NET].frames)
    ))  # fmt: skip
    after = MoveTogether(NET, frozenset({"frame1"}), 0.0, -2.0e6).apply(near).networks[NET]
    assert next(frame for frame in after.frames if frame.id == "frame1").y == -2.0e6
    assert after.by_id["conv1"].y == -1.0e7


def test_fitting_inner_frames_comes_before_those_around_them(drawn: Project) -> None:
    wide = ChangeAnnotation(NET, "frame1", {"height": 900.0}, "").apply(drawn)
    after = FitFrames(NET, ("frame1", "frame2")).apply(wide).networks[NET]
    inner = next(frame for frame in after.frames if frame.id == "frame2")
    outer = next(frame for frame in after.frames if frame.id == "frame1")
    assert (inner.x, inner.width) == (432.0, 232.0)
    assert outer.x + outer.width == inner.x + inner.width + 32


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        ((Frame(id="conv1"),), "two things on the canvas have the id 'conv1'"),
        ((Frame(id="frame1", collapsed=True, members=("gone1",)),), "holds 'gone1', which is not there"),
        ((Frame(id="frame1", collapsed=True, members=("frame1",)),), "holds 'frame1', which is not there"),
        ((Frame(id="frame1", members=("conv1",)),), "is open, so it has no members"),
    ],
)
def test_what_contradicts_itself_is_refused(frames: tuple[Frame, ...], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        chain(frames=frames)


def test_new_layers_never_take_the_id_of_a_frame() -> None:
    assert chain(frames=(Frame(id="conv2"),)).free_id("conv") == "conv3"


def test_adding_a_note_or_a_frame_changes_nothing_that_trains(drawn: Project) -> None:
    plain = project(chain())
    assert trains_alike(plain, AddAnnotations(NET, (OUTER,), (INSIDE,)).apply(plain))
    assert trains_alike(drawn, Collapse(NET, "frame1").apply(drawn))


def test_copies_have_ids_of_their_own_and_belong_together(drawn: Project) -> None:
    graph = Collapse(NET, "frame1").apply(drawn).networks[NET]
    part = part_of(graph, with_contents(graph, {"frame1"}))
    new = copies(graph, part, (10.0, 20.0))
    assert {node.id for node in new.nodes} == {"conv2", "relu2"}
    assert [frame.id for frame in new.frames] == ["frame3", "frame4"]
    assert set(new.frames[0].members) == {"conv2", "relu2", "frame4", "note2"}
    assert [(link.source, link.target) for link in new.links] == [("conv2", "relu2")]
    pasted = Paste(NET, new.nodes, new.links, {}, True, "Paste", new.frames, new.notes).apply(project(graph))
    assert len(pasted.networks[NET].frames) == 4


def test_a_frame_goes_into_a_block_with_all_its_layers_and_comes_out_again(drawn: Project) -> None:
    grouped = Group(NET, frozenset({"conv1", "relu1"}), "Stem").apply(drawn)
    assert [frame.id for frame in grouped.networks["Stem"].frames] == ["frame1", "frame2"]
    assert [note.id for note in grouped.networks["Stem"].notes] == ["note1"]
    assert grouped.networks[NET].frames == ()
    out = Ungroup(NET, "block1").apply(grouped).networks[NET]
    frame = next(frame for frame in out.frames if frame.title == "Features")
    assert {"conv1", "relu1"} <= contents(out, frame)
    assert len(out.notes) == 1


def test_a_frame_of_which_a_layer_stays_outside_stays_too(drawn: Project) -> None:
    grouped = Group(NET, frozenset({"relu1"}), "One").apply(drawn)
    assert [frame.id for frame in grouped.networks["One"].frames] == ["frame2"]
    assert [frame.id for frame in grouped.networks[NET].frames] == ["frame1"]


def test_a_duplicated_network_has_its_frames_and_notes(drawn: Project) -> None:
    after = DuplicateNetwork(NET).apply(drawn)
    copy = next(graph for name, graph in after.networks.items() if name != NET)
    assert (copy.frames, copy.notes) == ((OUTER, INNER), (INSIDE,))
