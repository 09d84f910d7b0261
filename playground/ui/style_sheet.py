"""The style sheet, from the tokens of one theme. Widgets choose a look by property, never by colours of their own.

Properties: ``look`` on buttons ("primary", "quiet", "link", "danger", "choice"), on labels ("title", "display",
"caption", "muted", "mono", "good", "warn", "bad"), on frames ("card", "panel", "canvas").
"""

from __future__ import annotations

from collections.abc import Mapping

_SHEET = """
* { font-size: 13px; }
QMainWindow, QDialog { background: {bg}; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: {raised}; color: {text}; border: 1px solid {line}; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: 15px; font-weight: 600; }
QLabel[look="display"] { font-size: 22px; font-weight: 600; }
QLabel[look="section"] { font-size: 11px; font-weight: 600; color: {muted}; }
QLabel[look="caption"] { font-size: 11px; color: {muted}; }
QLabel[look="muted"] { color: {muted}; }
QLabel[look="mono"] { font-family: "JetBrains Mono", monospace; }
QLabel[look="good"] { color: {good}; }
QLabel[look="warn"] { color: {warn}; }
QLabel[look="bad"] { color: {bad}; }
QFrame[look="panel"] { background: {surface}; border: none; }
QFrame[look="card"] { background: {raised}; border: 1px solid {line}; border-radius: 10px; }
QFrame[look="card"]:hover, QFrame[look="card"]:focus { border-color: {accent}; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="chip"] {
  background: {accentSoft}; color: {accent}; border-radius: 13px; padding: 0 14px; font-size: 12px; font-weight: 600;
}
QLineEdit[look="title"] {
  font-size: 15px; font-weight: 600; background: transparent; border-color: transparent; padding: 3px 6px;
}
QLineEdit[look="title"]:hover { border-color: {line}; }
QLineEdit[look="title"]:focus { background: {bg}; border-color: {accent}; }
QFrame[look="toolbar"] { background: {surface}; border: none; border-bottom: 1px solid {line}; }
QFrame[look="message"] { background: {raised}; border: 1px solid {accent}; border-left: 4px solid {accent};
  border-radius: 8px; }
QFrame[look="message"][kind="error"] { border-color: {bad}; }
QFrame[look="message"][kind="warning"] { border-color: {warn}; }
QTextEdit[look="bare"] { background: transparent; border: none; padding: 0; min-height: 0; }
QLabel[look="breadcrumb"] {
  font-size: 12px; background: {raised}; border: 1px solid {line}; border-radius: 6px; padding: 0 10px;
}
QTabBar::scroller { width: 48px; }
QTabBar QToolButton { background: {raised}; border: 1px solid {line}; border-radius: 4px; }
QTabBar QToolButton[look="close"] { background: transparent; border-color: transparent; color: {muted}; padding: 0; }
QTabBar QToolButton[look="close"]:hover { background: {accentSoft}; color: {text}; }
QToolButton[look="tab"] { background: transparent; border: 1px solid transparent; border-radius: 6px; color: {muted};
  font-size: 12px; padding: 0 8px; }
QToolButton[look="tab"]:hover { background: {raised}; color: {text}; }
QToolButton[look="tab"]:focus { border-color: {accent}; }
QToolButton[look="choice"] { background: transparent; border: 1px solid transparent; border-radius: 12px;
  color: {muted}; font-size: 12px; padding: 0 10px; }
QToolButton[look="choice"]:hover { background: {raised}; color: {text}; }
QToolButton[look="choice"]:checked { background: {accentSoft}; color: {accent}; font-weight: 600; }
QToolButton[look="choice"]:focus { border-color: {accent}; }
QFrame[look="line"] { background: {line}; border: none; max-height: 1px; }
QPushButton, QToolButton[look="quiet"] {
  background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 5px 14px;
  min-height: 18px;
}
QPushButton:hover, QToolButton[look="quiet"]:hover { border-color: {muted}; }
QPushButton:pressed, QPushButton:checked { background: {accentSoft}; border-color: {accent}; }
QPushButton:focus, QToolButton[look="quiet"]:focus { border-color: {accent}; }
QPushButton:disabled, QToolButton[look="quiet"]:disabled { color: {muted}; background: {bg}; }
QPushButton[look="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600; }
QPushButton[look="primary"]:hover { background: {accentHover}; }
QPushButton[look="primary"]:disabled { background: {line}; color: {muted}; border-color: {line}; }
QPushButton[look="danger"] { color: {bad}; }
QPushButton[look="choice"] { background: {raised}; border: 1px solid {line}; border-radius: 10px; padding: 0;
  min-height: 46px; }
QPushButton[look="choice"]:hover, QPushButton[look="choice"]:focus { border-color: {accent}; }
QPushButton[look="choice"]:checked { background: {accentSoft}; border-color: {accent}; }
QPushButton[look="link"] { background: transparent; border: none; color: {accent}; padding: 3px 4px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; color: {text}; }
QToolButton:hover { background: {accentSoft}; }
QToolButton:checked { background: {accentSoft}; color: {accent}; }
QToolButton:focus { border-color: {accent}; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: {bg}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 4px 8px; min-height: 18px;
  selection-background-color: {accent}; selection-color: {onAccent};
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: {accent}; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QDoubleSpinBox[wrong="true"], QComboBox[wrong="true"] {
  border-color: {bad};
}
QFrame[look="field"] { background: {bg}; border: 1px solid {line}; border-radius: 6px; min-height: 26px; }
QFrame[look="field"][focused="true"] { border-color: {accent}; }
QFrame[look="field"][wrong="true"] { border-color: {bad}; }
QLineEdit[look="bare"] { background: transparent; border: none; padding: 0; }
QLineEdit[look="heading"] {
  background: transparent; border-color: transparent; font-size: 22px; font-weight: 600; padding: 0 4px 0 0;
}
QComboBox { padding-left: 10px; }
QComboBox:editable { padding-left: 8px; }
QComboBox QLineEdit { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit[look="heading"]:hover { border-color: {line}; }
QLineEdit[look="heading"]:focus { background: {bg}; border-color: {accent}; }
QToolButton[look="step"] { padding: 0; color: {muted}; }
QToolButton[look="step"]:hover { color: {text}; }
QLabel[look="bad-caption"] { font-size: 11px; color: {bad}; }
QFrame[look="popup"] { background: {raised}; border: 1px solid {line}; }
QFrame[look="code"] { background: {bg}; border: 1px solid {line}; border-radius: 6px; }
QPlainTextEdit[look="code"] { background: transparent; border: none; padding: 0; font-size: 12px; }
QFrame[look="row"] { background: transparent; border: 1px solid transparent; border-radius: 6px; }
QFrame[look="row"]:hover { background: {accentSoft}; }
QFrame[look="row"]:focus { border-color: {accent}; }
QPushButton[look="status"] {
  background: transparent; border: 1px solid transparent; padding: 2px 4px; font-size: 11px; min-height: 18px;
}
QPushButton[look="status"]:hover { text-decoration: underline; }
QPushButton[look="status"]:focus { border-color: {accent}; }
QPushButton[look="status"][tone="good"] { color: {good}; }
QPushButton[look="status"][tone="warn"] { color: {warn}; }
QPushButton[look="status"][tone="bad"] { color: {bad}; }
QPushButton[look="fold"] {
  background: transparent; border: 1px solid transparent; color: {muted}; font-size: 11px; font-weight: 600;
  padding: 3px 6px 3px 16px; text-align: left;
}
QPushButton[look="fold"]:hover { color: {text}; }
QPushButton[look="fold"]:focus { border-color: {accent}; }
QPushButton[look="fold"]:checked { background: transparent; border-color: transparent; }
QPushButton[look="fold"]:checked:focus { border-color: {accent}; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView {
  background: {raised}; border: 1px solid {line}; selection-background-color: {accentSoft}; selection-color: {text};
  outline: none;
}
QCheckBox { spacing: 8px; }
QProgressBar { background: {line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: {muted}; padding: 8px 4px 6px 4px; margin-right: 20px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: {text}; font-weight: 600; border-bottom-color: {accent}; }
QTabBar::tab:hover { color: {text}; }
QTabWidget::pane { border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {line}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider::groove:horizontal { height: 4px; background: {line}; border-radius: 2px; }
QSlider::sub-page:horizontal { background: {accent}; border-radius: 2px; }
QSlider::handle:horizontal { background: {accent}; width: 14px; margin: -5px 0; border-radius: 7px; }
QSplitter::handle { background: {line}; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: {surface}; color: {text}; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: {accentSoft}; border-radius: 4px; }
QMenu { background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 6px 32px 6px 12px; min-width: 150px; border-radius: 4px; }
QMenu::item:selected { background: {accentSoft}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QListView, QTreeView, QTableView { background: {raised}; border: none; outline: none; }
QMainWindow QListView, QMainWindow QTreeView, QMainWindow QTableView, QDialog QListView, QDialog QTreeView,
QDialog QTableView { background: transparent; }
QListView::item, QTreeView::item { padding: 4px 6px; border-radius: 6px; color: {text}; }
QListView::item:hover, QTreeView::item:hover { background: {accentSoft}; }
QListView::item:selected, QTreeView::item:selected { background: {accentSoft}; color: {text}; }
QTreeView[look="table"] { show-decoration-selected: 1; }
QTreeView[look="table"]::item { padding: 3px 6px; border-radius: 0; }
QTreeView[look="table"] QHeaderView::section { font-size: 11px; padding: 4px 9px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line};
  padding: 6px; }
"""


def style_sheet(colors: Mapping[str, str]) -> str:
    """The sheet for one theme's colours."""
    dark = colors["bg"] < "#8"
    named = {**colors, "onAccent": "#0F1319" if dark else "#FFFFFF", "accentHover": "#86B0FF" if dark else "#1F5FDB"}
    sheet = _SHEET
    for name, value in named.items():
        sheet = sheet.replace(f"{{{name}}}", value)
    return sheet
