"""The panel from the outside: events in; plots, tabs and files out."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from reporting import Reporter, make_predictions, plot_named

from playground import protocol
from playground.telemetry.run_history import RunHistory
from playground.ui.plots.curve_plot import CurvePlot
from playground.ui.plots.header import PlotHeader
from playground.ui.plots.image_grid import ImageGrid
from playground.ui.plots.layer_legend import LayerLegend
from playground.ui.plots.panel import PlotsPanel
from playground.ui.plots.readout import Line, readout_box
from playground.ui.plots.views.live_view import LiveView
from playground.ui.theme import CAPTION, theme


def open_tab(panel: PlotsPanel, title: str) -> None:
    tabs = panel.findChild(QTabBar)
    index = next(i for i in range(tabs.count()) if tabs.tabText(i) == title)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(index).center())


def visible_texts(panel: PlotsPanel) -> list[str]:
    return [shown.text() for shown in panel.findChildren(QLabel) if shown.isVisible()]


def action(panel: PlotsPanel, text: str) -> QAction:
    return next(found for found in panel.findChildren(QAction) if found.text() == text)


def has_pixel(plot: CurvePlot, color: QColor, near: int = 60) -> bool:
    """Whether the plot as painted has a pixel of about this colour."""
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = data[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)
    wanted = np.array([color.red(), color.green(), color.blue()])
    return bool((np.abs(pixels - wanted).sum(axis=2) < near).any())


def drawn(qtbot: QtBot, plot: CurvePlot, last_epoch: float) -> None:
    """Wait until the plot's visible range holds the run's last point."""
    qtbot.waitUntil(lambda: bool(plot.curves) and plot.visible_range[0][1] >= last_epoch)


def test_importing_the_panel_loads_neither_numpy_nor_pyqtgraph_nor_torch() -> None:
    code = (
        "import sys, playground.ui.plots.panel; print([m for m in ('numpy', 'pyqtgraph', 'torch') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.strip() == "[]"


def test_empty_tabs_say_what_to_do(panel: PlotsPanel) -> None:
    assert "Press Run to see the loss and what else is measured." in visible_texts(panel)
    open_tab(panel, "Gradients")
    assert "Press Run to see each layer's gradients and updates." in visible_texts(panel)
    open_tab(panel, "Samples")
    assert "Press Run to see what the network makes of test images." in visible_texts(panel)


def test_a_run_is_drawn_in_blue_and_orange_over_epochs(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start(per_epoch=10, epochs=5)
    reporter.progress(1, 20)
    reporter.end_epoch(1)
    reporter.end_epoch(2)
    for name in ("Loss", "Accuracy"):
        plot = plot_named(panel, name)
        drawn(qtbot, plot, 2.0)
        assert [curve.name for curve in plot.curves] == ["training", "validation"]
        assert has_pixel(plot, theme().color("train"))
        assert has_pixel(plot, theme().color("val"))
        assert plot.visible_range[0][1] <= 5
    steps, values = plot_named(panel, "Loss").curves[1].trace.series.arrays()
    assert steps.tolist() == [10, 20]
    assert values.tolist() == [0.5, 0.5]


def test_the_first_point_alone_is_seen_at_once(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    panel.prepare()
    reporter.start()
    reporter.progress(1, 1)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 0.1)
    assert has_pixel(plot, theme().color("train"))


def test_a_new_run_puts_the_old_one_behind_in_its_colour(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    plot_color = theme().color("train")
    reporter.start(1)
    reporter.progress(1, 50, loss=8.0)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 5.0)
    reporter.start(2)
    reporter.progress(1, 5, run=2)
    qtbot.waitUntil(lambda: bool(plot.curves) and len(plot.curves[0].trace.series) == 5)
    drawn(qtbot, plot, 5.0)  # the earlier run's epochs are in sight
    assert has_pixel(plot, plot_color)
    assert panel.runs.behind[0].label == "Run 1"
    action(panel, "Clear earlier runs").trigger()
    qtbot.waitUntil(lambda: plot.visible_range[0][1] < 5.0)
    assert not action(panel, "Clear earlier runs").isEnabled()


def test_reset_gives_the_curve_another_colour(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.progress(1, 20)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 2.0)
    reporter.run_reset.emit()
    qtbot.waitUntil(lambda: not plot.curves)
    qtbot.waitUntil(lambda: not has_pixel(plot, theme().color("train")))
    assert panel.current_run_csv() == ""
    assert action(panel, "Clear earlier runs").isEnabled()


@pytest.mark.parametrize("end", ["failed", "died"])
def test_curves_stay_when_the_run_breaks(end: str, panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.progress(1, 20)
    if end == "failed":
        reporter.run_failed.emit(protocol.RunFailed(1, "The loss is NaN."))
    else:
        reporter.worker_died.emit(protocol.WorkerDied("The worker was killed.", -9, 1))
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 2.0)
    assert has_pixel(plot, theme().color("train"))


def test_gradients_have_a_line_per_layer_on_a_logarithmic_axis(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.start()
    reporter.progress(1, 40)
    open_tab(panel, "Gradients")
    gradient = plot_named(panel, "Gradient")
    drawn(qtbot, gradient, 4.0)
    assert len(gradient.curves) == len(plot_named(panel, "Update").curves) == 3
    bottom, top = gradient.visible_range[1]
    assert bottom <= np.log10(0.01 / 40)
    assert top >= np.log10(1.0)
    lines = panel.findChild(LayerLegend).lines
    assert [line.title for line in lines] == ["Conv 2D", "Dense (dense1)", "Dense (dense2)"]
    assert len({line.color.name() for line in lines}) == 3
    assert [line.gradient for line in lines] == ["0.0250", "0.0025", "2.5·10⁻⁴"]
    assert [line.update for line in lines] == ["0.0010", "0.0020", "0.0030"]


def test_the_log_button_belongs_to_the_tab(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.progress(1, 40)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 4.0)
    log_y = next(b for b in panel.findChildren(QToolButton) if b.text() == "Log y")
    assert not log_y.isChecked()
    qtbot.mouseClick(log_y, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: plot.visible_range[1][0] <= np.log10(1 / 40))
    assert plot.visible_range[1][1] < 0.5  # the decimal logarithm of the largest loss is 0
    assert plot_named(panel, "Accuracy").visible_range[1][1] > 0.9  # stays linear
    open_tab(panel, "Gradients")
    assert log_y.isChecked()
    open_tab(panel, "Curves")
    qtbot.mouseClick(log_y, Qt.MouseButton.LeftButton)
    open_tab(panel, "Gradients")
    assert log_y.isChecked()


def test_samples_show_what_is_wrong(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.show_images(step=7)
    open_tab(panel, "Samples")
    large = next(grid for grid in panel.findChildren(ImageGrid) if grid.isVisible())
    qtbot.waitUntil(lambda: bool(large.wrong))
    assert large.wrong == [1, 39]
    assert large.caption(1) == "4 → 9"
    assert large.caption(0) == "0"
    assert large.tip(1) == "4 → 9: is 4, taken for 9 (87.3 % sure)"


def test_nothing_is_drawn_while_nobody_looks(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.progress(1, 10)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 1.0)
    panel.hide()
    reporter.progress(11, 50)
    QApplication.processEvents()
    assert plot.visible_range[0][1] < 5.0
    with qtbot.waitExposed(panel):
        panel.show()
    drawn(qtbot, plot, 5.0)


def test_zooming_by_hand_stops_following_until_a_double_click(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.start()
    reporter.progress(1, 10)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 1.0)
    box = plot.view_box
    box.setRange(xRange=(0.2, 0.4), padding=0)
    box.sigRangeChangedManually.emit([True, True])
    assert not plot.following
    button = plot.findChild(QPushButton)
    assert button.isVisible()
    reporter.progress(11, 30)
    qtbot.waitUntil(lambda: plot.curves[0].trace.series.last_step == 30)
    QApplication.processEvents()
    assert plot.visible_range[0] == pytest.approx((0.2, 0.4))
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    drawn(qtbot, plot, 3.0)
    assert plot.following
    assert not button.isVisible()


def test_dragging_pans_and_the_wheel_zooms(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.progress(1, 50)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 5.0)
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 80))

    def dragged() -> bool:  # pyqtgraph leaves out moves that follow one another too closely
        drag_to(plot.viewport(), QPoint(120, 80))
        return not plot.following

    qtbot.waitUntil(dragged)
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 80))
    left, right = plot.visible_range[0]
    assert left > 0
    assert right - left == pytest.approx(5)
    action(panel, "Follow the run").trigger()
    qtbot.waitUntil(lambda: plot.visible_range[0] == (0, 5))
    assert plot.following
    turn_wheel(plot.viewport(), QPoint(150, 80))
    assert not plot.following
    left, right = plot.visible_range[0]
    assert 0 < left < right < 5


def drag_to(widget: QWidget, place: QPoint) -> None:
    """A move with the left button held, which qtbot cannot send."""
    none, left, plain = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, left, plain))


def turn_wheel(widget: QWidget, place: QPoint) -> None:
    """One notch away from oneself."""
    plain, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    where = QPointF(widget.mapToGlobal(place))
    event = QWheelEvent(QPointF(place), where, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, plain, phase, False)
    QApplication.sendEvent(widget, event)


def test_smoothing_leaves_the_measured_values_in_the_file(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot, asked: list[Path | None], tmp_path: Path
) -> None:
    reporter.start()
    reporter.progress(1, 20)
    reporter.end_epoch(2)
    slider = panel.findChild(QSlider)
    slider.setValue(slider.maximum())
    asked.append(tmp_path / "run.csv")
    action(panel, "Export values (CSV)…").trigger()
    rows = list(csv.DictReader((tmp_path / "run.csv").read_text(encoding="utf-8").splitlines()))
    assert [float(row["loss/training"]) for row in rows] == pytest.approx([1 / step for step in range(1, 21)])
    assert [row["step"] for row in rows] == [str(step) for step in range(1, 21)]
    assert rows[19]["epoch"] == "2"
    assert rows[19]["loss/validation"] == "0.5"
    assert rows[0]["loss/validation"] == ""


def test_the_picture_is_what_is_seen_at_twice_the_size(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot, asked: list[Path | None], tmp_path: Path
) -> None:
    reporter.start()
    reporter.progress(1, 20)
    drawn(qtbot, plot_named(panel, "Loss"), 2.0)
    asked.append(tmp_path / "curves.png")
    action(panel, "Export picture (PNG)…").trigger()
    picture = QImage(str(tmp_path / "curves.png"))
    tab = plot_named(panel, "Loss").parentWidget()
    assert (picture.width(), picture.height()) == (2 * tab.width(), 2 * tab.height())


def test_a_cancelled_export_writes_nothing_and_a_failed_one_is_told(
    panel: PlotsPanel, reporter: Reporter, asked: list[Path | None], told: list[str], tmp_path: Path
) -> None:
    reporter.start()
    reporter.progress(1, 20)
    asked += [tmp_path / "no such folder" / "run.csv", None]
    action(panel, "Export values (CSV)…").trigger()
    assert told == []
    action(panel, "Export values (CSV)…").trigger()
    assert len(told) == 1
    assert "run.csv" in told[0]
    assert list(tmp_path.iterdir()) == []


def test_a_bundle_s_history_is_shown_and_its_run_goes_on(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    history = {
        "epochs": [{"epoch": 1, "step": 10, "train": {"loss": 0.5}, "validation": None}],
        "series": {"loss/training": [[step, 1 / step] for step in range(1, 21)]},
        "test": None, "steps_per_epoch": 10, "layers": {},
    }  # fmt: skip
    panel.show_history(RunHistory.from_dict(history, "digits"))
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 2.0)
    assert panel.current_run_csv().count("\n") == 21
    reporter.run_reset.emit()
    reporter.bundle_opened.emit(protocol.BundleOpened(7, "digits.playground", 15))
    reporter.start(7, resumed=15)
    reporter.progress(16, 30, run=7)
    qtbot.waitUntil(lambda: plot.curves[0].trace.series.last_step == 30)
    assert len(plot.curves[0].trace.series) == 30
    assert not action(panel, "Clear earlier runs").isEnabled()


def test_a_tab_of_the_shell_stands_last_and_can_be_renamed(panel: PlotsPanel) -> None:
    problems = QLabel("none")
    panel.add_tab(problems, "Problems")
    panel.tabbed.set_title(problems, "Problems (2)")
    open_tab(panel, "Problems (2)")
    assert problems.isVisible()
    open_tab(panel, "Curves")
    panel.show_tab(problems)
    assert problems.isVisible()


def test_the_crosshair_reads_every_curve(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.start()
    reporter.progress(1, 40)
    open_tab(panel, "Gradients")
    plot = plot_named(panel, "Update")
    drawn(qtbot, plot, 4.0)
    with qtbot.waitSignal(plot.hovered):
        QTest.mouseMove(plot.viewport(), QPoint(plot.width() // 2, 50))
    legend = panel.findChild(LayerLegend)
    (left, right), _ = plot.visible_range
    assert 10 < float(legend.lines[0].gradient.split("·")[0]) ** -1 < 10 * right
    plot.hovered.emit(1.0)  # step 10: 1 / 10, 0.1 / 10, 0.01 / 10
    assert [line.gradient for line in legend.lines] == ["0.1000", "0.0100", "0.0010"]
    plot.hovered.emit(None)
    assert legend.lines[0].gradient == "0.0250"
    assert left == 0


def test_the_theme_changes_colours(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot, qapp: QApplication) -> None:
    reporter.start()
    reporter.progress(1, 40)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 4.0)
    blue = theme().color("train")
    theme().apply(qapp, "dark")
    assert theme().color("train") != blue
    qtbot.waitUntil(lambda: has_pixel(plot, theme().color("train")) and has_pixel(plot, theme().color("bg"), near=6))
    header = next(found for found in panel.findChildren(PlotHeader) if found.accessibleName() == "Loss")
    assert has_pixel(header, theme().color("train"))
    assert not has_pixel(header, blue)


@pytest.mark.parametrize("width", [1100, 900, 620, 480])
def test_a_small_panel_keeps_axis_labels_and_drops_images(
    width: int, panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    panel.resize(width, 220)
    reporter.start()
    reporter.progress(1, 40)
    reporter.show_images()
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 4.0)
    for orientation, size in (("bottom", plot.width() - 50), ("left", plot.height() - 20)):
        low, high = plot.visible_range[0 if orientation == "bottom" else 1]
        ticks = plot.axis(orientation).ticks(low, high, size)
        assert len([tick for tick in ticks if tick.text]) >= 2
    grid = panel.findChild(LiveView).images
    assert grid.isVisible() == (width >= 660)
    if grid.isVisible():
        qtbot.waitUntil(lambda: bool(grid.cells()))
        assert all(grid.rect().contains(cell) for cell in grid.cells())


def test_events_of_another_run_are_dropped(panel: PlotsPanel, reporter: Reporter) -> None:
    reporter.start(2)
    reporter.progress(1, 5, run=1)
    reporter.end_epoch(1, run=1)
    assert panel.current_run_csv() == "step,epoch\n"


def test_predictions_before_any_run_are_shown(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    """A bundle that was opened can predict before it is trained on."""
    reporter.predictions.emit(make_predictions(run=3))
    open_tab(panel, "Samples")
    qtbot.waitUntil(lambda: any(grid.wrong for grid in panel.findChildren(ImageGrid)))


def test_large_losses_are_all_labelled_and_the_axes_stay_alike(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.start()
    loss, accuracy = plot_named(panel, "Loss"), plot_named(panel, "Accuracy")
    for first, size in ((1, 47_000.0), (11, 3.7e12)):
        reporter.progress(first, first + 9, loss=size * first)
        qtbot.waitUntil(lambda size=size: loss.visible_range[1][1] >= size)
        low, high = loss.visible_range[1]
        qtbot.waitUntil(lambda: loss.axis("left").width() >= loss.wanted_axis_width())
        metrics = QFontMetricsF(theme().font(CAPTION))
        texts = [tick.text for tick in loss.axis("left").ticks(low, high, loss.view_box.height())]
        assert len(texts) >= 3
        assert max(metrics.horizontalAdvance(text) for text in texts) + 6 <= loss.axis("left").width()
        assert loss.axis("left").width() == accuracy.axis("left").width()


def test_the_crosshair_names_the_run_and_the_others_that_came_so_far(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    for run, last in enumerate((30, 30, 30, 5, 30), start=1):
        reporter.start(run)
        reporter.progress(1, last, run=run)
    plot = plot_named(panel, "Loss")
    drawn(qtbot, plot, 3.0)
    near, far = ([line.name for line in plot.readout(epoch)] for epoch in (0.3, 2.0))
    assert far == ["epoch 2.00", "training", "smoothed", "Run 3", "Run 2", "Run 1"]
    assert near == ["epoch 0.30", "training", "smoothed", "Run 4", "Run 3", "Run 2", "Run 1"]


@pytest.mark.parametrize("part", [0.05, 0.45, 0.55, 0.95])
def test_the_crosshair_s_box_lies_away_from_the_place(part: float) -> None:
    area = QRectF(40, 10, 220, 120)
    at = area.left() + part * area.width()
    lines = [Line("epoch 12.34", "step 12,345"), Line("validation", "0.1234", theme().color("val"))]
    box = readout_box(area, at, lines)
    assert box is not None
    assert area.contains(box)
    assert box.left() >= at + 10 if part < 0.5 else box.right() <= at - 10
    assert readout_box(QRectF(0, 0, 90, 100), 45, lines) is None


@pytest.mark.parametrize("width", [1100, 880, 800, 700, 560, 480])
def test_both_legends_have_values_or_neither(width: int, panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    panel.resize(width, 240)
    reporter.start()
    reporter.progress(1, 40)
    reporter.end_epoch(4)
    drawn(qtbot, plot_named(panel, "Loss"), 4.0)
    headers = [h for h in panel.findChildren(PlotHeader) if h.accessibleName() in ("Loss", "Accuracy")]
    qtbot.waitUntil(lambda: all("validation" in header.accessibleDescription() for header in headers))
    loss, accuracy = (header.shown_texts() for header in headers)
    assert [any(c.isdigit() for c in text) for text in loss] == [any(c.isdigit() for c in text) for text in accuracy]


def test_plots_take_no_part_in_dragging(panel: PlotsPanel, reporter: Reporter) -> None:
    """pyqtgraph ignores a drag that enters and passes on its leaving, of which Qt then warns."""
    panel.prepare()
    for plot in panel.findChildren(CurvePlot):
        assert not plot.acceptDrops()
        assert not plot.viewport().acceptDrops()
