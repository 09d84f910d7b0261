"""A layer of a kind that this version does not know: what the file says of it, read only."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.edits import Remove
from playground.core.graph import Node
from playground.core.language import tr
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import button, label
from playground.ui.widgets.code_box import CodeBox

_MOST_CHARACTERS = 2000


class UnknownView(QWidget):
    """A placeholder: it is kept and saved back unchanged."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._node, self._network = "", ""
        self.title, self.about = label("", "display", wrap=True), label("", wrap=True)
        self.params = CodeBox()
        remove = button(tr("Delete layer"), "danger")
        remove.clicked.connect(self._on_remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.about, label(tr("Parameters in the file"), "section"), self.params, remove):
            column.addWidget(widget)

    def show_node(self, node: Node) -> None:
        self._node, self._network = node.id, self._session.network
        self.title.setText(node.title)
        fault = node.fault
        self.about.setText(
            tr("Unknown layer: {message}. {hint}", message=fault.message, hint=fault.hint) if fault else ""
        )
        text = json.dumps(node.params, indent=2, ensure_ascii=False)
        cut = text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}\n…"
        self.params.set_code(cut)

    def _on_remove(self) -> None:
        self._session.do(Remove(self._network, frozenset({self._node})))
