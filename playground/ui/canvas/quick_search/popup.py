"""The popup of the search: a field, the hits below it, and a line that tells of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QListView, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.canvas.announcing import announce
from playground.ui.canvas.quick_search.field import SearchField
from playground.ui.canvas.quick_search.fits import Rank
from playground.ui.canvas.quick_search.hits import Hit
from playground.ui.canvas.quick_search.rows import HEADING_HEIGHT, HIT_HEIGHT, Row, RowPainter, Rows, spoken, told
from playground.ui.theme import theme
from playground.ui.widgets.basics import set_flag

WIDTH, HEIGHT = 400, 452
LEAST_HEIGHT = 160
SPACING, PADDING = 8, 10
SHADOW, EDGE = 6, 8  # drawn around the card; free between it and the window's border
Find = Callable[[str], Sequence[Row]]


class SearchPopup(QWidget):
    """Lies over the window that ``canvas`` is in. ``chosen`` tells the entry; ``closed`` comes after every showing.

    The keyboard stays in the field while it is open: keys that walk through the hits are passed on from there.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas.window())
        self._canvas = canvas
        self._find: Find = lambda _typed: ()
        self._open = False
        self._most = HEIGHT
        self.field = SearchField(self)
        self._title, self._words, self._nothing = QLabel(), QLabel(), QLabel()
        self.rows = Rows()
        self.list = self._make_list()
        self._lay_out()
        self.field.textChanged.connect(self.refresh)
        self.field.walked.connect(self._walk)
        self.field.accepted.connect(self._accept)
        self.field.left.connect(self.close_search)
        self.field.lost.connect(lambda: self.close_search(focus=False))
        self.list.clicked.connect(self._on_clicked)
        theme().changed.connect(self.update)
        self.setAccessibleName(tr("Add a layer"))
        self.hide()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.rows)
        made.setItemDelegate(RowPainter(made))
        made.setAccessibleName(tr("Layers found"))
        made.setMouseTracking(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.verticalScrollBar().setSingleStep(HIT_HEIGHT)
        made.selectionModel().currentChanged.connect(self._on_current)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SHADOW + 4, SHADOW + PADDING, SHADOW + 4, SHADOW + PADDING)
        layout.setSpacing(SPACING)
        for label, look in ((self._title, "section"), (self._words, "caption"), (self._nothing, "muted")):
            label.setProperty("look", look)
            label.setWordWrap(True)
            label.setContentsMargins(8, 0, 8, 0)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setMinimumHeight(2 * self._words.fontMetrics().height())
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        field = QVBoxLayout()
        field.setContentsMargins(8, 0, 8, 0)
        field.addWidget(self.field)
        layout.addWidget(self._title)
        layout.addLayout(field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._words)

    # --- open and close ---

    @property
    def is_open(self) -> bool:
        return self._open

    def ask(self, at: QPoint, title: str, find: Find) -> None:
        """Show it beside ``at`` (in the window) with what ``find`` gives for the typed text."""
        self._find, self._open = find, True
        if self.parentWidget() is not self._canvas.window():
            self.setParent(self._canvas.window())
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleDescription(title)
        if self.field.text():
            self.field.clear()
        else:
            self.refresh()
        self._place(at)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def _place(self, at: QPoint) -> None:
        """Beside ``at``, all of it inside the window."""
        window = self._canvas.window().rect()
        width = min(WIDTH + 2 * SHADOW, window.width() - 2 * EDGE)
        height = min(HEIGHT + 2 * SHADOW, max(window.height() - 2 * EDGE, LEAST_HEIGHT))
        x = min(max(at.x() - SHADOW, EDGE), window.width() - EDGE - width)
        y = min(max(at.y() - SHADOW, EDGE), window.height() - EDGE - height)
        self._most = height
        self.setGeometry(QRect(max(0, x), max(0, y), width, height))
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as the hits need, from the same upper edge."""
        listed = sum(HIT_HEIGHT if isinstance(row, Hit) else HEADING_HEIGHT for row in self.rows.rows) or HIT_HEIGHT
        shown = [part for part in (self._title, self.field, self._words) if not part.isHidden()]
        heights = (max(part.sizeHint().height(), part.minimumHeight()) + SPACING for part in shown)
        around = 2 * (SHADOW + PADDING) + sum(heights)
        self.resize(self.width(), min(self._most, around + listed))

    def close_search(self, *, focus: bool = True) -> None:
        """Close it; with ``focus`` the keyboard goes back to the canvas."""
        if not self._open:
            return
        self._open = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # before: a field would have it for a moment
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the program's events while it is open: a press elsewhere closes it, a new size of the window moves it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget) and watched.window() is self.window():
                self.close_search(focus=False)
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place(self.pos() + QPoint(SHADOW, SHADOW))
        return False

    # --- the hits ---

    def refresh(self, *_: object) -> None:
        """List what the typed text finds; the first hit is chosen."""
        typed = self.field.text().strip()
        self.rows.show(self._find(typed))
        hits = self.rows.hits()
        self.list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(tr("No layer matches “{text}”.", text=typed) if typed else tr("Nothing fits here."))
        self._fit_height()
        self.list.scrollToTop()
        self._choose(hits[0] if hits else None)

    def help_topic(self) -> str:
        """The page of the hit that Enter would take."""
        hit = self.current()
        return f"layer:{hit.entry.key}" if hit is not None and hit.entry.family != "block" else ""

    def current(self) -> Hit | None:
        """The hit that Enter would take."""
        index = self.list.currentIndex()
        row = self.rows.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Hit) else None

    def _choose(self, row: int | None) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0) if row is not None else QModelIndex())
        if row is not None and row > 0 and not isinstance(self.rows.rows[row - 1], Hit):
            self.list.scrollTo(self.rows.index(row - 1, 0))  # with its heading
        if row is None:
            self._tell(None)

    def _walk(self, step: str) -> None:
        """Up, down, by a page, to the ends, or from section to section."""
        hits = self.rows.hits()
        if not hits:
            return
        current = self.list.currentIndex().row()
        at = hits.index(current) if current in hits else 0
        page = max(1, self.list.viewport().height() // HIT_HEIGHT - 1)
        if step in ("section", "back"):
            self._choose(self._section(hits, at, forward=step == "section"))
            return
        # beyond an end the single steps go on at the other
        turned = {"up": (at - 1) % len(hits), "down": (at + 1) % len(hits), "first": 0, "last": len(hits) - 1,
                  "page up": max(0, at - page), "page down": min(len(hits) - 1, at + page)}  # fmt: skip
        self._choose(hits[turned[step]])

    def _section(self, hits: list[int], at: int, *, forward: bool) -> int:
        """The first hit of the next or the last section; the next hit where there are none."""
        starts = [row for row in hits if row > 0 and not isinstance(self.rows.rows[row - 1], Hit)]
        if not starts:
            return hits[(at + (1 if forward else -1)) % len(hits)]
        if forward:
            return next((row for row in starts if row > hits[at]), starts[0])
        return next((row for row in reversed(starts) if row < hits[at]), starts[-1])

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.rows[index.row()] if 0 <= index.row() < len(self.rows.rows) else None
        self._tell(row if isinstance(row, Hit) else None)

    def _tell(self, hit: Hit | None) -> None:
        text = told(hit) if hit is not None else ""
        self._words.setText(text or tr("Enter chooses, Esc closes"))
        set_flag(self._words, "look", "warn" if hit is not None and hit.fit.rank is Rank.DOUBTFUL else "caption")
        if hit is not None and self._open:
            announce(self.field, spoken(hit))

    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(self.rows.rows[index.row()], Hit):
            self._accept()

    def _accept(self) -> None:
        hit = self.current()
        if hit is not None:
            self.close_search()
            self.chosen.emit(hit.entry.key)

    # --- Qt ---

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()  # what the list does not need is not the canvas's

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing typed here is meant for the canvas

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(colors.color("shadow"))
        shadow.setAlphaF(shadow.alphaF() * 0.4)
        painter.setBrush(shadow)
        for grow in (5, 3, 1):
            painter.drawRoundedRect(card.adjusted(-grow, 1 - grow, grow, 1 + grow), 10 + grow, 10 + grow)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(colors.color("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()
