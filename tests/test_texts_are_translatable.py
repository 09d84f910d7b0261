"""What a person reads stands in ``tr`` or ``mark``: literals that are shown, raised or put together elsewhere.

Two finders look through the source. One knows the calls that show a text (a button's, a tool tip's, an error's) and
takes every word in them for one that is read. The other takes each literal with two words in a row for a sentence,
wherever it stands. What is no text for people is named below, each with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent / "playground"
_ROOMS = ("ui", "core", "layers", "training", "engine")
_TRANSLATING = {"tr", "mark"}
# Calls whose literals are shown as they are.
_SHOWING = {
    "QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel", "QMenu", "QMessageBox", "QPushButton", "QRadioButton",
    "QToolButton", "ElidedLabel", "EditRefused", "Fix", "Heading", "PlotHeader", "Problem", "Refused", "ShapeError",
    "action", "addAction", "addButton", "addItem", "addItems", "addMenu", "addRow", "addSection", "addTab", "button",
    "draw_text", "drawText", "heading", "label", "say", "setAccessibleDescription", "setAccessibleName",
    "setDetailedText", "setHeaderData", "setHorizontalHeaderLabels", "setInformativeText", "setItemText", "setLabel",
    "setLabelText", "setPlaceholderText", "setPrefix", "setStatusTip", "setSuffix", "setTabText", "setTabToolTip",
    "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "set_fault", "set_hint", "set_text",
    "show_message", "show_status", "show_text",
}  # fmt: skip
# Of them those that take nothing else than texts: a single small word is one, too.
_STRICT = {name for name in _SHOWING if name.startswith("set") and name not in {"set_flag", "setLabel"}} | {"drawText"}
# Calls whose literals are nothing that is read: names, files, patterns, the program's log.
_SILENT = {
    "Field", "Literal", "Process", "Thread", "ThreadPoolExecutor", "compile", "counted", "critical", "debug",
    "endswith", "error", "exception", "filterwarnings", "fullmatch", "getLogger", "info", "match", "partition",
    "removeprefix", "removesuffix", "replace", "search", "setObjectName", "setStyleSheet", "startswith", "sub",
    "warning",
}  # fmt: skip
# Errors for programmers: what they say is seen in a trace, or in brackets behind words that are translated.
_BUILT_IN = {
    "AssertionError", "AttributeError", "FileNotFoundError", "ImportError", "IndexError", "KeyError", "LookupError",
    "NotImplementedError", "OSError", "RuntimeError", "TypeError", "ValueError",
}  # fmt: skip
# What classes and records say of themselves is collected by ``docs.translations``.
_COLLECTED = {
    "description", "explanation", "formula", "help", "hint", "keywords", "label", "licence", "needs", "reference",
    "source", "summary", "title", "when",
}  # fmt: skip
_RECORDS = {"Explained", "Loss", "Metric", "Optimizer"}
# Names are the same in every language.
_NAMES = {"Neural Playground", "Neural Playground[*]", "{}[*] — Neural Playground", "PCA", "PyTorch", "UTF-8", "UTF-16"}
_MARKUP = re.compile(r"<[^>]*>|&\w+;")
# Files whose literals are no texts for people, or texts that stay English.
_LEFT_OUT = {
    "core/codegen/": "source that is written for a network: code and its comments are English",
    "core/presets.py": "what the command line says of a preset that there is not",
    "engine/export/python_data.py": "source that is exported",
    "engine/export/python_loss.py": "source that is exported",
    "engine/export/python_model.py": "source that is exported",
    "engine/export/python_source.py": "source that is exported, and its README",
    "engine/export/python_steps.py": "source that is exported",
    "engine/export/python_train.py": "source that is exported",
    "engine/export/reload.py": "a process of its own in which nothing of the program can be imported",
    "training/pytorch_lines.py": "lines of PyTorch that are shown as code",
    "training/export_formats.py": "lines of Python that are shown as code",
    "training/analysis.py": "headings of files for other programs",
    "ui/demo.py": "the command line",
    "ui/dialogs/about.py": "what goes into a report of a fault",
    "ui/evaluate/saving.py": "headings of files for other programs",
    "ui/style_sheet.py": "rules for the looks of widgets",
}
# Single literals with two words that are no sentences.
_NO_TEXTS = {
    "names of classes and columns of data sets: stored with what was trained": {
        "Ankle boot",
        "concave points",
        "fractal dimension",
        "lower left",
        "petal length (cm)",
        "petal width (cm)",
        "same sign",
        "sepal length (cm)",
        "sepal width (cm)",
        "signs differ",
        "upper right",
    },
    "keys of tables whose values are translated": {
        "Sequences and text",
        "another class",
        "different value",
        "image in grey",
        "image that cannot be read",
        "line without a label or a word",
        "line without a value",
        "more note",
        "own data",
        "move together",
        "row with a missing number",
        "row without a target",
        "row without a text",
        "row without a text or a label",
        "same class",
        "sample with a missing number",
        "test images",
        "text without a word",
        "yes or no",
        "page up",
        "page down",
    },
    "what other libraries say, to be recognized": {
        "can't allocate memory",
        "not enough memory",
        "out of memory",
    },
    "patterns that look for words of the program's own helps": {
        r"\btime steps\b",
        r"^samples per step\b|^use at most this many training samples\b",
    },
    "what a plug-in's author reads of a class that is no layer": {
        "family is not one of {}",
        "id_stem is not lower case",
        "no call",
        "no output_shape",
        "the class {}",
        "the type name {} is taken",
    },
    "ways to begin weights, as PyTorch calls them": {
        "Glorot normal",
        "Glorot uniform",
        "He normal",
        "He uniform",
        "LeCun normal",
    },
    "half of a help that is collected whole": {"counted without the batch: 0 is the first"},
    "a comment in source that is shown": {"Part of {} of {}"},
}
_REFERENCE = re.compile(r"\d{4}, arXiv:|et al\. \d{4}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_CODE = re.compile(r"[a-z0-9_.:/#*+-]*")  # a name that the program gives to something
_SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")


@dataclass(frozen=True)
class Found:
    """A literal with words outside of ``tr`` and ``mark``."""

    place: str
    line: int
    text: str
    near: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.text!r} in {self.near}"


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _text(node: ast.AST) -> str | None:
    """The words of a literal, of an f-string those between its values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


class _Finder(ast.NodeVisitor):
    """``found``: the literals of one file that are read by people."""

    def __init__(self, place: str) -> None:
        self.place, self.found = place, list[Found]()
        self._calls: list[str] = []
        self._raising = False

    def _look(self, node: ast.expr, text: str) -> None:
        text = _MARKUP.sub("", text)
        if text in _NAMES:
            return
        call = self._calls[-1] if self._calls else ""
        shown = call in _SHOWING or (self._raising and call.endswith(("Error", "Refused", "Cannot")))
        if _CODE.fullmatch(text) and call not in _STRICT:
            return
        if (_WORD if shown and call not in _BUILT_IN else _SENTENCE).search(text):
            self.found.append(Found(self.place, node.lineno, text, call or "a literal"))

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._look(node, node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._look(node, _text(node) or "")
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else a docstring
            self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for part in (node.left, *node.comparators):  # what is compared is not shown
            if _text(part) is None:
                self.visit(part)

    def visit_Assert(self, node: ast.Assert) -> None:
        self.visit(node.test)

    def visit_Raise(self, node: ast.Raise) -> None:
        raised = node.exc
        if isinstance(raised, ast.Call) and _name(raised.func) in _BUILT_IN:
            for part in (*raised.args, *(word.value for word in raised.keywords)):
                if isinstance(part, ast.Call):
                    self.visit(part)
            return
        self._raising = True
        self.generic_visit(node)
        self._raising = False

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and not (
            _name(node.target) in _COLLECTED and "ClassVar" in ast.unparse(node.annotation)
        ):
            self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        self.visit(node.func)
        if name in _RECORDS:
            return
        if name in _SILENT:
            for part in (*node.args, *(word.value for word in node.keywords)):
                if _text(part) is None:
                    self.visit(part)
            return
        if name in _TRANSLATING:
            for word in node.keywords:
                self._value(word.value)
                self.visit(word.value)
            return
        self._calls.append(name)
        for part in (*node.args, *(word.value for word in node.keywords)):
            self.visit(part)
        self._calls.pop()

    def _value(self, node: ast.expr) -> None:
        """A literal word that is put into a translated sentence."""
        if isinstance(node, ast.IfExp):
            self._value(node.body)
            self._value(node.orelse)
        elif isinstance(node, ast.BoolOp):
            for part in node.values:
                self._value(part)
        elif (text := _text(node)) is not None and _WORD.search(text) and text not in _NAMES:
            self.found.append(Found(self.place, node.lineno, text, "a value of a translated sentence"))

    def visit_keyword(self, node: ast.keyword) -> None:
        self.visit(node.value)


def found_in(room: str) -> Iterator[Found]:
    """What is read in the files of a room and is not translated."""
    for path in sorted((_ROOT / room).rglob("*.py")):
        finder = _Finder(path.relative_to(_ROOT).as_posix())
        finder.visit(ast.parse(path.read_text(encoding="utf-8")))
        yield from finder.found


@pytest.fixture(scope="module")
def everything() -> list[Found]:
    """All literals of all rooms that look like texts for people."""
    return [found for room in _ROOMS for found in found_in(room) if not _REFERENCE.search(found.text)]


def test_the_finders_find() -> None:
    source = """
def told(count: int, names: list[str]) -> str:
    \"\"\"What is told.\"\"\"
    button.setText("run")
    button.setObjectName("a name")
    action = QAction(f"Open {count} files")
    _log.warning("no such file here")
    raise DataError("Broken") if count else ValueError("a state that is not")
    tr("{count} {kind}", count=count, kind="rows" if count else "row")
    return tr("All is well.") if names else "nothing is there"
"""
    finder = _Finder("told.py")
    finder.visit(ast.parse(source))
    assert [found.text for found in finder.found] == [
        "run", "Open {} files", "Broken", "a state that is not", "rows", "row", "nothing is there",
    ]  # fmt: skip


def test_what_is_read_is_translated(everything: list[Found]) -> None:
    known = set().union(*_NO_TEXTS.values())
    left = [f for f in everything if f.text not in known and not f.place.startswith(tuple(_LEFT_OUT))]
    assert not left, f"{len(left)} texts stand outside of tr:\n" + "\n".join(map(str, left))


def test_nothing_is_left_out_that_is_not_there(everything: list[Found]) -> None:
    for place in _LEFT_OUT:
        assert any(found.place.startswith(place) for found in everything), place
    assert not set().union(*_NO_TEXTS.values()) - {found.text for found in everything}
