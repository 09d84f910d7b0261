"""What stands right of the tabs: smoothing, logarithmic axes, and a menu with the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QSlider, QToolButton, QWidget

from playground.core.language import tr
from playground.ui.widgets.basics import label

LENGTHS = (0, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
DEFAULT_LENGTH = 20
_HEIGHT, _MENU_WIDTH, _SPACING = 28, 30, 8


class PlotControls(QWidget):
    """Emits what a person chose; the panel keeps which tab has which axes. What does not fit is in the menu alone."""

    smoothing_changed = Signal(float)
    log_x_toggled = Signal(bool)
    log_y_toggled = Signal(bool)
    follow_wanted = Signal()
    clear_wanted = Signal()
    runs_wanted = Signal()
    png_wanted = Signal()
    csv_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._length, self._slider = label(tr("Smoothing"), "caption"), label("", "caption"), _make_slider()
        self._length.setFixedWidth(62)
        self._slider.valueChanged.connect(self._on_slider)
        self._log_y = self._make_action(tr("Log y"), tr("Logarithmic values"), self.log_y_toggled)
        self._log_x = self._make_action(tr("Log x"), tr("Logarithmic epochs"), self.log_x_toggled)
        toggles = [_toggle(action) for action in (self._log_y, self._log_x)]
        more = self._make_menu()
        # In the order in which they give way when it gets narrow.
        self._dispensable = (self._word, self._length, toggles[1], toggles[0], self._slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        layout.addStretch(1)
        for widget in (self._word, self._slider, self._length, *toggles, more):
            layout.addWidget(widget)
        # The tabs beside them come first: the controls live on what is left, also while they are hidden.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_MENU_WIDTH)
        self._plots = True
        self._show_length()

    @property
    def smoothing(self) -> float:
        """The averaging length in steps; 0 is off."""
        return float(LENGTHS[self._slider.value()])

    def show_scales(self, *, log_x: bool, log_y: bool) -> None:
        """Show what the tab in front uses; only a person's choice is emitted."""
        self._log_x.setChecked(log_x)
        self._log_y.setChecked(log_y)

    def enable(self, *, plots: bool, samples: bool, run: bool, earlier: bool) -> None:
        """Show the plot controls for tabs with plots, the menu alone beside ``samples``; offer what there is."""
        self._plots = plots
        self.setVisible(plots or samples)
        for action in (self._log_x, self._log_y, self._smoothing.menuAction()):
            action.setEnabled(plots)
        self._follow.setEnabled(run and plots)
        self._png.setEnabled(samples or run or earlier)
        self._csv.setEnabled(run)
        self._clear.setEnabled(earlier)
        self._fit()

    def sizeHint(self) -> QSize:
        """All of it, also while some of it is hidden."""
        width = sum(widget.sizeHint().width() + _SPACING for widget in self._dispensable)
        return QSize(width + _MENU_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_MENU_WIDTH, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What does not fit gives way; without plots there is nothing to scale or to smooth."""
        missing = self.sizeHint().width() - self.width()
        for widget in self._dispensable:
            widget.setVisible(missing <= 0 and self._plots)
            missing -= widget.sizeHint().width() + _SPACING

    def _make_action(self, text: str, tip: str, chosen: SignalInstance) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        action.setCheckable(True)
        action.triggered.connect(chosen)
        return action

    def _make_menu(self) -> QToolButton:
        menu = QMenu(self)
        self._follow = _add(menu, tr("Follow the run"), self.follow_wanted)
        _add(menu, tr("Compare runs…"), self.runs_wanted)
        self._clear = _add(menu, tr("Clear earlier runs"), self.clear_wanted)
        menu.addSeparator()
        menu.addActions([self._log_y, self._log_x])
        self._smoothing = self._make_smoothing(menu)
        menu.addSeparator()
        self._png = _add(menu, tr("Export picture (PNG)…"), self.png_wanted)
        self._csv = _add(menu, tr("Export values (CSV)…"), self.csv_wanted)
        button = QToolButton()
        button.setText("⋯")
        button.setAccessibleName(tr("More"))
        button.setToolTip(tr("Follow, compare runs, scales, smoothing, export"))
        button.setFixedSize(_MENU_WIDTH, _HEIGHT)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.setMenu(menu)
        return button

    def _make_smoothing(self, menu: QMenu) -> QMenu:
        """What the slider chooses, for where it finds no room."""
        lengths = menu.addMenu(tr("Smoothing"))
        group = QActionGroup(lengths)
        for place, length in enumerate(LENGTHS):
            action = lengths.addAction(_length_text(length))
            action.setCheckable(True)
            action.setData(place)
            group.addAction(action)
        group.triggered.connect(self._on_length)
        return lengths

    @Slot(QAction)
    def _on_length(self, action: QAction) -> None:
        self._slider.setValue(int(action.data()))

    @Slot(int)
    def _on_slider(self, _value: int) -> None:
        self._show_length()
        self.smoothing_changed.emit(self.smoothing)

    def _show_length(self) -> None:
        self._length.setText(_length_text(self.smoothing))
        self._smoothing.actions()[self._slider.value()].setChecked(True)


def _length_text(length: float) -> str:
    return tr("{count:,.0f} steps", count=length) if length else tr("off")


def _make_slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, len(LENGTHS) - 1)
    slider.setValue(LENGTHS.index(DEFAULT_LENGTH))
    slider.setFixedSize(88, 24)
    slider.setPageStep(1)
    slider.setAccessibleName(tr("Smoothing"))
    slider.setToolTip(tr("Average over the steps before each point; what was measured stays faintly behind"))
    return slider


def _toggle(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFixedHeight(_HEIGHT)
    return button


def _add(menu: QMenu, text: str, chosen: SignalInstance) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(chosen)
    menu.addAction(action)
    return action
