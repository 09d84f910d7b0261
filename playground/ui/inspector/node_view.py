"""One layer: name, summary, formula, parameters, problems, shapes and counts, PyTorch, explanation."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.core.blocks import block_of
from playground.core.edits import Macro, Rename, SetParams
from playground.core.forms import called, form_fields
from playground.core.graph import Node
from playground.core.language import tr
from playground.core.layer import Layer
from playground.ui.help_port import help_button
from playground.ui.inspector.choices import edit_for, offer
from playground.ui.inspector.consequences import Consequences
from playground.ui.inspector.kernel_pictures import KernelPictures
from playground.ui.inspector.node_facts import fact_rows
from playground.ui.inspector.pytorch import pytorch_lines
from playground.ui.inspector.values import as_in_file, refusal, shown_faults, shown_values
from playground.ui.palette.entries import heading
from playground.ui.problems.problem_list import ProblemList
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import Swatch, button, label, set_flag, set_text
from playground.ui.widgets.code_box import CodeBox
from playground.ui.widgets.elided import ElidedLine
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView


class NodeView(QWidget):
    """Renders one node of the active network. The form is made anew only for a layer of another kind."""

    help_wanted = Signal(str)  # a topic: the layer's type, or its type and a field, as in "Conv2D.kernel"

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._node: Node | None = None
        self._network = ""
        self._kind: type[Layer] | None = None
        self.form: FieldForm | None = None
        self._gives = Consequences(session)
        self._has_pages = False
        self.name = ElidedLine(tr("A name of your own; empty gives the usual one back"))
        self.name.setProperty("look", "heading")
        self.name.setAccessibleName(tr("Name of the layer"))
        self.name.setMaxLength(80)
        self.name.setTextMargins(-3, 0, 0, 0)  # border and inner margin: the text stands in line with what follows
        self.name.editingFinished.connect(self.commit_name)
        self.help = help_button(self.help_topic, tr("this kind of layer"))
        self._swatch, self._kind_label = Swatch("data"), label("", "caption")
        self.summary = label("", "muted", wrap=True)
        self.formula = FormulaView()
        self.problems = ProblemList(session, leads=False, stacked=True)
        self._form_place = QVBoxLayout()
        self.kernels = KernelPictures()
        self.facts = FactsTable()
        self.health = label("", "caption", wrap=True)
        self.open_block = button(tr("Open"))
        self.open_block.setToolTip(tr("Show the network that this block stands for"))
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
        title = QHBoxLayout()
        title.setSpacing(2)
        title.addWidget(self.name, 1)
        title.addWidget(self.help)
        head.addLayout(title)
        head.addLayout(kind_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.formula)
        column.addLayout(self._form_place)
        column.addWidget(self.open_block, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problems)  # under the fields: they stay where they are while problems come and go
        column.addWidget(self.kernels)
        column.addSpacing(4)
        column.addWidget(label(tr("Shapes and counts"), "section"))
        column.addWidget(self.facts)
        column.addWidget(self.health)
        self.health.hide()
        column.addSpacing(4)
        column.addWidget(self._code_title)
        column.addWidget(self.code)
        column.addSpacing(4)
        column.addWidget(label(tr("About"), "section"))
        column.addWidget(self._about)
        column.addWidget(self._reference)

    def help_topic(self) -> str:
        """The page of the layer that is shown."""
        return f"layer:{self._kind.type_name}" if self._kind is not None else ""

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
            if self.form.hinted:
                self.form.set_hint(self.form.hinted, self._gives.told())
            self.form.set_faults({} if node.layer else shown_faults(node.kind, node.params))
        problems = [p for p in self._session.check.problems if (p.network, p.node) == (self._network, node.id)]
        self.problems.show_problems(problems)
        self.problems.setVisible(bool(problems))
        self._show_facts(node)

    def offer_pages(self) -> None:
        """Somebody opens pages of help for ``help_wanted``."""
        self._has_pages = True
        if self.form is not None:
            self.form.offer_pages(offered=True)

    @property
    def node(self) -> Node | None:
        """The layer that is shown."""
        return self._node

    def show_health(self, text: str, *, trouble: bool = False) -> None:
        """How the layer fares in a training step; empty for nothing known."""
        set_text(self.health, text)
        set_flag(self.health, "look", "warn-caption" if trouble else "good-caption")

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
        self._kind_label.setText(f"{tr(kind.title)} · {heading(kind.family).lower()}")
        set_text(self.summary, tr(kind.summary))
        self.formula.set_latex(kind.formula)
        self.formula.setVisible(bool(kind.formula))
        set_text(self._about, tr(kind.explanation or kind.summary))
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
            self.form = FieldForm(fields, placeholders=shapes, resets=True)
            self.form.edited.connect(self._on_edited)
            self.form.reset_wanted.connect(self._on_reset)
            self.form.spread_wanted.connect(self._on_spread)
            self.form.help_wanted.connect(self._on_help)
            for row in self.form.rows.values():
                row.spreads = row.field.kind not in ("layer", "network")
            self.form.offer_pages(offered=self._has_pages)
            self._form_place.addWidget(self.form)
            self.form.show()
            QWidget.setTabOrder(self.form.last_focus, self.code.copy_button)
            QWidget.setTabOrder(self.code.copy_button, self.help)  # F1 is nearer than the way past all fields

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if self._node is None or self._kind is None or self.form is None:
            return
        row = self.form.rows[name]
        reason = refusal(self._kind, row.field, value)
        if reason is not None:
            row.refuse(reason)
        else:
            row.set_fault("")
            self._gives.begin(self._node.id, (name, sweep))
            self.form.set_hint(name, "")
            self._session.do(edit_for(self._network, self._node.id, row.field, value, sweep))

    def _on_reset(self, names: list[str]) -> None:
        """Several fields at once are one step."""
        if self._node is None or self.form is None:
            return
        self.form.forget()
        defaults = {name: self.form.rows[name].field.default for name in names}
        text = tr("Reset {name}", name=self._node.title)
        self._session.do(Macro((SetParams(self._network, self._node.id, as_in_file(defaults)),), text=text))

    def _on_spread(self, name: str) -> None:
        """The value of a field for every layer of this kind in the network."""
        if self._node is None or self._node.layer is None:
            return
        values = as_in_file({name: getattr(self._node.layer, name)})
        like = [node.id for node in self._session.graph.nodes if node.kind is self._kind]
        edits = tuple(SetParams(self._network, node_id, values) for node_id in like)
        text = tr("Set {field} of {count} layers", field=called(name), count=len(edits))
        if self._session.do(Macro(edits, text=text)) and self.form is not None:
            self.form.set_hint(name, tr("{count} layers have it now.", count=len(edits)))

    def _on_help(self, name: str) -> None:
        if self._kind is not None:
            self.help_wanted.emit(f"{self._kind.type_name}.{name}")

    def _on_open(self) -> None:
        block = block_of(self._node) if self._node is not None else None
        if block is not None:
            self._session.show_network(block.network)

    def _show_facts(self, node: Node) -> None:
        session = self._session
        facts, block = session.inference.facts[node.id], block_of(node)
        self.facts.show_facts(fact_rows(session.project, session.graph, node, facts))
        self.open_block.setVisible(block is not None and block.network in session.project.networks)
        self.open_block.setText(tr("Open {network}", network=block.network) if block is not None else "")
        lines = pytorch_lines(node.layer, facts, node.id) if node.layer else ""
        self.code.set_code(lines)
        for widget in (self._code_title, self.code):
            widget.setVisible(bool(lines))
