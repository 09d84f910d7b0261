"""The colours of Python source, taken from the theme."""

from __future__ import annotations

import builtins
import keyword
import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from playground.ui.theme import theme

_WORDS = "|".join([*keyword.kwlist, "self"])
_BUILTINS = "|".join(name for name in dir(builtins) if name.islower() and not name.startswith("_"))
# Alternatives are tried from left to right at each place.
_TOKENS = re.compile(
    rf"""(?P<docstring>\"\"\")
    |(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
    |(?P<comment>\#.*)
    |(?P<definition>(?<=class\s)\w+|(?<=def\s)\w+)
    |(?P<keyword>\b(?:{_WORDS})\b)
    |(?P<builtin>\b(?:{_BUILTINS})\b(?=\())
    |(?P<number>\b\d[\w.]*(?:(?<=e)[+-]\d+)?)""",
    re.VERBOSE,
)
_COLORS = {
    "docstring": "muted", "string": "good", "comment": "muted", "definition": "text", "keyword": "accent",
    "builtin": "accent", "number": "warn",
}  # fmt: skip
_INSIDE = 1  # state of a line that ends inside a docstring


class PythonHighlighter(QSyntaxHighlighter):
    """Colours ``document``; ``recolor`` after the theme has changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._take_colors()

    def recolor(self) -> None:
        self._take_colors()
        self.rehighlight()

    def _take_colors(self) -> None:
        for token, color in _COLORS.items():
            made = QTextCharFormat()
            made.setForeground(theme().color(color))
            if token == "definition":  # noqa: S105  (a token of Python)
                made.setFontWeight(QFont.Weight.DemiBold)
            self._formats[token] = made

    def highlightBlock(self, text: str) -> None:
        self.setCurrentBlockState(0)
        place = self._docstring(text, 0, 0) if self.previousBlockState() == _INSIDE else 0
        while (match := _TOKENS.search(text, place)) is not None:
            if match.lastgroup == "docstring":
                place = self._docstring(text, match.start(), match.end())
            else:
                self.setFormat(match.start(), match.end() - match.start(), self._formats[str(match.lastgroup)])
                place = max(match.end(), place + 1)

    def _docstring(self, text: str, start: int, inside: int) -> int:
        """Colour from ``start`` to the closing quotes; gives the place behind them, or the line's end."""
        end = text.find('"""', inside)
        if end < 0:
            self.setCurrentBlockState(_INSIDE)
        behind = len(text) if end < 0 else end + 3
        self.setFormat(start, behind - start, self._formats["docstring"])
        return behind
