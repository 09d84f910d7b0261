"""The dialog that asks where to write, as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.dialogs.files import ask_save
from playground.ui.settings import settings

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


class Person(QTimer):
    """Types a name, accepts, answers the question about an old file; gives up when the answer was no."""

    def __init__(self, name: str, answer: QMessageBox.StandardButton) -> None:
        super().__init__(interval=20)
        self.name, self.answer = name, answer
        self.questions: list[str] = []
        self._typed = False
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            self.questions.append(dialog.text())
            dialog.button(self.answer).click()
        elif isinstance(dialog, QFileDialog) and self._typed:
            dialog.reject()
        elif isinstance(dialog, QFileDialog):
            self._typed = True
            dialog.findChild(QLineEdit).setText(self.name)
            QTimer.singleShot(0, dialog.accept)  # a timer does not come again while it is being answered


@pytest.mark.parametrize(("answer", "chosen"), [(YES, "run.csv"), (NO, None)])
def test_an_old_file_is_asked_for_also_without_its_ending(
    answer: QMessageBox.StandardButton, chosen: str | None, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "run.csv").write_text("old", encoding="utf-8")
    settings().folder = tmp_path
    parent = QWidget()
    qtbot.addWidget(parent)
    person = Person("run", answer)
    path = ask_save(parent, "Export values", "curves", ".csv", "Comma-separated values (*.csv)")
    person.stop()
    assert path == (None if chosen is None else tmp_path / chosen)
    assert len(person.questions) == 1
    assert "run.csv" in person.questions[0]


def test_a_new_file_gets_its_ending_without_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    settings().folder = tmp_path
    parent = QWidget()
    qtbot.addWidget(parent)
    person = Person("mine", YES)
    assert ask_save(parent, "Export values", "run", ".csv", "Comma-separated values (*.csv)") == tmp_path / "mine.csv"
    person.stop()
    assert person.questions == []
