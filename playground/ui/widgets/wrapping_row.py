"""Widgets side by side that go on in another line where there is no room for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSlider, QStyle, QWidget

_APART, _LINES_APART = 8, 4
_COMBO, _SLIDER, _TEXT = 92, 56, 72  # as narrow as they may become before a line is broken


@dataclass(frozen=True, slots=True)
class _Item:
    """``widget`` None is room that stays free; ``stretch`` the share of what is left over."""

    widget: QWidget | None
    stretch: int


@dataclass(slots=True)
class _Place:
    item: _Item
    least: int
    wide: int


class WrappingRow(QWidget):
    """Is laid out as a ``QHBoxLayout`` is, and is as high as its lines are.

    Combo boxes and sliders shrink a little before a line is broken. No layout: one whose height follows from its width
    makes an area around it scroll as soon as not everything has the height that it would like.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[_Item] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        widget.setParent(self)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()
        self._items.append(_Item(widget, stretch))
        self._place()

    def addStretch(self, stretch: int = 1) -> None:
        self._items.append(_Item(None, stretch))

    @property
    def lines(self) -> int:
        """How many there are."""
        return len(self._broken(self.width()))

    # --- Qt's side ---

    def sizeHint(self) -> QSize:
        places = self._places()
        wide = sum(place.wide for place in places) + _APART * max(0, len(places) - 1)
        return QSize(wide, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(max((place.least for place in self._places()), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place()
        return super().event(event)

    # --- lines ---

    def _places(self) -> list[_Place]:
        """Of those that are shown, and of room between them."""
        return [
            _Place(item, *_widths(item.widget)) if item.widget is not None else _Place(item, 0, 0)
            for item in self._items
            if item.widget is None or not item.widget.isHidden()
        ]

    def _broken(self, width: int) -> list[list[_Place]]:
        lines: list[list[_Place]] = []
        taken = 0
        for place in self._places():
            apart = _APART if place.item.widget is not None else 0
            if lines and taken + apart + place.least <= width:
                lines[-1].append(place)
                taken += apart + place.least
            else:
                lines.append([place])
                taken = place.least
        return lines

    def _place(self) -> None:
        top = 0
        for line in self._broken(self.width()):
            high = max((_height(place.item.widget) for place in line if place.item.widget is not None), default=0)
            self._share(line)
            left = 0
            for place in line:
                widget = place.item.widget
                if widget is not None:
                    own = _height(widget)
                    room = QRect(left, top + (high - own) // 2, place.wide, own)
                    widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), room))
                left += place.wide + (_APART if widget is not None else 0)
            top += high + _LINES_APART if high else 0
        self.setFixedHeight(max(0, top - _LINES_APART))

    def _share(self, line: list[_Place]) -> None:
        """What a line lacks is taken from those that shrink; what is left over goes to those that stretch."""
        gaps = _APART * max(0, sum(place.item.widget is not None for place in line) - 1)
        over = self.width() - gaps - sum(place.wide for place in line)
        if over < 0:
            give = sum(place.wide - place.least for place in line) or 1
            for place in line:
                place.wide -= min(place.wide - place.least, -(over * (place.wide - place.least) // give))
        else:
            shares = sum(place.item.stretch for place in line)
            for place in line:
                most = place.item.widget.maximumWidth() if place.item.widget is not None else self.width()
                place.wide = min(most, place.wide + (over * place.item.stretch // shares if shares else 0))


def _widths(widget: QWidget) -> tuple[int, int]:
    """The least width and the wanted one."""
    hint, least = widget.sizeHint().width(), max(widget.minimumSizeHint().width(), widget.minimumWidth())
    if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return _TEXT, _TEXT  # cut with …; what is left over may be its
    wide = min(max(hint, least), widget.maximumWidth())
    if isinstance(widget, QComboBox):
        return min(wide, max(_COMBO, widget.minimumWidth())), wide
    if isinstance(widget, QSlider):
        return min(wide, max(_SLIDER, widget.minimumWidth())), wide
    return wide, wide


def _height(widget: QWidget) -> int:
    hint = max(widget.sizeHint().height(), widget.minimumSizeHint().height(), widget.minimumHeight())
    return min(hint, widget.maximumHeight())
