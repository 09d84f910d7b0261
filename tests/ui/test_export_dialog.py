"""File ▸ Export in the real window: a format, a place, and the proof where it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from networks import classifier
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from playground import protocol
from playground.training.export_formats import EXPORT_FORMATS
from playground.ui.export import ExportDialog
from playground.ui.export.outcome import facts_of, warning_of
from playground.ui.main_window import MainWindow
from playground.ui.settings import settings

OpenWindow = Callable[..., MainWindow]
LONG = 100_000
PROOF = protocol.Proof(64, True, (64, 7, 1), 2.2e-7, 1e-4, 64, 501_474, 4.31, 14.46, "onnxruntime 1.2.3")


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window whose network is trained."""
    made = open_window(in_thread=True)
    settings().folder = tmp_path
    made.session.open(classifier(epochs=1).replace(title="My digits"))
    made.show_workbench()
    with qtbot.waitSignal(made.controller.run_finished, timeout=LONG):
        made.controller.run()
    return made


def dialog_of(window: MainWindow) -> ExportDialog:
    window.menu_actions.export.trigger()
    dialog = window.files.export_dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_it_opens_with_ctrl_e_on_the_project_s_name_in_the_folder_used_last(window: MainWindow, tmp_path: Path) -> None:
    assert [keys.toString() for keys in window.menu_actions.export.shortcuts()] == ["Ctrl+E", "Ctrl+Shift+E"]
    dialog = dialog_of(window)
    assert not dialog.isModal()  # the window goes on
    assert dialog.cards.format.name == "onnx"
    assert dialog.path_line.text() == str(tmp_path / "my-digits.onnx")


def test_the_name_follows_the_format_and_what_was_typed_stays(window: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    names = {}
    for name in EXPORT_FORMATS:
        dialog.cards.card(name).click()
        names[name] = Path(dialog.path_line.text()).name
    assert names == {
        "onnx": "my-digits.onnx", "py": "my-digits-python", "safetensors": "my-digits.safetensors",
        "pt": "my-digits.pt", "pt2": "my-digits.pt2",
    }  # fmt: skip
    dialog.path_line.setText(str(tmp_path / "mine.v2.pt2"))
    dialog.choose("onnx")
    assert dialog.path_line.text() == str(tmp_path / "mine.v2.onnx")
    dialog.choose("py")
    assert dialog.path_line.text() == str(tmp_path / "mine.v2")


def test_an_export_ends_with_its_proof_in_the_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    dialog.choose("safetensors")
    dialog.path_line.setText(str(tmp_path / "weights"))  # the suffix goes without saying
    stages: list[str] = []
    window.controller.export_progress.connect(lambda event: stages.append(dialog.outcome.text()))
    with qtbot.waitSignal(window.controller.exported, timeout=LONG):
        dialog.export_button.click()
        assert not dialog.export_button.isEnabled()
        assert dialog.outcome.cancel_button.isVisible()
    assert stages == ["Starting…", "Writing the file…", "Reading it in a clean process and comparing…"]
    assert (tmp_path / "weights.safetensors").is_file()
    text = dialog.outcome.text()
    assert text.startswith("weights.safetensors agrees with the network.")
    assert "Same class: 64 of 64 test samples" in text
    assert "in a clean process, at batches of 64, 7 and 1" in text
    assert dialog.export_button.isEnabled()
    assert window.messages.texts == window.toasts.texts == []  # told once
    dialog.outcome.copy_button.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path / "weights.safetensors")
    assert settings().folder == tmp_path


def test_show_in_folder_opens_the_folder(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    outcome = dialog_of(window).outcome
    outcome.show_proof(protocol.Exported(1, str(tmp_path / "m.onnx"), "onnx", (), (), PROOF))
    outcome.show_button.click()
    (tmp_path / "net").mkdir()
    outcome.show_proof(protocol.Exported(1, str(tmp_path / "net"), "py", (), (), PROOF))
    outcome.show_button.click()
    assert [url.toLocalFile() for url in shown] == [str(tmp_path), str(tmp_path / "net")]


def test_what_goes_wrong_is_told_in_the_dialog_alone(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    dialog.path_line.setText("")
    dialog.export_button.click()
    assert dialog.outcome.text() == "Say where to write it. Type a path, or choose one with Browse."
    dialog.path_line.setText(str(tmp_path / "nowhere" / "m.onnx"))
    with qtbot.waitSignal(window.controller.request_failed, timeout=LONG):
        dialog.export_button.click()
    assert "there is no folder" in dialog.outcome.text()
    assert dialog.export_button.isEnabled()
    assert window.messages.texts == window.toasts.texts == []


def test_cancelling_leaves_nothing_and_lets_one_try_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    before = set(tmp_path.iterdir())
    with qtbot.waitSignal(window.controller.export_progress, timeout=LONG):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.controller.request_failed, timeout=LONG):
        dialog.outcome.cancel_button.click()
        assert dialog.outcome.text() == "Cancelling…"
    assert dialog.outcome.text() == ""
    assert dialog.export_button.isEnabled()
    assert set(tmp_path.iterdir()) == before
    assert window.messages.texts == window.toasts.texts == []


def test_closed_while_it_works_the_window_tells_the_end(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    dialog.choose("pt")
    dialog.export_button.click()
    with qtbot.waitSignal(window.controller.exported, timeout=LONG):
        dialog.close_button.click()
    assert (tmp_path / "my-digits.pt").is_file()
    (told,) = window.toasts.texts
    assert told.startswith(f"Exported {tmp_path / 'my-digits.pt'}. Compared with the network: largest difference")
    assert "the same class for 64 of 64" in told


def test_the_name_that_is_proposed_is_free(window: MainWindow, tmp_path: Path) -> None:
    for name in ("my-digits.onnx", "my-digits-2.onnx", "my-digits.pt"):
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "my-digits-python").mkdir()
    dialog = dialog_of(window)
    names = {}
    for name in EXPORT_FORMATS:
        dialog.cards.card(name).click()
        names[name] = Path(dialog.path_line.text()).name
        assert dialog._replaces.text() == ""
    assert names == {
        "onnx": "my-digits-3.onnx", "py": "my-digits-2-python", "safetensors": "my-digits.safetensors",
        "pt": "my-digits-2.pt", "pt2": "my-digits.pt2",
    }  # fmt: skip


def test_a_file_that_is_there_is_replaced_at_the_second_press_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "mine.pt"
    target.write_bytes(b"old")
    dialog = dialog_of(window)
    dialog.choose("pt")
    dialog.path_line.setText(str(target))
    assert dialog._replaces.text() == "mine.pt is there already; Export asks before it replaces it."
    dialog.export_button.click()
    assert dialog.export_button.text() == "Replace"
    assert dialog._replaces.text() == "mine.pt is there already. Press Replace to write over it, or give another name."
    dialog.path_line.setText(str(tmp_path / "mine"))  # thought better of it; but the suffix makes it the same file
    assert dialog.export_button.text() == "Export"
    dialog.export_button.click()
    assert (dialog.export_button.text(), dialog.path_line.text()) == ("Replace", str(target))
    assert target.read_bytes() == b"old"
    with qtbot.waitSignal(window.controller.exported, timeout=LONG):
        dialog.export_button.click()
    assert dialog.outcome.text().startswith("Replaced mine.pt; it agrees with the network.")
    assert dialog.export_button.text() == "Export"
    assert target.read_bytes() != b"old"
    dialog.export_button.click()  # its own file is asked about as any other
    assert dialog.export_button.text() == "Replace"


def test_a_folder_of_an_earlier_export_is_asked_about_too(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    dialog.choose("py")
    folder = tmp_path / "net"
    folder.mkdir()  # nothing in it: nothing to lose
    dialog.path_line.setText(str(folder))
    with qtbot.waitSignal(window.controller.exported, timeout=LONG):
        dialog.export_button.click()
    assert dialog.outcome.text().startswith("net agrees with the network.")
    dialog.export_button.click()
    assert dialog.export_button.text() == "Replace"
    with qtbot.waitSignal(window.controller.exported, timeout=LONG):
        dialog.close_button.click()
        window.menu_actions.export.trigger()
        dialog.path_line.setText(str(folder))
        dialog.export_button.click()
        dialog.export_button.click()
        dialog.close_button.click()
    assert window.toasts.texts[0].startswith(f"Replaced {folder}.")


def test_what_was_confirmed_in_the_file_dialog_is_not_asked_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there.onnx").write_bytes(b"old")
    dialog = dialog_of(window)
    monkeypatch.setattr("playground.ui.export.dialog.ask_save", lambda *_: tmp_path / "there.onnx")
    dialog._browse.click()
    assert dialog.export_button.text() == "Replace"


@pytest.mark.parametrize("keys", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_the_shortcut_reaches_the_window_from_a_text_field(
    window: MainWindow, qtbot: QtBot, keys: Qt.KeyboardModifier
) -> None:
    field = window.palette_panel.search_field
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "co")
    qtbot.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | keys)
    assert window.files.export_dialog is not None
    assert window.files.export_dialog.isVisible()
    assert field.text() == "co"


def test_it_follows_the_project_that_is_open(window: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(window)
    dialog.close_button.click()
    window.toolbar.title.setText("Other name")
    window.toolbar.title.editingFinished.emit()
    assert dialog_of(window).path_line.text() == str(tmp_path / "other-name.onnx")


def test_without_weights_any_more_it_says_so(window: MainWindow) -> None:
    dialog = dialog_of(window)
    window.controller.reset()
    dialog.export_button.click()
    assert dialog.outcome.text() == "Nothing is trained yet. Press Run first, or open a trained bundle."
    assert dialog.export_button.isEnabled()


def test_the_facts_of_a_proof() -> None:
    assert dict(facts_of(protocol.Exported(1, "/a/m.onnx", "onnx", (), ("/a/m.onnx",), PROOF))) == {
        "Same class": "64 of 64 test samples",
        "Difference": "at most 2.2e-07; up to 1.0e-04 would be rounding",
        "Size": "489.7 KB",
        "Speed": "4.31 ms for 64 samples; in this program 14.5 ms",
        "Checked with": "onnxruntime 1.2.3 in a clean process, at batches of 64, 7 and 1",
        "Read it with": "onnxruntime.InferenceSession(path)",
    }


def test_random_samples_are_called_so() -> None:
    proof = protocol.Proof(64, False, (64, 7, 1), 0.0, 1e-4, None, 10, 1.0, 1.0, "torch 2")
    facts = dict(facts_of(protocol.Exported(1, "/a/m.pt", "pt", (), (), proof)))
    assert "Same class" not in facts
    assert "random samples" in warning_of(proof)
    assert warning_of(PROOF) == ""
