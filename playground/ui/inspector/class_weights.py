"""How much each class counts in the loss: all alike, balanced by their numbers, or a weight for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.forms import FormField
from playground.core.language import mark, tr
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.form import FieldForm, FieldRow

Weights = str | tuple[float, ...]

_FIELD = FormField(
    "class_weights", mark("Class weights"), "text", "equal", mark("How much each class counts in the loss.")
)
_WAYS = {"equal": mark("Equal"), "balanced": mark("Balanced"), "own": mark("One for each class")}
# More fields than this are no form any more.
_MOST_FIELDS = 50


class ClassWeights(QWidget):
    """``edited`` tells the whole setting, with its sweep."""

    edited = Signal(object, object)  # "equal", "balanced" or a tuple of numbers; sweep

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._weights: Weights = "equal"
        self._way = ChoiceEditor((way, tr(title)) for way, title in _WAYS.items())
        self._form = FieldForm([_FIELD], editors={"class_weights": self._way})
        self.own: FieldForm | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._form)
        self._form.edited.connect(self._on_way)

    @property
    def choice(self) -> FieldRow:
        """The row that says which way weights are given."""
        return self._form.rows["class_weights"]

    def show_weights(self, weights: Weights, classes: Sequence[str]) -> None:
        """Show a setting for data with ``classes``."""
        names, own = tuple(classes), not isinstance(weights, str)
        self._way.set_available("own", tr(_WAYS["own"]), self._why_not_own(names))
        self._form.set_values({"class_weights": "own" if own else weights})
        wrong = own and len(weights) != len(names)
        fault = (
            tr(
                "It has {weights} weights, but the data have {classes} classes. Choose again.",
                weights=len(weights),
                classes=len(names),
            )
            if wrong
            else ""
        )
        self._form.set_faults({"class_weights": fault} if fault else {})
        shown = names if own and not wrong and len(names) <= _MOST_FIELDS else ()
        if shown != (self._classes if self.own is not None else ()):
            self._make_fields(shown)
        self._classes, self._weights = names, weights
        if self.own is not None:
            self.own.set_values({str(index): weight for index, weight in enumerate(weights)})

    @staticmethod
    def _why_not_own(names: tuple[str, ...]) -> str:
        return (
            ""
            if len(names) <= _MOST_FIELDS
            else tr("A form has no room for the weights of {count:,} classes.", count=len(names))
        )

    def _make_fields(self, names: Sequence[str]) -> None:
        if self.own is not None:
            self.own.hide()
            self.own.deleteLater()
            self.own = None
        if not names:
            return
        fields = [
            FormField(str(index), name, "float", 1.0, tr("How much a sample of {name} counts.", name=name), 0.0, 1e6)
            for index, name in enumerate(names)
        ]
        self.own = FieldForm(fields)
        self.own.edited.connect(self._on_weight)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.own)
        self.own.show()

    def _on_way(self, _name: str, value: object, sweep: object) -> None:
        self.edited.emit(tuple(1.0 for _ in self._classes) if value == "own" else value, sweep)

    def _on_weight(self, name: str, value: float, sweep: object) -> None:
        assert not isinstance(self._weights, str)
        changed = tuple(float(value) if str(i) == name else weight for i, weight in enumerate(self._weights))
        self.edited.emit(changed, (name, sweep))
