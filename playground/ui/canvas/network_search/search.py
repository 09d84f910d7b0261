"""Search in the networks of the project: what is typed is found at once, looked at, and gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from shiboken6 import isValid

from playground.core.project import View
from playground.ui.canvas.network_search.bar import WIDTH, SearchBar
from playground.ui.canvas.network_search.index import Index, Match, find, narrows
from playground.ui.canvas.network_search.veil import Veil

if TYPE_CHECKING:
    from playground.ui.canvas.panel import CanvasPanel

EDGE = 16


class NetworkSearch(QObject):
    """Typing looks at the first hit, the arrows at others; Enter goes there. Esc gives the view back if nobody went."""

    def __init__(self, panel: CanvasPanel) -> None:
        super().__init__(panel)
        self._panel, self._view, self._session = panel, panel.view, panel.view.session
        self._index = Index()
        self._matches: list[Match] = []
        self._asked = ""  # the query that found them
        self._row = -1
        self._went = False  # somebody has gone to a hit, and stays there
        self._before: tuple[str, View] | None = None
        self._veil: Veil | None = None
        self._stale = True
        self.bar = SearchBar(panel)
        self.bar.query_changed.connect(self._on_query)
        self.bar.walked.connect(self._walk)
        self.bar.went_on.connect(self._go_on)
        self.bar.chosen.connect(self._on_chosen)
        self.bar.closed.connect(self.close)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._renew)
        for signal in (self._session.changed, self._session.checked, self._session.network_changed):
            signal.connect(self._on_project)
        self._session.opened.connect(self.leave)
        panel.installEventFilter(self)

    @property
    def open(self) -> bool:
        return self.bar.isVisibleTo(self._panel)

    # --- opening and closing ---

    def ask(self) -> None:
        """Show the bar, with what was asked last selected."""
        if not self.open:
            self._remember()
            self._place()
            self.bar.show()
            self.bar.raise_()
            self._find()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (−1) hit; opens the bar where nothing was asked yet."""
        if not self.open:
            self.ask()
            if self._matches:
                self._go()
            return
        self._go_on(by)

    def close(self) -> None:
        """Esc: back to where one looked before, unless one has gone to a hit."""
        before = self._before
        self.leave()
        if not self._went and before is not None and before[0] in self._session.project.networks:
            self._session.show_network(before[0])
            self._session.remember_view(*before)
            self._view.navigator.restore()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close without looking elsewhere."""
        self.bar.hide()
        self._drop_veil()

    def _remember(self) -> None:
        navigator, center = self._view.navigator, self._view.navigator.center
        self._before = (self._session.network, View(x=center.x(), y=center.y(), zoom=navigator.zoom))
        self._went = False

    # --- finding ---

    def _on_query(self, _text: str) -> None:
        self._went = False
        self._find()

    def _find(self) -> None:
        if self._stale:
            self._index.update(self._session.project, self._session.check, self._session.network)
            self._stale, self._asked = False, ""
        query = self.bar.field.text()
        known = self._index.targets
        if narrows(query, self._asked):
            found = {id(match.target) for match in self._matches}
            known = tuple(target for target in known if id(target) in found)  # in the order in which all stand
        self._matches, self._asked = find(known, query), query
        self.bar.show_matches(self._matches, self._session.network)
        self._row = 0 if self._matches else -1
        self._look()

    def _on_project(self, *_: object) -> None:
        self._stale = True
        if self.open:
            self._later.start()

    def _renew(self) -> None:
        """The project has changed under an open bar: the same is found anew, and one stays where one looked."""
        if not self.open:
            return
        key = self._key()
        self._index.update(self._session.project, self._session.check, self._session.network)
        self._stale, self._asked = False, self.bar.field.text()
        self._matches = find(self._index.targets, self._asked)
        self.bar.show_matches(self._matches, self._session.network)
        keys = [(match.target.network, match.target.id) for match in self._matches]
        self._row = keys.index(key) if key in keys else (0 if keys else -1)
        self.bar.show_current(self._row)
        self._mark()

    def _key(self) -> tuple[str, str] | None:
        target = self._matches[self._row].target if 0 <= self._row < len(self._matches) else None
        return (target.network, target.id) if target is not None else None

    # --- looking, going ---

    def _look(self) -> None:
        """Show the current hit where it is on this canvas; others wait until one goes there."""
        self.bar.show_current(self._row)
        self._mark()
        rect = self._rect(self._key())
        if not rect.isNull():
            self._view.navigator.show_rect(rect.adjusted(-40, -40, 40, 60))
            self._bring_out(rect)

    def _bring_out(self, rect: QRectF) -> None:
        """Move the view as little as needed for the bar not to lie over ``rect`` of the scene."""
        bar, size = QRectF(self.bar.geometry()), self._view.viewport().size()
        place = QRectF(self._view.mapFromScene(rect).boundingRect())
        if not bar.intersects(place):
            return
        left, down = place.right() - bar.left() + EDGE, bar.bottom() + EDGE - place.top()
        beside = place.left() - left >= EDGE  # there is room beside it, and under it
        under = place.bottom() + down <= size.height() - EDGE
        if beside and (left <= down or not under):
            self._view.navigator.pan(-left, 0)
        else:
            self._view.navigator.pan(0, down)

    def _walk(self, by: int) -> None:
        if self._matches:
            last = len(self._matches) - 1
            self._row = min(max(self._row + by, 0), last) if abs(by) > 1 else (self._row + by) % (last + 1)
            self._look()

    def _go_on(self, by: int) -> None:
        """Enter goes to what is looked at, and once there to the next; F3 always to the next."""
        if not self._matches:
            return
        if by or self._went:
            self._row = (self._row + (by or 1)) % len(self._matches)
        self._go()

    def _on_chosen(self, row: int) -> None:
        self._row = row
        self._go()

    def _go(self) -> None:
        key = self._key()
        if key is None:
            return
        self._went = True
        network, target = key
        self._session.show_network(network)
        if target in self._session.graph.by_id:
            self._session.go_to(network, target)
        else:
            self._view.frames.commands.reveal(target)
            self._session.select(())
            self._view.canvas_scene.annotations.select([target])
            self._view.navigator.center_on(self._rect(key).center())
        self.bar.show_current(self._row)
        self._mark()
        self._bring_out(self._rect(key))

    def _rect(self, key: tuple[str, str] | None) -> QRectF:
        """Where a hit stands on this canvas; null for one in another network."""
        scene = self._view.canvas_scene
        item = scene.thing(key[1]) if key is not None and key[0] == self._session.network else None
        return item.rect if item is not None else QRectF()

    def _mark(self) -> None:
        """Dim what was not found; nothing is dimmed while nothing is asked."""
        if not self.bar.field.text().strip():
            self._drop_veil()
            return
        scene = self._view.canvas_scene
        if self._veil is None:
            self._veil = Veil()
            scene.addItem(self._veil)
        here = [match.target.id for match in self._matches if match.target.network == self._session.network]
        rects = scene.rects_of(here)
        self._veil.show_found(rects, self._rect(self._key()))

    def _drop_veil(self) -> None:
        if self._veil is not None:
            if isValid(self._veil):
                self._view.canvas_scene.removeItem(self._veil)
            self._veil = None

    # --- its place ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Resize and self.open:
            self._place()
        return False

    def _place(self) -> None:
        room = self._panel.width() - 2 * EDGE
        self.bar.setFixedWidth(max(200, min(WIDTH, room)))
        self.bar.fit()
        self.bar.move(self._panel.width() - EDGE - self.bar.width(), self._panel.below_tabs() + 8)
