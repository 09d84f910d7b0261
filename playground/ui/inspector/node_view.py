"""One layer: name, summary, formula, problems, parameters, shapes and counts, PyTorch, explanation."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.core.blocks import block_of
from playground.core.edits import Rename
from playground.core.forms import form_fields
from playground.core.graph import Node
from playground.core.layer import Layer
from playground.ui.inspector.choices import edit_for, offer
from playground.ui.inspector.node_facts import fact_rows
from playground.ui.inspector.pytorch import pytorch_lines
from playground.ui.inspector.values import refusal, shown_faults, shown_values
from playground.ui.problems.problem_list import ProblemList
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import Swatch, button, label, set_text
from playground.ui.widgets.code_box import CodeBox
from playground.ui.widgets.elided import ElidedLine
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView


class NodeView(QWidget):
    """Renders one node of the active network. The form is made anew only for a layer of another kind."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._node: Node | None = None
        self._network = ""
        self._kind: type[Layer] | None = None
        self.form: FieldForm | None = None
        self.name = ElidedLine("A name of your own; empty gives the usual one back")
        self.name.setProperty("look", "heading")
        self.name.setAccessibleName("Name of the layer")
        self.name.setMaxLength(80)
        self.name.setTextMargins(-3, 0, 0, 0)  # border and inner margin: the text stands in line with what follows
        self.name.editingFinished.connect(self.commit_name)
        self._swatch, self._kind_label = Swatch("data"), label("", "caption")
        self.summary = label("", "muted", wrap=True)
        self.formula = FormulaView()
        self.problems = ProblemList(session, leads=False, stacked=True)
        self._form_place = QVBoxLayout()
        self.facts = FactsTable()
        self.open_block = button("Open")
        self.open_block.setToolTip("Show the network that this block stands for")
        self.open_block.clicked.connect(self._on_open)
        self._code_title, self.code = label("PyTorch", "section"), CodeBox()
        self._about, self._reference = label("", "muted", wrap=True), label("", "caption", wrap=True, selectable=True)
        self._lay_out()

    def _lay_out(self) -> None:
        kind_line = QHBoxLayout()
        kind_line.setSpacing(6)
        kind_line.addWidget(self._swatch)
        kind_line.addWidget(self._kind_label, 1)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addLayout(kind_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.formula)
        column.addWidget(self.problems)
        column.addLayout(self._form_place)
        column.addWidget(self.open_block, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(label("Shapes and counts", "section"))
        column.addWidget(self.facts)
        column.addSpacing(4)
        column.addWidget(self._code_title)
        column.addWidget(self.code)
        column.addSpacing(4)
        column.addWidget(label("About", "section"))
        column.addWidget(self._about)
        column.addWidget(self._reference)

    def show_node(self, node: Node) -> None:
        """Show ``node`` of the active network; its type must be known."""
        assert node.kind is not None
        same = self._node is not None and (self._network, self._node.id) == (self._session.network, node.id)
        if not same:
            self.commit_name()
        self._node, self._network = node, self._session.network
        if node.kind is not self._kind:
            self._take_kind(node.kind)
        elif not same and self.form is not None:
            self.form.forget()
        if not same or not self.name.isModified():
            self._show_name()
        if self.form is not None:
            offer(self.form, node.kind, self._session, [node])
            self.form.set_values(shown_values(node))
            self.form.set_faults({} if node.layer else shown_faults(node.kind, node.params))
        problems = [p for p in self._session.check.problems if (p.network, p.node) == (self._network, node.id)]
        self.problems.show_problems(problems)
        self.problems.setVisible(bool(problems))
        self._show_facts(node)

    def commit_name(self) -> None:
        """Send the typed name; called too when the view turns to another layer."""
        if self._node is None or not self.name.isModified():
            return
        self.name.setModified(False)
        text = self.name.text().strip()
        if text not in {self._node.title, self._node.name or ""}:
            self._session.do(Rename(self._network, self._node.id, text))
        self._show_name()

    def _show_name(self) -> None:
        assert self._node is not None
        node = self._session.project.networks[self._network].by_id.get(self._node.id, self._node)
        if self.name.text() != node.title:
            self.name.setText(node.title)
            self.name.setCursorPosition(0)

    def _take_kind(self, kind: type[Layer]) -> None:
        self._kind = kind
        self._swatch.set_family(kind.family)
        self._kind_label.setText(f"{kind.title} · {kind.family}")
        set_text(self.summary, kind.summary)
        self.formula.set_latex(kind.formula)
        self.formula.setVisible(bool(kind.formula))
        set_text(self._about, kind.explanation or kind.summary)
        set_text(self._reference, kind.reference)
        if self.form is not None:
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        fields = form_fields(kind)
        if fields:
            data = self._session.check.dataset
            follows = str(data.shape) if data else "automatic"
            follow = kind.following_data() or {}
            shapes = {f.name: follows if f.name in follow else "automatic" for f in fields if f.kind == "shape"}
            self.form = FieldForm(fields, placeholders=shapes)
            self.form.edited.connect(self._on_edited)
            self._form_place.addWidget(self.form)
            self.form.show()
            QWidget.setTabOrder(self.form.last_focus, self.code.copy_button)

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if self._node is None or self._kind is None or self.form is None:
            return
        row = self.form.rows[name]
        reason = refusal(self._kind, row.field, value)
        if reason is not None:
            row.refuse(reason)
        else:
            row.set_fault("")
            self._session.do(edit_for(self._network, self._node.id, row.field, value, sweep))

    def _on_open(self) -> None:
        block = block_of(self._node) if self._node is not None else None
        if block is not None:
            self._session.show_network(block.network)

    def _show_facts(self, node: Node) -> None:
        session = self._session
        facts, block = session.inference.facts[node.id], block_of(node)
        self.facts.show_facts(fact_rows(session.project, session.graph, node, facts))
        self.open_block.setVisible(block is not None and block.network in session.project.networks)
        self.open_block.setText(f"Open {block.network}" if block is not None else "")
        lines = pytorch_lines(node.layer, facts, node.id) if node.layer else ""
        self.code.set_code(lines)
        for widget in (self._code_title, self.code):
            widget.setVisible(bool(lines))
