"""The door to help: who wants a page asks here, whatever window it sits in. Nothing of the pages is loaded for it.

A widget that has a page of its own says so by a method ``help_topic() -> str``; F1 asks the widget that has the
keyboard, then those around it. Keys are those of ``ui/help/topics.py``: "layer:Conv2D", "theory:gan"; the names that
the inspector uses ("Conv2D.kernel", "epochs") are understood, too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary, WeakMethod

from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from playground.core.language import tr
from playground.ui.widgets.basics import label

Opener = Callable[[str], None]
# An opener knows its window: were it held here, no window that was closed would ever go.
_openers: WeakKeyDictionary[QWidget, WeakMethod[Opener]] = WeakKeyDictionary()


def attach(window: QWidget, opener: Opener) -> None:
    """Pages that are wanted anywhere in ``window`` are shown by ``opener``, a method of something that the window
    keeps; with "" it shows the contents.
    """
    _openers[window] = WeakMethod(opener)


def open_topic(key: str, near: QWidget | None = None) -> bool:
    """Show a page in the window that ``near`` is in, else in the active one. False where there is no such window."""
    for widget in (near, QApplication.activeWindow(), *QApplication.topLevelWidgets()):
        opener = _opener_of(widget)
        if opener is not None:
            opener(key)
            return True
    return False


def topics() -> list[tuple[str, str, tuple[str, ...]]]:
    """Key, title and search words of every page, for whoever lists what can be found."""
    from playground.ui.help.topics import all_topics

    return [(topic.key, topic.title, topic.keywords) for topic in all_topics()]


def topic_at(widget: QWidget | None) -> str:
    """What the widget, or the nearest around it, says its page is; "" where none says any."""
    while widget is not None:
        ask = getattr(widget, "help_topic", None)
        if callable(ask) and (topic := str(ask())):
            return topic
        widget = widget.parentWidget()
    return ""


def selected_topic(session: Any) -> str:
    """The page of the one kind of layer that is selected; "" for none or several kinds."""
    kinds = {node.type for node in session.graph.nodes if node.id in session.selection}
    return f"layer:{kinds.pop()}" if len(kinds) == 1 else ""


def help_button(topic: Callable[[], str], name: str) -> QToolButton:
    """The small "?" beside a heading: opens the page that ``topic()`` names; ``name`` says of what."""
    made = QToolButton()
    made.setText("?")
    made.setProperty("look", "step")
    made.setFixedSize(24, 24)
    made.setToolTip(tr("Help on {what}", what=name))
    made.setAccessibleName(tr("Help on {what}", what=name))
    made.clicked.connect(lambda: open_topic(topic(), made))
    return made


def lead_to_pages(form: Any, topic: Callable[[str], str]) -> None:
    """Let the help of each field of ``form`` lead to a page: ``topic(name of the field)``."""
    form.offer_pages(offered=True)
    form.help_wanted.connect(lambda name: open_topic(topic(name), form))


def heading(words: str, topic: Callable[[], str], name: str = "") -> QWidget:
    """A section's heading with the small "?" beside it."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(label(words, "section"))
    row.addWidget(help_button(topic, name or words))
    row.addStretch(1)
    return made


def _opener_of(widget: QWidget | None) -> Opener | None:
    while widget is not None:
        known = _openers.get(widget.window())
        opener = known() if known is not None else None
        if opener is not None:
            return opener
        widget = widget.window().parentWidget()  # a window of a view belongs to the main one
    return None
