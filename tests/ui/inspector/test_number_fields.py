"""Number fields with mouse, wheel and keyboard: what a person does is in the project, and undone, as one step."""

from __future__ import annotations

import pytest
from inspecting import IdleController
from networks import chain, project
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.inspector import InspectorPanel
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.field_menu import field_menu
from playground.ui.widgets.field_row import FieldRow
from playground.ui.widgets.number_editor import NumberEditor

LEFT, SHIFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
GRAPH = chain("Input", "Flatten", ("Dense", {"units": 32, "activation": "ReLU"}), "Dropout", ("Dense", {"units": 10}))


@pytest.fixture
def session() -> ProjectSession:
    made = ProjectSession()
    made.open(project(GRAPH))
    made.select(["dense1"])
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: ProjectSession) -> InspectorPanel:
    window = QMainWindow()
    made = InspectorPanel(session, IdleController())
    window.setCentralWidget(made)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(session.undo_stack.undo)
    window.addAction(undo)
    qtbot.addWidget(window)
    window.resize(360, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.window_of_it = window
    return made


def row(panel: InspectorPanel, name: str) -> FieldRow:
    return panel.layer_page.current.form.rows[name]  # type: ignore[union-attr]


def number(panel: InspectorPanel, name: str) -> NumberEditor:
    editor = row(panel, name).editor
    assert isinstance(editor, NumberEditor)
    return editor


def type_over(editor: NumberEditor, text: str) -> None:
    editor.line.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)


def units(session: ProjectSession) -> int:
    return int(session.graph.by_id["dense1"].params["units"])


def turn(widget: QWidget, notches: int, held: Qt.KeyboardModifier = NONE) -> None:
    """Through the window, as from a hand: what the widget leaves goes on to those around it."""
    top = widget.window()
    at = QPointF(widget.mapTo(top, widget.rect().center()))
    QTest.wheelEvent(top.windowHandle(), at, QPoint(0, 120 * notches), QPoint(), held)
    QApplication.processEvents()


def move(widget: QWidget, x: float, held: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(x, widget.height() / 2)
    event = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), LEFT, LEFT, held)
    QApplication.sendEvent(widget, event)


def test_arrows_go_by_powers_of_two_and_with_shift_or_alt_by_one(panel, session):
    line = number(panel, "units").line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert (units(session), line.text()) == (64, "64")
    QTest.keyClick(line, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(line, Qt.Key.Key_Up, ALT)
    assert units(session) == 66
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert units(session) == 64
    assert session.undo_stack.count() == 1  # one stay in the field
    session.undo_stack.undo()
    assert units(session) == 32


def test_the_small_arrows_step_and_give_the_number_the_keyboard(panel, session):
    editor = number(panel, "units")
    upper, lower = QPoint(12, 6), QPoint(12, 20)
    QTest.mouseClick(editor.stepper, LEFT, NONE, upper)
    assert units(session) == 64
    assert editor.line.hasFocus()
    QTest.mouseClick(editor.stepper, LEFT, SHIFT, lower)
    assert units(session) == 63


def test_the_wheel_is_the_panels_until_the_field_has_the_keyboard(panel, session):
    editor = number(panel, "units")
    editor.line.clearFocus()
    turn(editor.slider, 1)
    turn(editor.line, 1)
    assert units(session) == 32
    editor.line.setFocus()
    turn(editor.line, 1)
    turn(editor.slider, 1)
    assert units(session) == 128
    turn(editor.line, -1, SHIFT)
    assert units(session) == 127
    assert session.undo_stack.count() == 1


def test_a_drag_of_the_slider_is_one_step_and_slow_with_shift(panel, session):
    editor = number(panel, "units")
    slider = editor.slider
    x = slider.width() * 0.5
    QTest.mousePress(slider, LEFT, NONE, QPoint(int(x), slider.height() // 2))
    for step in range(1, 8):
        move(slider, x + step)
    quick = units(session)
    assert quick != 32
    for step in range(1, 6):
        move(slider, x + 7 + step, SHIFT)
    slow = units(session)
    assert 0 < slow - quick < quick / 8  # five pixels would be five of the scale's own values
    assert slow not in editor._scale.values
    QTest.mouseRelease(slider, LEFT, NONE, QPoint(int(x) + 12, slider.height() // 2))
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert units(session) == 32


def test_drawing_the_name_sideways_changes_the_number_as_one_step(panel, session):
    name = row(panel, "units").name_label
    QTest.mousePress(name, LEFT, NONE, QPoint(10, 8))
    move(name, 30)
    move(name, 50)
    QTest.mouseRelease(name, LEFT, NONE, QPoint(50, 8))
    assert units(session) > 32
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    QTest.mousePress(name, LEFT, NONE, QPoint(50, 8))
    move(name, 38, SHIFT)
    QTest.mouseRelease(name, LEFT, NONE, QPoint(38, 8))
    assert units(session) == 29  # three steps of four pixels, one by one


def test_a_double_click_takes_the_whole_number(panel, session):
    number(panel, "l2")
    panel.layer_page.current.form.folds["Weights"].open()
    line = number(panel, "l2").line
    line.setText("0.001")
    QTest.mouseDClick(line, LEFT)
    assert line.selectedText() == "0.001"


def test_a_sum_is_worked_out_while_typed_and_written_out_with_enter(panel, session):
    editor = number(panel, "units")
    type_over(editor, "28*28")
    assert units(session) == 784
    assert row(panel, "units").hint == "= 784 · Gives 784."
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.line.text() == "784"
    assert editor.line.hasFocus()
    assert editor.line.selectedText() == "784"  # the next entry replaces it
    assert row(panel, "units").hint == "Gives 784."
    assert session.undo_stack.count() == 1


def test_what_an_entry_gives_or_breaks_is_told_while_one_types(panel, session):
    session.select(["dense2"])
    type_over(number(panel, "units"), "16")
    assert row(panel, "units").hint == "Gives 16."
    QTest.keyClick(number(panel, "units").line, Qt.Key.Key_Escape)
    assert row(panel, "units").hint == ""
    session.open(project(chain("Input", ("Conv2D", {"kernel": 3}), ("Conv2D", {"kernel": 20}))))
    session.select(["conv1"])
    editor = row(panel, "kernel").editor
    editor.line.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "15")
    assert row(panel, "kernel").hint.startswith("Gives 32 × 14 × 14. Conv 2D 2 no longer fits: ")


def test_escape_gives_the_value_from_before_back(panel, session):
    editor = number(panel, "units")
    type_over(editor, "640")
    assert units(session) == 640
    QTest.keyClick(editor.line, Qt.Key.Key_Escape)
    assert (units(session), editor.line.text()) == (32, "32")
    assert session.undo_stack.count() == 0
    assert not session.dirty


def test_undo_takes_back_what_was_typed_wrong_before_it_touches_the_project(panel, session):
    editor = number(panel, "units")
    type_over(editor, "64")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    type_over(editor, "6x")
    assert units(session) == 64
    QTest.keyClick(editor.line, Qt.Key.Key_Z, CTRL)
    assert (units(session), editor.line.text()) == (64, "64")
    assert row(panel, "units").message.text() == ""
    QTest.keyClick(editor.line, Qt.Key.Key_Z, CTRL)
    assert (units(session), editor.line.text()) == (32, "32")


def test_one_click_takes_the_nearest_valid_value(panel, session):
    editor = number(panel, "units")
    type_over(editor, "99999999")
    notes = row(panel, "units").notes
    assert notes.message.text() == (
        "99,999,999 is too large. Units takes a whole number from 1 to 10,000,000. 32 is kept."
    )
    assert notes.mend is not None
    assert notes.mend.text() == "Use 10,000,000"
    assert units(session) == 32
    type_over(editor, "-5")
    assert notes.mend.text() == "Use 1"
    QTest.mouseClick(notes.mend, LEFT)
    assert (units(session), editor.line.text()) == (1, "1")
    assert notes.mend is None
    assert not notes.message.isVisible()
    assert session.undo_stack.count() == 1


def test_f1_and_the_question_mark_show_the_help_in_place(panel, qtbot):
    line = number(panel, "units").line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F1)
    shown = row(panel, "units").notes.help
    assert shown is not None
    assert shown.text().split("\n") == [
        "Outputs of this layer.", "Units takes a whole number from 1 to 10,000,000.", "Default: 64.",
    ]  # fmt: skip
    QTest.keyClicks(line, "?")
    assert line.text() == "32"
    assert row(panel, "units").notes.help is None
    bias = row(panel, "bias").editor
    bias.setFocus()
    QTest.keyClicks(bias.focusProxy(), "?")
    assert row(panel, "bias").notes.help is not None
    assert not row(panel, "bias").notes._help.more.isVisible()  # there is no page to go to
    told: list[str] = []
    panel.open_help_with(told.append)
    row(panel, "bias").toggle_help()
    row(panel, "bias").toggle_help()
    more = row(panel, "bias").notes._help.more
    # The layout gives it its place in a later turn of the event loop: a click before that meets nothing.
    qtbot.waitUntil(lambda: more.isVisible() and not more.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: more.height() >= more.sizeHint().height())
    QTest.mouseClick(more, LEFT)
    assert told == ["Dense.bias"]


def chosen(panel: InspectorPanel, name: str, text: str) -> None:
    menu = field_menu(row(panel, name))
    (action,) = [action for action in menu.actions() if action.text() == text]
    assert action.isEnabled()
    action.trigger()
    menu.close()


def test_the_menu_of_a_field_copies_pastes_resets_and_sets_for_all(panel, session):
    chosen(panel, "units", "Copy value")
    assert QGuiApplication.clipboard().text() == "32"
    chosen(panel, "units", "Set for all layers of this kind")
    assert session.graph.by_id["dense2"].params["units"] == 32
    assert session.undo_stack.undoText() == "Set units of 2 layers"
    session.undo_stack.undo()
    assert session.graph.by_id["dense2"].params["units"] == 10
    QGuiApplication.clipboard().setText(" 4*4 ")
    chosen(panel, "units", "Paste value")
    assert (units(session), number(panel, "units").line.text()) == (16, "16")
    QGuiApplication.clipboard().setText("house")
    chosen(panel, "units", "Paste value")
    assert units(session) == 16
    assert "“house” is not a number." in row(panel, "units").message.text()
    chosen(panel, "activation", "Paste value")
    assert row(panel, "activation").message.text().startswith("“house” cannot be chosen here.")
    chosen(panel, "units", "Reset to 64")
    assert units(session) == 64
    assert row(panel, "units").message.text() == ""
    QGuiApplication.clipboard().setText("off")
    chosen(panel, "bias", "Paste value")
    assert session.graph.by_id["dense1"].params["bias"] is False


def test_changed_fields_are_marked_and_all_are_reset_as_one_step(panel, session):
    changed = {name for name, each in panel.layer_page.current.form.rows.items() if each.changed}
    assert changed == {"units", "activation"}
    assert row(panel, "units").name_label.marked
    assert not row(panel, "bias").name_label.marked
    assert row(panel, "units").reset.toolTip() == "Reset to 64"
    reset = panel.layer_page.current.form._reset_buttons[""]
    assert reset.isVisible()
    QTest.mouseClick(reset, LEFT)
    assert session.graph.by_id["dense1"].params == {"units": 64, "activation": "Linear"}
    assert session.undo_stack.undoText() == "Reset Dense 1"
    assert not reset.isVisible()
    session.undo_stack.undo()
    assert units(session) == 32


def test_units_and_limits_are_read_out(panel, session):
    session.open(project(chain("Input", "Conv2D")))
    session.select(["conv1"])
    editor = row(panel, "kernel").editor
    assert editor.line.accessibleName() == "Kernel"
    told = editor.line.accessibleDescription()
    assert "from 1 to 1,024" in told
    assert told.endswith("In px.")
