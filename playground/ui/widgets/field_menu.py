"""What the right mouse button, or the menu key, offers on a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from playground.core.language import tr

if TYPE_CHECKING:
    from playground.ui.widgets.field_row import FieldRow


def field_menu(row: FieldRow) -> QMenu:
    """Copy and paste the value, give the default back, use it everywhere, say what it is."""
    menu = QMenu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    editor, clipboard, able = row.editor, QGuiApplication.clipboard(), row.editor.isEnabled()
    copy = menu.addAction(tr("Copy value"), lambda: clipboard.setText(editor.copied()))
    copy.setEnabled(bool(editor.copied()))
    paste = menu.addAction(tr("Paste value"), lambda: editor.paste(clipboard.text()))
    paste.setEnabled(able and bool(clipboard.text().strip()))
    menu.addSeparator()
    reset = menu.addAction(tr("Reset to {value}", value=row.default_text()), row.reset_value)
    reset.setEnabled(able and row.changed)
    if row.spreads:
        spread = menu.addAction(tr("Set for all layers of this kind"), lambda: row.spread_wanted.emit(row.field.name))
        spread.setEnabled(able)
    menu.addSeparator()
    menu.addAction(tr("What is this?"), row.toggle_help)
    return menu
