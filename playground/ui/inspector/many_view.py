"""Several layers at once: how many, and the parameters that they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.edits import Edit, Macro, Remove, SetParams
from playground.core.forms import FormField, called, form_fields
from playground.core.graph import Node
from playground.core.language import tr
from playground.core.layer import Layer
from playground.ui.inspector.choices import edit_for, offer
from playground.ui.inspector.common_fields import common_fields
from playground.ui.inspector.values import as_in_file, refusal, shown_values
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import button, label, set_text
from playground.ui.widgets.editors import AS_BEFORE
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.numbers import grouped
from playground.ui.widgets.parse import BadInput, same_value, with_unit
from playground.ui.widgets.relative import Relative

_Kinds = tuple[type[Layer], ...]


class ManyView(QWidget):
    """An edit here changes all selected layers as one undo step."""

    help_wanted = Signal(str)  # a topic, as in "Conv2D.kernel"

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: tuple[str, ...] = ()
        self._network = ""
        self._kinds: _Kinds = ()
        self.form: FieldForm | None = None
        self._has_pages = False
        self._swept: tuple[str, object] | None = None  # field and sweep edited last
        self._had: dict[str, Any] = {}  # what each layer had before it
        self._made: dict[str, Any] = {}  # and what it was to have
        self.title, self.about = label("", "display", wrap=True), label("", "muted", wrap=True)
        self.common = label("", "caption", wrap=True)
        self._form_place = QVBoxLayout()
        self.facts = FactsTable()
        self.delete = button(tr("Delete these layers"), "danger")
        self.delete.clicked.connect(self._on_delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.about, self.common):
            column.addWidget(widget)
        column.addLayout(self._form_place)
        column.addWidget(self.facts)
        column.addWidget(self.delete)

    def show_nodes(self, nodes: list[Node]) -> None:
        ids = tuple(node.id for node in nodes)
        if (ids, self._session.network) != (self._ids, self._network) and self.form is not None:
            self.form.forget()
        self._ids, self._network = ids, self._session.network
        self.title.setText(tr("{count} layers", count=len(nodes)))
        titles = Counter(tr(node.kind.title) if node.kind else node.type for node in nodes)
        set_text(
            self.about,
            tr(", ").join(tr("{count} {kind}", count=number, kind=title) for title, number in titles.items()),
        )
        kinds = tuple(dict.fromkeys(node.kind for node in nodes if node.kind is not None))
        if any(node.kind is None for node in nodes):
            kinds = ()  # nothing is known of a layer whose kind is not
        if kinds != self._kinds or (kinds and self.form is None):
            self._take_kinds(kinds)
        self._say_what_is_common()
        if self.form is not None:
            self._show_values(nodes)
        known = [self._session.inference.facts[node.id] for node in nodes]
        unknown = "" if all(facts.outputs for facts in known) else tr("not known while there are errors")
        self.facts.show_facts(
            [
                (tr("Parameters"), unknown or grouped(sum(facts.parameters for facts in known))),
                (tr("Multiply-adds"), unknown or grouped(sum(facts.multiply_adds for facts in known))),
            ]
        )

    def _say_what_is_common(self) -> None:
        if self.form is None:
            alone = tr("This kind of layer has no parameters.")
            told = alone if len(self._kinds) == 1 else tr("They have no parameter in common.") if self._kinds else ""
        elif len(self._kinds) > 1:
            told = tr("What they have in common. An entry changes all {count} layers.", count=len(self._ids))
        elif not any(row.field.kind in ("int", "float") for row in self.form.rows.values()):
            told = tr("An entry changes all {count} layers.", count=len(self._ids))
        else:
            told = tr(
                "An entry changes all {count} layers; *2 or +16 changes each from what it is.", count=len(self._ids)
            )
        set_text(self.common, told)

    def _show_values(self, nodes: list[Node]) -> None:
        assert self.form is not None
        if len(self._kinds) == 1:
            offer(self.form, self._kinds[0], self._session, nodes)
        values = [shown_values(node) for node in nodes]
        names = list(self.form.rows)
        mixed = {name for name in names if any(not same_value(v[name], values[0][name]) for v in values[1:])}
        self.form.set_values({name: values[0][name] for name in names}, mixed)
        told = self.form.hinted
        if told in names and any(
            not same_value(v[told], self._made.get(n.id)) for n, v in zip(nodes, values, strict=True)
        ):
            self.form.set_hint(told, "")  # undone meanwhile, or changed elsewhere
            self.form.forget()
        fields = {name: self.form.rows[name].field for name in mixed}
        self.form.set_mixed_values(
            {
                name: [f"{node.title}: {_worded(field, v[name])}" for node, v in zip(nodes, values, strict=True)]
                for name, field in fields.items()
            }
        )

    def _take_kinds(self, kinds: _Kinds) -> None:
        self._kinds = kinds
        if self.form is not None:
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        fields = common_fields(kinds) if kinds else ()
        if fields:
            self.form = FieldForm(fields, resets=True)
            self.form.edited.connect(self._on_edited)
            self.form.reset_wanted.connect(self._on_reset)
            self.form.help_wanted.connect(self._on_help)
            self.form.offer_pages(offered=self._has_pages)
            self._form_place.addWidget(self.form)
            self.form.show()

    def offer_pages(self) -> None:
        """Somebody opens pages of help for ``help_wanted``."""
        self._has_pages = True
        if self.form is not None:
            self.form.offer_pages(offered=True)

    # --- what a person does ---

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if not self._kinds or self.form is None:
            return
        row = self.form.rows[name]
        if (name, sweep) != self._swept:
            by_id = self._session.project.networks[self._network].by_id
            self._swept, self._had = (name, sweep), {i: shown_values(by_id[i])[name] for i in self._ids}
        try:
            wanted = self._wanted(row.field, value)
        except BadInput as error:
            row.refuse(error.told)
            return
        row.set_fault("")
        self._made = wanted
        edits = tuple(edit_for(self._network, node_id, row.field, wanted[node_id]) for node_id in self._ids)
        text = tr("Change {field} of {count} layers", field=called(name), count=len(edits))
        # One sweep is one undo step; without a sweep every value is one.
        key = None if sweep is None else ("many", self._network, self._ids, name, sweep)
        self.form.set_hint(name, "" if value is AS_BEFORE else self._told(wanted))
        self._session.do(Macro(edits, text=text, key=key))

    def _wanted(self, field: FormField, value: Any) -> dict[str, Any]:
        """What each layer is to have. Raises ``BadInput`` when one of them does not take it."""
        if value is AS_BEFORE:
            return dict(self._had)
        graph, wanted = self._session.project.networks[self._network], {}
        for node_id in self._ids:
            node = graph.by_id[node_id]
            try:
                mine = value.of(field, self._had[node_id]) if isinstance(value, Relative) else value
            except BadInput as error:
                raise BadInput(str(error), f"{node.title}: {error.why}") from error
            reason = refusal(node.kind, _own(node, field), mine) if node.kind is not None else None
            if reason is not None:
                raise BadInput(reason, f"{node.title}:" if len(self._kinds) > 1 else "")
            wanted[node_id] = mine
        return wanted

    def _told(self, wanted: dict[str, Any]) -> str:
        count = sum(not same_value(wanted[node_id], self._had[node_id]) for node_id in self._ids)
        if count == len(self._ids):
            return tr("All {count} layers are changed.", count=count)
        return tr("{count} of {all} layers are changed.", count=count, all=len(self._ids))

    def _on_reset(self, names: Sequence[str]) -> None:
        """Each layer gets back the defaults of its own kind, all as one step."""
        if self.form is None:
            return
        self.form.forget()
        graph, edits = self._session.project.networks[self._network], list[Edit]()
        for node_id in self._ids:
            kind = graph.by_id[node_id].kind
            defaults = {} if kind is None else {f.name: f.default for f in form_fields(kind) if f.name in names}
            edits.append(SetParams(self._network, node_id, as_in_file(defaults)))
        self._session.do(Macro(tuple(edits), text=tr("Reset {count} layers", count=len(edits))))

    def _on_help(self, name: str) -> None:
        if self._kinds:
            self.help_wanted.emit(f"{self._kinds[0].type_name}.{name}")

    def _on_delete(self) -> None:
        self._session.do(Remove(self._network, frozenset(self._ids)))


def _own(node: Node, field: FormField) -> FormField:
    """The field as the kind of ``node`` itself has it."""
    return next((f for f in form_fields(node.kind) if f.name == field.name), field) if node.kind else field


def _worded(field: FormField, value: Any) -> str:
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    return with_unit(field, value) or tr("automatic")
