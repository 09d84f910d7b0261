"""Several layers at once: how many, and the parameters that they have in common."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.edits import Macro, Remove
from playground.core.forms import form_fields
from playground.core.graph import Node
from playground.core.layer import Layer
from playground.ui.inspector.choices import edit_for, offer
from playground.ui.inspector.values import refusal, shown_values
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import button, label, set_text
from playground.ui.widgets.editors import AS_BEFORE
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.numbers import grouped
from playground.ui.widgets.parse import same_value


class ManyView(QWidget):
    """An edit here changes all selected layers as one undo step."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: tuple[str, ...] = ()
        self._network = ""
        self._kind: type[Layer] | None = None
        self.form: FieldForm | None = None
        self._swept: tuple[str, object] | None = None  # field and sweep edited last
        self._had: dict[str, Any] = {}  # what each layer had before it
        self.title, self.about = label("", "display", wrap=True), label("", "muted", wrap=True)
        self._form_place = QVBoxLayout()
        self.facts = FactsTable()
        self.delete = button("Delete these layers", "danger")
        self.delete.clicked.connect(self._on_delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self._form_place)
        column.addWidget(self.facts)
        column.addWidget(self.delete)

    def show_nodes(self, nodes: list[Node]) -> None:
        ids = tuple(node.id for node in nodes)
        if (ids, self._session.network) != (self._ids, self._network) and self.form is not None:
            self.form.forget()
        self._ids, self._network = ids, self._session.network
        self.title.setText(f"{len(nodes)} layers")
        kinds = Counter(node.kind.title if node.kind else node.type for node in nodes)
        set_text(self.about, ", ".join(f"{number} {title}" for title, number in kinds.items()))
        first = nodes[0].kind
        common = first if all(node.kind is first for node in nodes) else None
        if common is not self._kind or (common is not None and self.form is None):
            self._take_kind(common)
        if self.form is not None:
            self._show_values(nodes)
        known = [self._session.inference.facts[node.id] for node in nodes]
        self.facts.show_facts(
            [
                ("Parameters", grouped(sum(facts.parameters for facts in known))),
                ("Multiply-adds", grouped(sum(facts.multiply_adds for facts in known))),
            ]
        )

    def _show_values(self, nodes: list[Node]) -> None:
        assert self.form is not None
        assert self._kind is not None
        offer(self.form, self._kind, self._session, nodes)
        values = [shown_values(node) for node in nodes]
        mixed = {name for name in values[0] if any(not same_value(v[name], values[0][name]) for v in values[1:])}
        self.form.set_values(values[0], mixed)

    def _take_kind(self, kind: type[Layer] | None) -> None:
        self._kind = kind
        if self.form is not None:
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if kind is not None and form_fields(kind):
            self.form = FieldForm(form_fields(kind))
            self.form.edited.connect(self._on_edited)
            self._form_place.addWidget(self.form)
            self.form.show()

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if self._kind is None or self.form is None:
            return
        row = self.form.rows[name]
        if (name, sweep) != self._swept:
            by_id = self._session.project.networks[self._network].by_id
            self._swept, self._had = (name, sweep), {i: shown_values(by_id[i])[name] for i in self._ids}
        reason = None if value is AS_BEFORE else refusal(self._kind, row.field, value)
        if reason is not None:
            row.refuse(reason)
            return
        row.set_fault("")
        wanted = self._had if value is AS_BEFORE else dict.fromkeys(self._ids, value)
        edits = tuple(edit_for(self._network, node_id, row.field, wanted[node_id]) for node_id in self._ids)
        text = f"Change {name.replace('_', ' ')} of {len(edits)} layers"
        # One sweep is one undo step; without a sweep every value is one.
        key = None if sweep is None else ("many", self._network, self._ids, name, sweep)
        self._session.do(Macro(edits, text=text, key=key))

    def _on_delete(self) -> None:
        self._session.do(Remove(self._network, frozenset(self._ids)))
