"""The style sheet, from the tokens of one theme. Widgets choose a look by property, never by colours of their own.

Properties: ``look`` on buttons ("primary", "quiet", "link", "danger", "choice"), on labels ("title", "display",
"caption", "muted", "mono", "good", "warn", "bad"), on frames ("card", "panel", "canvas").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SHEET = """
* { font-size: {type.body}; }
QMainWindow, QDialog { background: {bg}; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: {raised}; color: {text}; border: 1px solid {line}; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: {type.title}; font-weight: 600; }
QLabel[look="display"] { font-size: {type.display}; font-weight: 600; }
QLabel[look="section"] { font-size: {type.caption}; font-weight: 600; color: {muted}; }
QLabel[look="caption"] { font-size: {type.caption}; color: {muted}; }
QLabel[look="muted"] { color: {muted}; }
QLabel[look="mono"] { font-family: "JetBrains Mono", monospace; }
QLabel[look="good"] { color: {good}; }
QLabel[look="warn"] { color: {warn}; }
QLabel[look="bad"] { color: {bad}; }
QFrame[look="panel"] { background: {surface}; border: none; }
QFrame[look="card"] { background: {raised}; border: 1px solid {line}; border-radius: {radius.card}; }
QFrame[look="card"]:hover { border-color: {accent}; }
QFrame[look="card"]:focus { border: 2px solid {accent}; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="chip"] {
  background: {accentSoft}; color: {accentText}; border-radius: {radius.pill}; padding: 0 14px;
  font-size: {type.small}; font-weight: 600;
}
QLineEdit[look="title"] {
  font-size: {type.title}; font-weight: 600; background: transparent; border-color: transparent; padding: 3px 6px;
}
QLineEdit[look="title"]:hover { border-color: {line}; }
QLineEdit[look="title"]:focus { background: {bg}; border-color: {accent}; }
QFrame[look="toolbar"] { background: {surface}; border: none; border-bottom: 1px solid {line}; }
QFrame[look="message"] { background: {raised}; border: 1px solid {accent}; border-left: 4px solid {accent};
  border-radius: {radius.panel}; }
QFrame[look="message"][kind="error"] { border-color: {bad}; }
QFrame[look="message"][kind="warning"] { border-color: {warn}; }
QFrame[look="message"][kind="done"] { border-color: {good}; }
QTextEdit[look="bare"] { background: transparent; border: none; padding: 0; min-height: 0; }
QLabel[look="breadcrumb"] {
  font-size: {type.small}; background: {raised}; border: 1px solid {line}; border-radius: {radius.control};
  padding: 0 10px;
}
QTabBar::scroller { width: 48px; }
QTabBar QToolButton { background: {raised}; border: 1px solid {line}; border-radius: {radius.small}; }
QTabBar QToolButton[look="close"] { background: transparent; border-color: transparent; color: {muted}; padding: 0; }
QTabBar QToolButton[look="close"]:hover { background: {accentSoft}; color: {text}; }
QToolButton[look="tab"] { background: transparent; border: 1px solid transparent; border-radius: {radius.control};
  color: {muted}; font-size: {type.small}; padding: 0 8px; }
QToolButton[look="tab"]:hover { background: {raised}; color: {text}; }
QToolButton[look="tab"]:focus { border-color: {accent}; }
QToolButton[look="choice"] { background: transparent; border: 1px solid transparent; border-radius: {radius.pill};
  color: {muted}; font-size: {type.small}; padding: 0 10px; }
QToolButton[look="choice"]:hover { background: {raised}; color: {text}; }
QToolButton[look="choice"]:checked { background: {accentSoft}; color: {accentText}; font-weight: 600; }
QToolButton[look="choice"]:focus { border-color: {accent}; }
QFrame[look="line"] { background: {line}; border: none; max-height: 1px; }
QPushButton, QToolButton[look="quiet"] {
  background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: {radius.control}; padding: 5px 14px;
  min-height: 18px;
}
QPushButton:hover, QToolButton[look="quiet"]:hover { border-color: {muted}; }
QPushButton:pressed, QPushButton:checked { background: {accentSoft}; border-color: {accent}; }
QPushButton:focus, QToolButton[look="quiet"]:focus { border: 2px solid {accent}; padding: 4px 13px; }
QPushButton:disabled, QToolButton[look="quiet"]:disabled {
  color: {muted}; background: {bg}; border-color: {line};
}
QPushButton[look="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600; }
QPushButton[look="primary"]:hover { background: {accentHover}; color: {onAccent}; }
QPushButton[look="primary"]:focus { border: 2px solid {text}; padding: 4px 13px; }
QPushButton[look="primary"]:disabled { background: {line}; color: {muted}; border-color: {line}; }
QPushButton[look="danger"] { color: {bad}; }
QPushButton[look="choice"] { background: {raised}; border: 1px solid {edge}; border-radius: {radius.card}; padding: 0;
  min-height: 46px; }
QPushButton[look="choice"]:hover, QPushButton[look="choice"]:focus { border-color: {accent}; }
QPushButton[look="choice"]:checked { background: {accentSoft}; border-color: {accent}; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; border-radius: {radius.small};
  color: {accentText}; padding: 2px 3px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid {accent}; padding: 2px 3px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: {radius.control}; padding: 4px;
  color: {text}; }
QToolButton:hover { background: {accentSoft}; }
QToolButton:checked { background: {accentSoft}; color: {accentText}; }
QToolButton:focus { border-color: {accent}; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: {bg}; color: {text}; border: 1px solid {edge}; border-radius: {radius.control}; padding: 4px 8px;
  min-height: 18px;
  selection-background-color: {accent}; selection-color: {onAccent};
}
QLineEdit { placeholder-text-color: {muted}; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus {
  border: 2px solid {accent}; padding: 3px 7px;
}
QLineEdit[look="title"]:focus { border: 1px solid {accent}; padding: 3px 6px; }
QComboBox:focus { border: 2px solid {accent}; padding: 3px 7px 3px 9px; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QDoubleSpinBox[wrong="true"], QComboBox[wrong="true"] {
  border-color: {bad};
}
QFrame[look="field"] { background: {bg}; border: 1px solid {edge}; border-radius: {radius.control}; min-height: 26px; }
QFrame[look="field"][focused="true"] { border-color: {accent}; }
QFrame[look="field"][wrong="true"] { border-color: {bad}; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus { background: transparent; border: none; padding: 0; }
QLineEdit[look="heading"] {
  background: transparent; border-color: transparent; font-size: {type.display}; font-weight: 600; padding: 0 4px 0 0;
  min-height: 30px;
}
QComboBox { padding-left: 10px; }
QComboBox:editable { padding-left: 8px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit[look="heading"]:hover { border-color: {line}; }
QLineEdit[look="heading"]:focus { background: {bg}; border: 1px solid {accent}; padding: 0 4px 0 0; }
QToolButton[look="step"] { padding: 0; color: {muted}; }
QToolButton[look="step"]:hover { color: {text}; }
QLabel[look="bad-caption"] { font-size: {type.caption}; color: {bad}; }
QLabel[look="good-caption"] { font-size: {type.caption}; color: {good}; }
QLabel[look="warn-caption"] { font-size: {type.caption}; color: {warn}; }
QLabel[look="hint"] { font-size: {type.caption}; color: {accentText}; }
QFrame[look="help"] { background: {accentSoft}; border: none; border-radius: {radius.control}; }
QLabel[look="help-marked"] { background: {accentSoft}; border-radius: {radius.control}; padding: 6px 8px; }
QLabel[look="help-title"] { font-size: {type.display}; font-weight: 600; }
QLabel[look="help-heading"] { font-size: {type.title}; font-weight: 600; }
QLabel[look="help-reference"] { font-size: {type.caption}; }
QFrame[look="popup"] { background: {raised}; border: 1px solid {line}; }
QFrame[look="code"] { background: {bg}; border: 1px solid {line}; border-radius: {radius.control}; }
QPlainTextEdit[look="code"], QPlainTextEdit[look="code"]:focus {
  background: transparent; border: none; padding: 0; font-size: {type.small};
}
QFrame[look="row"] { background: transparent; border: 1px solid transparent; border-radius: {radius.control}; }
QFrame[look="row"]:hover { background: {accentSoft}; }
QFrame[look="row"]:focus { border-color: {accent}; }
QPushButton[look="status"] {
  background: transparent; border: 1px solid transparent; padding: 2px 4px; font-size: {type.caption}; min-height: 18px;
}
QPushButton[look="status"][tone="muted"] { color: {muted}; }
QPushButton[look="status"]::menu-indicator { image: none; width: 0; }
QPushButton[look="status"]:hover { text-decoration: underline; }
QPushButton[look="status"]:focus { border-color: {accent}; }
QPushButton[look="status"][tone="good"] { color: {good}; }
QPushButton[look="status"][tone="warn"] { color: {warn}; }
QPushButton[look="status"][tone="bad"] { color: {bad}; }
QPushButton[look="fold"] {
  background: transparent; border: 1px solid transparent; color: {muted}; font-size: {type.caption}; font-weight: 600;
  padding: 3px 6px 3px 16px; text-align: left;
}
QPushButton[look="fold"]:hover { color: {text}; }
QPushButton[look="fold"]:focus { border-color: {accent}; }
QPushButton[look="fold"]:checked { background: transparent; border-color: transparent; }
QPushButton[look="fold"]:checked:focus { border-color: {accent}; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
  background: {raised}; border: 1px solid {edge}; selection-background-color: {accentSoft}; selection-color: {text};
  outline: none; padding: 3px;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; }
QComboBox QAbstractItemView::item:hover { background: {accentSoft}; color: {text}; }
QComboBox QAbstractItemView::item:selected { background: {accentSoft}; color: {text}; }
QCheckBox { spacing: 8px; }
QProgressBar { background: {line}; border: none; border-radius: {radius.bar}; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: {radius.bar}; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: {muted}; padding: 8px 4px 6px 4px; margin-right: 20px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: {text}; font-weight: 600; border-bottom-color: {accent}; }
QTabBar::tab:hover { color: {text}; }
QTabWidget::pane { border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {edge}; border-radius: {radius.bar}; min-height: 28px; min-width: 28px;
  margin: 2px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider::groove:horizontal { height: 4px; background: {line}; border-radius: {radius.thin}; }
QSlider::sub-page:horizontal { background: {accent}; border-radius: {radius.thin}; }
QSlider::handle:horizontal { background: {accent}; width: 14px; margin: -5px 0; border-radius: {radius.knob}; }
QSplitter::handle { background: {line}; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: {surface}; color: {text}; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: {accentSoft}; border-radius: {radius.small}; }
QMenu { background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 6px 32px 6px 12px; min-width: 150px; border-radius: {radius.small}; }
QMenu::item:selected { background: {accentSoft}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QListView, QTreeView, QTableView { background: {raised}; border: none; outline: none; }
QMainWindow QListView, QMainWindow QTreeView, QMainWindow QTableView, QDialog QListView, QDialog QTreeView,
QDialog QTableView { background: transparent; }
QListView::item, QTreeView::item { padding: 4px 6px; border-radius: {radius.control}; color: {text}; }
QListView::item:hover, QTreeView::item:hover { background: {accentSoft}; }
QListView::item:selected, QTreeView::item:selected { background: {accentSoft}; color: {text}; }
QTreeView[look="table"] { show-decoration-selected: 1; }
QTreeView[look="table"]::item { padding: 3px 6px; border-radius: 0; }
QTreeView[look="table"] QHeaderView::section { font-size: {type.caption}; padding: 4px 9px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line};
  padding: 6px; }
"""


# High contrast: what is merely tinted elsewhere has a border here.
_HIGH_CONTRAST = """
QToolButton:hover, QToolButton:checked, QToolButton[look="choice"]:checked { border: 1px solid {accent}; }
QToolButton:focus, QToolButton[look="tab"]:focus, QToolButton[look="choice"]:focus, QFrame[look="row"]:focus,
QPushButton[look="status"]:focus, QPushButton[look="fold"]:focus, QPushButton[look="link"]:focus {
  border: 2px solid {accent};
}
QFrame[look="card"], QFrame[look="popup"], QFrame[look="message"], QMenu, QToolTip { border: 1px solid {edge}; }
QFrame[look="row"]:hover, QMenu::item:selected, QMenuBar::item:selected { border: 1px solid {accent}; }
QMenu::item { border: 1px solid transparent; }
QLabel[look="chip"] { border: 1px solid {accent}; }
QListView::item:hover, QListView::item:selected, QTreeView::item:hover, QTreeView::item:selected {
  border: 1px solid {accent};
}
QSlider::groove:horizontal, QProgressBar { background: {bg}; border: 1px solid {edge}; }
QPushButton:disabled { border: 1px dashed {line}; }
QTabBar::tab:selected { border-bottom-width: 3px; }
"""


def style_sheet(tokens: Mapping[str, Any], name: str) -> str:
    """The sheet for the theme ``name`` of the token file: colours by their names, ``{radius.…}`` and ``{type.…}``."""
    values = dict(tokens["themes"][name])
    values |= {f"radius.{size}": f"{pixels}px" for size, pixels in tokens["radius"].items()}
    values |= {f"type.{size}": f"{pixels}px" for size, pixels in tokens["type"]["sizes"].items()}
    sheet = _SHEET + (_HIGH_CONTRAST if name.startswith("contrast") else "")
    for key, value in values.items():
        sheet = sheet.replace(f"{{{key}}}", str(value))
    return sheet
