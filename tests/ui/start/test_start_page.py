"""The start page by mouse and by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from networks import chain
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core import presets
from playground.core.project import DataSettings, Project, TaskSettings
from playground.core.resources import resource_path
from playground.ui.lessons.catalogue import LESSONS
from playground.ui.main_window import MainWindow
from playground.ui.start import StartPage
from playground.ui.start.groups import grouped
from playground.ui.start.thumbnail import MOTIF, Thumbnail
from playground.ui.theme import theme


def shown(qtbot: QtBot, page: StartPage, width: int = 1280, height: int = 800) -> StartPage:
    """The page with its presets, which come after the first picture."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitSignal(page.filled), qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_presets_stand_under_headings_and_the_one_that_needs_no_network_stands_first(qtbot: QtBot) -> None:
    page = shown(qtbot, StartPage())
    assert next(iter(page.grids)) == "First steps"
    assert page.cards[0].accessibleName() == "Open preset: Digits · convolutional"
    assert sorted(card.key for card in page.cards) == list(presets.preset_names())
    with qtbot.waitSignal(page.preset_chosen) as chosen:
        qtbot.mouseClick(page.cards[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["digits-cnn"]


@pytest.mark.parametrize(
    ("task", "dataset", "heading"),
    [
        ("supervised", "mnist", "Images"), ("supervised", "wine", "Tables"), ("supervised", "moons", "Points"),
        ("forecasting", "sines", "Sequences and text"), ("text", "sentiment", "Sequences and text"),
        ("vae", "mnist", "Generative networks and codes"), ("gan", "ring", "Generative networks and codes"),
        ("supervised", "table", "Tables"), ("supervised", "image-folder", "Images"),
        ("unheard of", "nothing", "Others"),
    ],
)  # fmt: skip
def test_a_preset_stands_under_what_it_learns_or_learns_from(task: str, dataset: str, heading: str) -> None:
    project = Project(task=TaskSettings(type=task), data=DataSettings(dataset=dataset))
    assert list(grouped([presets.Preset("mine", Path("mine.json"), project)])) == [heading]


def test_everything_can_be_reached_and_chosen_with_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, StartPage(recent_files=lambda: [str(tmp_path / "mine.json")]))
    chosen: list[str] = []
    page.preset_chosen.connect(chosen.append)
    page.file_chosen.connect(chosen.append)
    page.task_requested.connect(lambda: chosen.append("task"))
    page.new_requested.connect(lambda: chosen.append("new"))
    page.open_requested.connect(lambda: chosen.append("open"))
    page.lesson_chosen.connect(chosen.append)
    page.task_button.setFocus()
    reached = []
    keys = [card.key for card in page.cards]
    lessons = [lesson.name for lesson in LESSONS]
    for _ in range(5 + len(lessons) + len(keys)):
        widget = page.focusWidget()
        reached.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert chosen == ["task", "new", "open", str(tmp_path / "mine.json"), *lessons, *keys], reached


def test_recent_files_are_read_again_and_gone_when_there_are_none(qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.playground"]
    page = shown(qtbot, StartPage(recent_files=lambda: files))
    assert len(page.recent_rows) == 2
    with qtbot.waitSignal(page.file_chosen) as chosen:
        qtbot.mouseClick(page.recent_rows[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [str(tmp_path / "two.playground")]
    files.clear()
    page.refresh()
    assert page.recent_rows == []


@pytest.mark.parametrize(("width", "columns"), [(1920, 4), (1280, 4), (960, 3), (700, 2), (420, 1)])
def test_cards_stand_beside_each_other_as_far_as_there_is_room(qtbot: QtBot, width: int, columns: int) -> None:
    page = shown(qtbot, StartPage(), width)

    def first_rows() -> list[int]:
        return [len([card for card in grid.cards if card.y() == 0]) for grid in page.grids.values()]

    wanted = [min(columns, len(grid.cards)) for grid in page.grids.values()]
    qtbot.waitUntil(lambda: first_rows() == wanted)
    for grid in page.grids.values():
        for card in grid.cards:
            assert card.geometry().right() <= grid.width()
            assert card.height() >= card.layout().totalHeightForWidth(card.width())


def test_a_broken_preset_is_named_and_the_page_is_there(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "torn.json").write_text('{"format": "neural-play', encoding="utf-8")
    shutil.copy(presets.presets_folder() / "digits-cnn.json", tmp_path)
    monkeypatch.setattr(presets, "presets_folder", lambda: tmp_path)
    page = shown(qtbot, StartPage())
    assert [card.key for card in page.cards] == ["digits-cnn"]
    assert "torn.json" in page._presets_note.text()
    assert page.new_button.isVisible()


def test_a_thumbnail_has_the_colours_of_its_families(qtbot: QtBot) -> None:
    graph = chain("Input", "Conv2D", "MaxPool2D")
    placed = graph.replace(nodes=tuple(node.replace(x=232.0 * i) for i, node in enumerate(graph.nodes)))
    thumbnail = Thumbnail(placed)
    qtbot.addWidget(thumbnail)
    thumbnail.resize(300, 116)
    image = thumbnail.grab().toImage()
    found = {image.pixelColor(x, y).name() for x in range(300) for y in range(116)}
    assert {theme().family(name).name() for name in ("data", "convolution", "pooling")} <= found
    assert theme().family("linear").name() not in found


def test_an_empty_network_has_an_empty_thumbnail(qtbot: QtBot) -> None:
    thumbnail = Thumbnail(chain())
    qtbot.addWidget(thumbnail)
    assert not thumbnail.grab().isNull()


# --- finding and going about by keys ---


def test_a_search_leaves_what_holds_every_word_and_says_when_that_is_nothing(qtbot: QtBot) -> None:
    page = shown(qtbot, StartPage())
    qtbot.keyClicks(page.search_field, "gan points")
    assert [card.key for card in page.found] == ["gan-2d"]
    assert [heading for heading, grid in page.grids.items() if grid.isVisible()] == ["Generative networks and codes"]
    page.search_field.setText("tables")  # a heading: all that stands under it
    assert {card.key for card in page.found} >= {"iris", "diabetes"}
    page.search_field.setText("zebra")
    assert page.found == []
    assert page.nothing_found.isVisible()
    assert page.nothing_found.text() == "No example matches “zebra”."
    qtbot.mouseClick(page.nothing_found.button, Qt.MouseButton.LeftButton)
    assert len(page.found) == len(page.cards)
    assert not page.nothing_found.isVisible()


def test_enter_in_the_search_opens_the_first_hit(qtbot: QtBot) -> None:
    page = shown(qtbot, StartPage())
    qtbot.keyClicks(page.search_field, "spiral")
    with qtbot.waitSignal(page.preset_chosen) as chosen:
        qtbot.keyClick(page.search_field, Qt.Key.Key_Return)
    assert chosen.args == ["spiral-2d"]


def test_arrows_lead_from_card_to_card_as_they_lie(qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.json" for number in range(3)]
    page = shown(qtbot, StartPage(recent_files=lambda: files))
    page.cards[0].setFocus()

    def go(*keys: Qt.Key) -> str:
        for key in keys:
            qtbot.keyClick(page.focusWidget(), key)
        return page.focusWidget().key

    assert go(Qt.Key.Key_Right) == page.cards[1].key
    assert go(Qt.Key.Key_Up) in [lesson.name for lesson in LESSONS]  # the one that lies right above
    assert go(Qt.Key.Key_Up) in map(str, files)
    assert go(Qt.Key.Key_Down, Qt.Key.Key_Down) == page.cards[1].key
    below = next(grid for heading, grid in page.grids.items() if heading == "Images").cards[1]
    assert go(Qt.Key.Key_Down) == below.key
    assert go(Qt.Key.Key_End) == page.cards[-1].key
    assert go(Qt.Key.Key_Down, Qt.Key.Key_Right) == page.cards[-1].key  # nothing beyond
    place = page.cards[-1].mapTo(page, page.cards[-1].rect().center())
    assert page.rect().contains(place)  # scrolled to it
    assert go(Qt.Key.Key_Home) == str(files[0])


# --- pictures ---


def test_a_recent_file_shows_its_network_and_title(qtbot: QtBot, tmp_path: Path) -> None:
    good, torn = tmp_path / "mine.json", tmp_path / "torn.json"
    shutil.copy(presets.presets_folder() / "digits-cnn.json", good)
    torn.write_text('{"format": ', encoding="utf-8")
    page = shown(qtbot, StartPage(recent_files=lambda: [good, torn]))
    first, second = page.recent_rows
    assert first.name.full_text == "Digits · convolutional"
    assert second.name.full_text == "torn"

    def colours(row: object) -> set[str]:
        image = row.thumbnail.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert theme().family("convolution").name() in colours(first)
    assert theme().family("convolution").name() not in colours(second)


def test_the_pictures_that_come_along_are_sharp_small_and_of_presets() -> None:
    folder = resource_path("thumbnails")
    names = {path.stem.rpartition("-")[0] for path in folder.glob("*.png")}
    assert len(names) >= 14
    assert names <= set(presets.preset_names())
    for name in names:
        for shade in ("light", "dark"):
            path = folder / f"{name}-{shade}.png"
            picture = QImage(str(path))
            assert (picture.width(), picture.height()) == (2 * MOTIF, 2 * MOTIF), path
            assert path.stat().st_size < 25_000, path


def test_a_card_with_such_a_picture_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    thumbnail = Thumbnail(chain("Input", "Dense"), preset="spiral-2d")
    qtbot.addWidget(thumbnail)
    thumbnail.resize(300, 116)
    try:
        light = thumbnail.grab().toImage().pixelColor(260, 30)
        theme().apply(qapp, "dark")
        assert thumbnail.grab().toImage().pixelColor(260, 30) != light
        assert theme().dark
    finally:
        theme().apply(qapp, "light")


def test_from_the_start_page_one_comes_back_to_what_is_open(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window()
    page = window.start_page
    assert page.back_button.isHidden()
    assert window.open_path(presets.presets_folder() / "digits-cnn.json")
    window.menu_actions.start_page.trigger()
    assert not window.on_workbench
    assert page.back_button.text() == "Back to “Digits · convolutional”"
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert window.on_workbench
    window.menu_actions.start_page.trigger()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.on_workbench
