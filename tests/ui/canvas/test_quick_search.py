"""The search at the pointer: what it lists and in which order, how keys and mouse lead it, and what it adds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.block_edits import AddNetwork, new_block_network
from playground.core.edits import AddNodes, SetProject
from playground.core.graph import Link, Node
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.quick_search.fits import Fitting, Rank
from playground.ui.canvas.quick_search.hits import Hit, matching, sections
from playground.ui.canvas.quick_search.popup import SearchPopup
from playground.ui.canvas.quick_search.spot import Spot
from playground.ui.palette.entries import layer_entries
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings

EMPTY = QPointF(700, 420)
CONV_OUT = PortRef("conv1", "out", True)
Key = Qt.Key


@pytest.fixture
def popup(panel: CanvasPanel) -> SearchPopup:
    settings().recent_layers = []
    return panel.view.composer.search.popup


def ranks(session: ProjectSession, spot: Spot) -> dict[str, Rank]:
    fitting = Fitting(session, spot)
    judged = {entry.key: fitting.judge(entry.key) for entry in layer_entries()}
    return {key: fit.rank for key, fit in judged.items() if fit is not None}


def listed(popup: SearchPopup) -> list[str]:
    return [row.entry.key for row in popup.rows.rows if isinstance(row, Hit)]


def pairs(session: ProjectSession) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in session.graph.links}


# --- what fits ---


def test_after_an_image_what_takes_images_fits_and_says_what_it_gives(session: ProjectSession) -> None:
    fitting = Fitting(session, Spot(source=CONV_OUT))  # 8 × 26 × 26: MNIST through a 3 × 3 kernel with 8 filters
    pool, dense = fitting.judge("MaxPool2D"), fitting.judge("Dense")
    assert pool is not None and (pool.rank, str(pool.gives)) == (Rank.FITS, "8 × 13 × 13")
    assert dense is not None and dense.rank is Rank.DOUBTFUL
    why = "Dense 2 gets 8 × 26 × 26; a Dense layer takes a vector or a sequence. Put a Flatten before it."
    assert dense.doubt == why
    assert fitting.judge("Input") is None  # nothing can feed it
    assert fitting.judge("block:Nowhere") is None


def test_before_an_input_is_what_gives_something_that_it_takes(session: ProjectSession) -> None:
    found = ranks(session, Spot(target=PortRef("relu1", "in", False)))
    assert "Output" not in found
    assert {found[key] for key in ("Input", "Dense", "Conv2D", "LSTM")} == {Rank.FITS}
    session.do(AddNodes("Classifier", (Node(id="lstm1", type="LSTM", x=0.0, y=480.0),)))
    found = ranks(session, Spot(target=PortRef("lstm1", "in", False)))
    assert (found["Embedding"], found["PositionalEncoding"]) == (Rank.FITS, Rank.FITS)
    assert (found["LSTM"], found["Flatten"]) == (Rank.DOUBTFUL, Rank.DOUBTFUL)  # these give a vector
    assert found["Input"] is Rank.DOUBTFUL  # MNIST brings images


def test_between_two_layers_both_have_a_say(session: ProjectSession) -> None:
    link = next(link for link in session.graph.links if link.source == "conv1")
    found = ranks(session, Spot(link=link))
    assert found["ReLU"] is found["MaxPool2D"] is Rank.FITS
    assert found["Dense"] is Rank.DOUBTFUL  # it takes no image
    assert found["Dot"] is Rank.DOUBTFUL  # it waits for another input
    assert not {"Input", "Output", "Noise"} & found.keys()
    into_conv = next(link for link in session.graph.links if link.target == "conv1")
    flat = Fitting(session, Spot(link=into_conv)).judge("Flatten")
    assert flat is not None and flat.rank is Rank.DOUBTFUL and flat.doubt.startswith("Conv 2D 1 gets 784")


def test_a_block_is_judged_by_what_is_inside(session: ProjectSession) -> None:
    session.do(AddNetwork("Head", new_block_network()))
    session.show_network("Classifier")
    fit = Fitting(session, Spot(source=CONV_OUT)).judge("block:Head")
    assert fit is not None and str(fit.gives) == "8 × 26 × 26"  # its Input leads to its Output


def test_sections_list_recent_first_and_what_does_not_fit_last(session: ProjectSession) -> None:
    found = sections(layer_entries(), Fitting(session, Spot(source=CONV_OUT)), ["Dense", "GELU", "MaxPool2D"])
    assert found[0].title == "Recent"
    assert [hit.entry.key for hit in found[0].hits] == ["GELU", "MaxPool2D"]  # a Dense does not fit here
    assert found[-1].title == "With a warning"
    assert all(hit.fit.rank is Rank.DOUBTFUL for hit in found[-1].hits)
    assert {hit.fit.rank for part in found[:-1] for hit in part.hits} == {Rank.FITS}


def test_a_name_stays_on_top_and_what_fits_goes_before_what_does_not(session: ProjectSession) -> None:
    fitting = Fitting(session, Spot(source=CONV_OUT))
    assert matching(layer_entries(), fitting, [], "dense")[0].entry.key == "Dense"  # though it does not fit
    pools = [hit.entry.key for hit in matching(layer_entries(), fitting, [], "pool")]
    assert pools[:2] == ["MaxPool2D", "AvgPool2D"]
    assert pools.index("MaxPool1D") > pools.index("GlobalAvgPool")


def test_of_names_that_are_meant_alike_those_that_take_the_data_come_first(session: ProjectSession) -> None:
    def first(dataset: str, typed: str) -> list[str]:
        session.do(SetProject({"data": session.project.data.replace(dataset=dataset)}))
        return [hit.entry.key for hit in matching(layer_entries(), Fitting(session, Spot(loose=True)), [], typed)]

    assert first("digits", "conv")[0] == "Conv2D"
    assert first("sines", "conv")[0] == "Conv1D"
    assert first("digits", "conv 1d")[0] == "Conv1D"  # who says which gets it


# --- opening ---


def test_a_double_click_on_the_canvas_adds_at_the_pointer(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    hand.double_click(EMPTY)
    assert popup.is_open and popup.field.hasFocus()
    qtbot.keyClicks(popup.field, "c2d")
    assert listed(popup)[0] == "Conv2D"
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert not popup.is_open and panel.view.hasFocus()
    assert session.selection == {"conv2"}
    made = session.graph.by_id["conv2"]
    assert abs(made.x + 84 - EMPTY.x()) <= 4 and abs(made.y + 52 - EMPTY.y()) <= 4
    assert len(session.graph.links) == 3
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Add Conv 2D")
    assert settings().recent_layers[0] == "Conv2D"


def test_a_double_click_links_from_what_was_selected_before_its_first_click(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["dense1"])
    hand.click(EMPTY)
    assert not session.selection
    hand.double_click(EMPTY)
    assert popup.accessibleDescription() != "After Dense 1"  # it was given up some time before
    qtbot.keyClick(popup.field, Key.Key_Escape)
    session.select(["dense1"])
    hand.double_click(EMPTY)
    assert popup.accessibleDescription() == "After Dense 1"
    qtbot.keyClicks(popup.field, "drop")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert ("dense1", "dropout1") in {(link.source, link.target) for link in session.graph.links}


def test_tab_adds_beside_the_selected_layer_and_links_it(
    panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["dense1"])
    qtbot.keyClick(panel.view, Key.Key_Tab)
    assert popup.is_open and popup.accessibleDescription() == "After Dense 1"
    qtbot.keyClicks(popup.field, "soft")
    names = listed(popup)
    qtbot.keyClick(popup.field, Key.Key_Up)  # from the first to the last
    assert popup.current() is not None and popup.current().entry.key == names[-1]
    qtbot.keyClick(popup.field, Key.Key_Down)
    qtbot.keyClick(popup.field, Key.Key_Return)
    made = next(iter(session.selection))
    assert ("dense1", made) in pairs(session)
    assert session.graph.by_id[made].x == 696 + 232
    session.undo_stack.undo()
    assert made not in session.graph.by_id


def test_a_layer_that_is_added_over_another_comes_beside_it(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["dense1"])
    hand.move(hand.card("dense1") + QPointF(100, 40))
    qtbot.keyClick(panel.view, Key.Key_Tab)
    qtbot.keyClicks(popup.field, "tanh")
    qtbot.keyClick(popup.field, Key.Key_Return)
    cards = {key: item.rect for key, item in panel.view.canvas_scene.nodes.items()}
    made = cards.pop(next(iter(session.selection)))
    assert not any(made.intersects(card) for card in cards.values())
    assert made.left() > cards["dense1"].left()


def test_tab_where_the_mouse_is_adds_there(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["dense1"])
    hand.move(EMPTY)
    qtbot.keyClick(panel.view, Key.Key_Tab)
    qtbot.keyClicks(popup.field, "tanh")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert abs(session.graph.by_id["tanh1"].x + 84 - EMPTY.x()) <= 4
    assert ("dense1", "tanh1") in pairs(session)


# --- a link that is dropped ---


def test_a_link_dropped_on_the_canvas_brings_a_layer_with_it(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    hand.drag(hand.port("conv1", output=True), EMPTY)
    assert popup.is_open and popup.accessibleDescription() == "After Conv 2D 1"
    assert "Input" not in listed(popup)
    assert popup.current() is not None and popup.current().fit.rank is Rank.FITS
    qtbot.keyClicks(popup.field, "batch")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert session.selection == {"norm1"}
    assert ("conv1", "norm1") in pairs(session)
    port = panel.view.canvas_scene.nodes["norm1"].port_position(PortRef("norm1", "in", False))
    assert (port - EMPTY).manhattanLength() <= 6
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert "norm1" not in session.graph.by_id


def test_a_link_pulled_from_an_input_offers_what_comes_before(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    hand.drag(hand.port("relu1", output=False), QPointF(60, 420))
    assert popup.accessibleDescription() == "Before ReLU 1"
    assert "Output" not in listed(popup)
    qtbot.keyClicks(popup.field, "noise")
    qtbot.keyClick(popup.field, Key.Key_Return)
    made = next(iter(session.selection))
    assert (made, "relu1") in pairs(session)
    assert session.undo_stack.count() == 1


def test_escape_leaves_nothing_behind(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    before, items = session.graph, len(panel.view.canvas_scene.items())
    hand.drag(hand.port("conv1", output=True), EMPTY)
    assert len(panel.view.canvas_scene.items()) == items + 1  # the link that waits
    qtbot.keyClick(popup.field, Key.Key_Escape)
    assert not popup.is_open and panel.view.hasFocus()
    assert session.graph is before
    assert len(panel.view.canvas_scene.items()) == items


# --- on a link ---


def test_opened_over_a_link_the_layer_goes_in_between(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    before = session.graph
    middle = (hand.port("conv1", output=True) + hand.port("flatten1", output=False)) / 2
    hand.double_click(middle + QPointF(0, 3))
    assert popup.accessibleDescription() == "Between Conv 2D 1 and Flatten 1"
    qtbot.keyClicks(popup.field, "max pool 2")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert {("conv1", "pool1"), ("pool1", "flatten1")} <= pairs(session)
    assert ("conv1", "flatten1") not in pairs(session)
    assert [session.graph.by_id[key].x for key in ("conv1", "pool1", "flatten1", "dense1")] == [232, 464, 696, 928]
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.graph == before


def test_what_is_behind_a_new_layer_moves_only_as_far_as_it_must(panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes("Classifier", (Node(id="far1", type="ReLU", x=1600.0, y=0.0),)))
    session.do(AddNodes("Classifier", (), (Link(source="dense1", target="far1"),)))
    link = next(link for link in session.graph.links if link.target == "far1")
    panel.view.composer.rewiring.add_between("Tanh", link, QPointF(1250, 52))
    assert (session.graph.by_id["tanh1"].x, session.graph.by_id["far1"].x) == (1168, 1600)


# --- keys and mouse in it ---


def test_keys_walk_through_the_hits_and_tab_through_the_sections(
    hand, panel: CanvasPanel, popup: SearchPopup, qtbot: QtBot
) -> None:
    hand.double_click(EMPTY)

    def press(key: Key) -> str:
        qtbot.keyClick(popup.field, key)
        current = popup.current()
        assert current is not None and popup.field.hasFocus()
        return current.entry.key

    names = listed(popup)
    assert press(Key.Key_Down) == names[1]
    assert press(Key.Key_Home) == names[0]
    assert press(Key.Key_End) == names[-1]
    assert press(Key.Key_Home) == names[0]
    paged = press(Key.Key_PageDown)
    assert 2 < names.index(paged) < 12
    assert press(Key.Key_PageUp) == names[0]
    assert names[0] == "Input" and press(Key.Key_Tab) == "Dense"  # the first of the next family
    assert press(Key.Key_Tab) == "Conv1D"
    assert press(Key.Key_Backtab) == "Dense"


def test_a_press_elsewhere_closes_it_and_the_wheel_scrolls_it(
    hand, panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    hand.double_click(EMPTY)
    zoom, bar = panel.view.zoom, popup.list.verticalScrollBar()
    at = QPointF(popup.list.viewport().rect().center())
    turn = QWheelEvent(
        at, popup.list.viewport().mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(popup.list.viewport(), turn)
    assert bar.value() > 0 and panel.view.zoom == zoom
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=popup.list.viewport().rect().center())
    assert not popup.is_open and len(session.graph.nodes) == 6  # a click on a hit takes it
    hand.double_click(QPointF(300, 500))
    assert popup.is_open
    hand.click(QPointF(950, 600))
    assert not popup.is_open and len(session.graph.nodes) == 6


def test_it_stays_inside_a_small_window_and_says_when_nothing_is_found(
    make_panel, session: ProjectSession, qtbot: QtBot
) -> None:
    small = make_panel(session, 340, 300)
    small.view.composer.search.at_point(small.view.to_scene(QPointF(330, 290)))
    popup = small.view.composer.search.popup
    assert small.rect().contains(popup.geometry())
    qtbot.keyClicks(popup.field, "zzz")
    assert popup.current() is None and listed(popup) == []
    assert popup._nothing.text() == "No layer matches “zzz”."
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert popup.is_open and len(session.graph.nodes) == 5
    session.do(AddNodes("Classifier", (Node(id="gelu1", type="GELU"),)))
    assert not popup.is_open  # what was judged is another network now


# --- in the place of a layer ---


def test_a_layer_is_replaced_and_what_is_lost_is_said(
    panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["conv1"])
    qtbot.keyClick(panel.view, Key.Key_R)
    assert popup.accessibleDescription() == "Replace Conv 2D 1 with"
    assert "Conv2D" not in listed(popup) and "Input" not in listed(popup)
    qtbot.keyClicks(popup.field, "max pool 2")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert pairs(session) == {("input1", "pool1"), ("pool1", "flatten1"), ("flatten1", "dense1")}
    assert session.selection == {"pool1"}
    assert panel.view.bubble.text == "Replaced by Max pool 2D 1. Not kept: filters, kernel."
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Replace layer")
    session.undo_stack.undo()
    assert session.graph.by_id["conv1"].params == {"filters": 8, "kernel": 3}


def test_several_layers_of_one_kind_are_replaced_together(
    panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.do(AddNodes("Classifier", (Node(id="relu2", type="ReLU", x=464.0, y=240.0),)))
    session.select(["relu1", "conv1"])
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.keyClick(panel.view, Key.Key_R)
    assert refused.args == ["Layers of one kind are replaced together; these are of several."]
    session.select(["relu1", "relu2"])
    qtbot.keyClick(panel.view, Key.Key_R)
    assert popup.accessibleDescription() == "Replace 2 layers with"
    qtbot.keyClicks(popup.field, "gelu")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert session.selection == {"gelu1", "gelu2"}
    assert session.undo_stack.undoText() == "Replace 2 layers"


def test_for_a_replacement_its_own_family_comes_first(session: ProjectSession) -> None:
    found = sections(layer_entries(), Fitting(session, Spot(replaces=("conv1",))), ["MaxPool2D"])
    assert [part.title for part in found[:2]] == ["Convolution", "Recent"]
    assert {hit.entry.family for hit in found[0].hits} == {"convolution"}
    found = sections(layer_entries(), Fitting(session, Spot(source=CONV_OUT)), ["Conv2D"])
    assert found[0].title == "Recent"


def test_the_keyboard_comes_back_to_the_canvas_as_by_hand(
    hand, panel: CanvasPanel, popup: SearchPopup, qtbot: QtBot
) -> None:
    """Not by way of a field of the inspector, which would keep its border and what it selects."""
    heard = Reasons()
    panel.view.installEventFilter(heard)
    hand.double_click(EMPTY)
    qtbot.keyClick(popup.field, Key.Key_Escape)
    assert heard.reasons == [Qt.FocusReason.OtherFocusReason]


class Reasons(QObject):
    """Why what it watches got the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: list[Qt.FocusReason] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self.reasons.append(event.reason())
        return False


def test_tab_puts_a_layer_before_the_only_follower_of_the_selected_one(
    panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["conv1"])
    qtbot.keyClick(panel.view, Key.Key_Tab)
    assert popup.accessibleDescription() == "Between Conv 2D 1 and Flatten 1"
    qtbot.keyClicks(popup.field, "maxpool2")
    qtbot.keyClick(popup.field, Key.Key_Return)
    (added,) = session.selection
    assert {("conv1", added), (added, "flatten1")} <= pairs(session)
    assert ("conv1", "flatten1") not in pairs(session)


def test_a_double_click_elsewhere_makes_no_branch(
    hand, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    session.select(["conv1"])  # it feeds Flatten
    hand.double_click(EMPTY)
    assert popup.accessibleDescription() == ""
    qtbot.keyClicks(popup.field, "relu")
    qtbot.keyClick(popup.field, Key.Key_Return)
    assert len(session.graph.links) == 3


def test_tab_takes_an_output_that_is_free_before_it_goes_between(
    panel: CanvasPanel, session: ProjectSession, popup: SearchPopup, qtbot: QtBot
) -> None:
    split = Node(id="split1", type="Split", x=0.0, y=400.0)
    session.do(AddNodes(session.network, (split,)))
    first, *_ = (port.name for port in session.graph.output_ports("split1"))
    session.do(AddNodes(session.network, (), (Link(source="split1", source_port=first, target="relu1"),)))
    session.select(["split1"])
    qtbot.keyClick(panel.view, Key.Key_Tab)
    assert popup.accessibleDescription() == "After Split 1"
