"""The panel by mouse and keys, every picture on it, and F1 in a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyle
from pytestqt.qtbot import QtBot

from playground.ui.help.block_widgets import FormulaBlock, linked
from playground.ui.help.panel import HelpPanel
from playground.ui.help.pictures import picture as picture_module
from playground.ui.help.pictures.catalogue import PICTURES, make_picture
from playground.ui.help.pictures.chart import Chart
from playground.ui.help.topics import all_topics
from playground.ui.main_window import MainWindow
from playground.ui.settings import settings
from playground.ui.theme import contrast, theme

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[HelpPanel]:
    theme().apply(qapp, "light")
    made = HelpPanel()
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    yield made
    made.hide()


def test_pages_go_back_and_forward_and_remember_how_far_they_were_read(panel: HelpPanel) -> None:
    panel.open("Conv2D")
    panel.view.finish()
    panel.view.go_to(300)
    assert panel.view.place == 300
    panel.follow_link("layer:ReLU")
    assert panel.key == "layer:ReLU" and panel.view.place == 0
    assert panel.back_button.isEnabled() and not panel.forward_button.isEnabled()
    QTest.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert panel.key == "layer:Conv2D" and panel.view.place == 300
    QTest.mouseClick(panel.forward_button, Qt.MouseButton.LeftButton)
    assert panel.key == "layer:ReLU" and not panel.forward_button.isEnabled()
    panel.open("Conv2D.stride")  # from the inspector: the parameter is in sight, and marked
    marked = [w for w in panel.view.content.findChildren(QLabel) if w.property("look") == "help-marked"]
    assert [w.name for w in marked] == ["stride"]
    top = marked[0].mapTo(panel.view.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < panel.view.viewport().height()


def test_search_by_keys_opens_the_best_page(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.open("")
    assert len(panel.contents.keys()) == len(all_topics())
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "label")
    assert panel.contents.first and set(panel.contents.keys()) < {topic.key for topic in all_topics()}
    panel.search.clear()
    qtbot.keyClicks(panel.search, "batch norm")
    assert panel.contents.first == "layer:BatchNorm"
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.key == "layer:BatchNorm" and panel.search.text() == ""
    qtbot.keyClicks(panel.search, "zzzzz")
    assert panel.contents.keys() == [] and panel.contents.first == ""
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.view.isVisible()
    panel.open("nothing of this name")  # is searched for
    assert panel.search.text() == "nothing of this name"


def test_the_contents_are_walked_with_keys(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.open("")
    tree = panel.contents.tree
    panel.contents.enter_from_above()
    qtbot.keyClick(tree, Qt.Key.Key_Down)  # the first page of theory, whose heading is open
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert panel.key == "theory:forward-pass"


def test_type_grows_with_everything_on_the_page(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.open("layer:ReLU")
    panel.view.finish()
    title = next(w for w in panel.view.content.findChildren(QLabel) if w.property("look") == "help-title")
    formula = panel.view.content.findChildren(FormulaBlock)[0]
    qtbot.waitUntil(lambda: formula.ready)
    before, drawn = title.fontMetrics().height(), formula._drawn_size(2000)
    QTest.mouseClick(panel.larger_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.larger_button, Qt.MouseButton.LeftButton)
    title.ensurePolished()
    assert title.fontMetrics().height() > 1.2 * before
    assert formula._drawn_size(2000)[0] == pytest.approx(1.3 * drawn[0])
    panel.zoom(0)
    formula.copy()
    assert QGuiApplication.clipboard().text() == formula.latex == r"y = \max(0, x)"


def test_sources_are_links_to_the_papers() -> None:
    assert linked("He et al. 2015, arXiv:1502.01852") == (
        'He et al. 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv:1502.01852</a>'
    )
    assert 'href="https://doi.org/10.1109/5.726791"' in linked("LeCun et al. 1998, doi:10.1109/5.726791")
    assert linked("<b> & co") == "&lt;b&gt; &amp; co"


@pytest.mark.parametrize("name", list(PICTURES))
def test_every_picture_is_painted_and_answers_its_knobs(qtbot: QtBot, name: str) -> None:
    picture = make_picture(name, {})
    qtbot.addWidget(picture)
    picture.resize(360, 700)
    first = picture.grab().toImage()
    assert picture.said and len({first.pixel(x, y) for x in range(0, 360, 7) for y in range(0, 300, 7)}) > 3
    for each in picture.knobs.values():
        assert each.slider.focusPolicy() == Qt.FocusPolicy.StrongFocus and each.slider.accessibleName()
        each.slider.setFocus()
        told, before = picture.said, each.value
        QTest.keyClick(each.slider, Qt.Key.Key_Home)
        QTest.keyClick(each.slider, Qt.Key.Key_End)
        QTest.keyClick(each.slider, Qt.Key.Key_Left)
        assert each.value != before or picture.said == told
    for each in picture.choices.values():
        for index in range(each.count()):
            each.setCurrentIndex(index)
    if picture.knobs or picture.choices:
        assert picture.grab().toImage() != first
    for press in picture.buttons.values():
        press.click()
    picture.pause()
    assert picture.said


def test_a_convolution_shows_the_window_of_the_cell_under_the_pointer(qtbot: QtBot) -> None:
    picture = make_picture("convolution", {"params": {"kernel": 3, "stride": (2, 2), "padding": 1}})
    qtbot.addWidget(picture)
    picture.resize(400, 600)
    picture.grab()
    assert picture.sliding.stride == 2 and picture.plate.output.shape == (4, 4)  # ⌊(7 + 2 − 3) ÷ 2⌋ + 1
    cell = picture.plate._grids()[1].cell_rect(1, 2).center().toPoint()
    QTest.mouseMove(picture.plate, cell)
    QTest.mouseClick(picture.plate, Qt.MouseButton.LeftButton, pos=cell)
    assert picture.plate.chosen == (1, 2)
    value = float(picture.plate.output[1, 2])
    assert f"= {value:g}".replace("-", "−") in picture.said
    QTest.keyClick(picture.plate, Qt.Key.Key_Right)
    assert picture.plate.chosen == (1, 3)
    assert picture.plate.walk() and picture.plate.chosen == (2, 0)


def test_the_point_on_an_activation_is_dragged(qtbot: QtBot) -> None:
    picture = make_picture("activation", {"kind": "LeakyReLU", "params": {"slope": 0.25}})
    qtbot.addWidget(picture)
    picture.resize(400, 400)
    chart = picture.chart
    picture.grab()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place(-2.0, 0.0).toPoint())
    assert chart.at == pytest.approx(-2.0, abs=0.05)
    assert chart.point == pytest.approx((0.25 * chart.at, 0.25))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == pytest.approx(-1.7, abs=0.05)


def test_scores_of_a_softmax_are_pulled(qtbot: QtBot) -> None:
    picture = make_picture("softmax", {})
    qtbot.addWidget(picture)
    before = picture.probabilities()
    picture.plate.setFocus()
    for _ in range(10):
        QTest.keyClick(picture.plate, Qt.Key.Key_Down)
    assert picture.plate.scores[0] == pytest.approx(1.0) and picture.probabilities()[0] < before[0]
    assert float(picture.probabilities().sum()) == pytest.approx(1.0)


def test_backpropagation_goes_forward_then_back_then_learns(qtbot: QtBot) -> None:
    picture = make_picture("backprop", {})
    qtbot.addWidget(picture)
    loss, weight = picture.now.values["J"], picture.now.w
    known = []
    for _ in range(picture.last):
        QTest.mouseClick(picture.buttons["step"], Qt.MouseButton.LeftButton)
        known.append(tuple(map(len, picture.known)))
    assert known == sorted(known) and known[3] == (7, 0) and known[-1] == (7, 7)
    assert picture.now.w == weight
    picture.step()
    assert picture.now.w != weight and picture.now.values["J"] < loss


def test_a_ravine_is_walked_down_and_too_long_steps_lead_out(qtbot: QtBot) -> None:
    picture = make_picture("descent", {"kind": "SGD", "land": "ravine"})
    qtbot.addWidget(picture)
    picture.resize(400, 600)
    while picture.step():
        pass
    assert np.abs(picture.land.gradient(picture.walks[0].at)).max() < 0.05
    picture.knobs["rate"].set_value(0.9)  # above 2 ÷ 4, the curvature across
    for _ in range(60):
        picture.step()
    assert "diverges" in picture.said
    picture.grab()  # far out of sight, it still paints
    QTest.mouseClick(picture.plate, Qt.MouseButton.LeftButton, pos=QPoint(200, 130))
    assert picture.walks[0].steps == 0 and tuple(picture.walks[0].at) == picture.plate.start != picture.land.start


def test_play_moves_and_stops_when_nobody_looks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = make_picture("gan", {})
    qtbot.addWidget(picture)
    picture.show()
    QTest.mouseClick(picture.buttons["play"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: picture.gan.steps > 4)
    picture.hide()
    assert not picture.playing
    monkeypatch.setattr(picture_module, "moves", lambda: False)  # where the system asks for reduced motion
    still = make_picture("gan", {})
    qtbot.addWidget(still)
    assert "play" not in still.buttons
    QTest.mouseClick(still.buttons["ten"], Qt.MouseButton.LeftButton)
    assert still.gan.steps == 20


def test_reduced_motion_is_what_the_style_says(qapp: QApplication) -> None:
    hint = qapp.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    assert picture_module.moves() == (hint > 0)


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_what_is_written_in_pictures_can_be_read(qapp: QApplication, name: str) -> None:
    theme().apply(qapp, name)
    for token in ("text", "muted"):
        for ground in ("bg", "surface"):
            assert contrast(theme().color(token), theme().color(ground)) >= 4.5
    for line in ("train", "val", "third"):
        assert contrast(theme().color(line), theme().color("surface")) >= 3
    theme().apply(qapp, "light")


def test_a_chart_tells_places_both_ways(qtbot: QtBot) -> None:
    chart = Chart(200, "test", drags=True)
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.set_ranges((-2, 2), (0, 10))
    place = chart.place(0.5, 2.5)
    assert isinstance(place, QPointF)
    assert (chart.x_at(place.x()), chart.y_at(place.y())) == pytest.approx((0.5, 2.5))


def test_f1_in_a_window_opens_the_page_of_what_one_looks_at(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window("digits-cnn")
    window.show_workbench()
    session, helping = window.session, window.helping
    assert not helping.is_open
    conv = next(node for node in session.graph.nodes if node.type == "Conv2D")
    session.select([conv.id])
    window.canvas.view.setFocus()
    window.menu_actions.help.trigger()
    assert helping.is_open and helping.panel.key == "layer:Conv2D"
    assert window.canvas.mapTo(window, window.canvas.rect().topRight()).x() < helping.panel.mapTo(window, QPoint()).x()

    # the hit in the palette, the loss in the inspector, a field's page
    palette = window.palette_panel
    palette.search_field.setFocus()
    qtbot.keyClicks(palette.search_field, "dropout")
    assert palette.help_topic() == "layer:Dropout"
    losses = window.inspector.training_page.losses
    assert losses.help_topic() == "loss:cross_entropy"
    row = window.inspector.training_page.length.rate.rows["learning_rate"]
    assert row.has_page
    row.help_wanted.emit("learning_rate")
    assert helping.panel.key == "setting:TrainingSettings.learning_rate"

    # buttons of pages do what they say, and can be undone
    before = session.project
    helping.open("optimizer:SGD")
    use = next(b for b in helping.panel.view.content.findChildren(QPushButton) if b.text() == "Use it")
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    assert session.project.training.optimizer.type == "SGD"
    helping.open("layer:Dropout")
    count = len(session.graph.nodes)
    add = next(b for b in helping.panel.view.content.findChildren(QPushButton) if b.text() == "Add to the canvas")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    assert len(session.graph.nodes) == count + 1
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.project.training == before.training and len(session.graph.nodes) == count

    # a page follows the layer that is selected
    helping.open("layer:Conv2D")
    session.select([conv.id])
    qtbot.waitUntil(lambda: f"Shapes of {conv.title}" in _texts(helping.panel))
    helping.panel.close_wanted.emit()
    assert not helping.is_open
    window.session.select(())
    helping.here()
    assert helping.is_open and helping.panel.key == "layer:Conv2D"  # what was read last

    # a preset to try it in comes with the view that shows it
    helping.open("theory:forward-pass")
    tries = [b for b in helping.panel.view.content.findChildren(QPushButton) if b.text().startswith("Try it")]
    QTest.mouseClick(tries[1], Qt.MouseButton.LeftButton)
    assert session.project.title == "Points · spiral"
    qtbot.waitUntil(lambda: "boundary" in window.workbench.docks.open_views)
    assert helping.is_open and helping.panel.key == "theory:forward-pass"


def _texts(panel: HelpPanel) -> list[str]:
    panel.view.finish()
    return [w.text() for w in panel.view.content.findChildren(QLabel)]


def test_in_a_narrow_window_the_palette_makes_room_for_help(open_window: MakeWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.show_workbench()
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    palette, canvas = window.menu_actions.show_palette, window.canvas
    assert palette.isChecked()
    window.helping.open("Conv2D")
    qtbot.waitUntil(lambda: canvas.width() >= 600, timeout=30_000)
    assert not palette.isChecked() and window.workbench.inspector.isVisible()
    assert settings().panel_shown("palette")  # for now only: the next window has it
    window.helping.close()
    assert palette.isChecked()
    window.helping.open()
    palette.trigger()  # a person wants it beside help
    window.helping.close()
    assert palette.isChecked()
    window.resize(1900, 900)
    qtbot.waitUntil(lambda: canvas.width() > 1000, timeout=30_000)
    window.helping.open()
    assert palette.isChecked()  # there is room for all
    window.helping.close()
