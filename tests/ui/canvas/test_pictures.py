"""Pictures of the canvas, read back from their files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from playground.core.annotations import Note
from playground.core.frame_edits import AddAnnotations, framed
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.link_gauge import Gauge
from playground.ui.canvas.picture.choices import MARGIN, Choices, TooLarge, page_points, pixels
from playground.ui.canvas.picture.dialog import PictureDialog
from playground.ui.canvas.picture.drawing import Drawing
from playground.ui.canvas.picture.writing import file_of
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme

WHITE = QColor("white")


@pytest.fixture
def drawn(panel: CanvasPanel, session: ProjectSession) -> Callable[[Choices], tuple[bytes, QRectF]]:
    """Draws the network, which has a frame and a note, too."""
    frame = framed(session.graph, frozenset({"conv1", "flatten1"}), "Feature maps", "green")
    assert frame is not None
    note = Note(id="note1", text="Read **me**", x=700.0, y=240.0)
    session.do(AddAnnotations("Classifier", (frame,), (note,)))

    def draw(choices: Choices) -> tuple[bytes, QRectF]:
        drawing = Drawing(session, panel.view.canvas_scene, choices, panel.view.zoom)
        slices = file_of(drawing, choices, "A test")
        while True:
            try:
                next(slices)
            except StopIteration as end:
                return end.value, drawing.area

    return draw


def test_a_png_has_the_pixels_of_its_scale_and_a_margin_of_paper(drawn) -> None:
    sizes = []
    for scale in (1, 3):
        content, area = drawn(Choices("png", scale))
        image = QImage.fromData(content)
        assert image.size() == QSize(round(area.width() * scale), round(area.height() * scale))
        assert image.pixelColor(2, 2) == WHITE
        assert image.text("Title") == "A test"
        sizes.append(image.width())
        # the head of the Input's card, in the colour of its family
        head = QColor(image.pixelColor(round((40 - area.x()) * scale), round((5 - area.y()) * scale)))
        assert head == theme().family("data")
    assert abs(sizes[1] - 3 * sizes[0]) <= 2
    assert area.left() <= -MARGIN


def test_neither_theme_nor_selection_nor_zoom_are_seen_on_paper(drawn, panel: CanvasPanel, session, qapp) -> None:
    plain, _ = drawn(Choices("png", 1))
    theme().apply(qapp, "dark")
    panel.view.select_all()
    panel.view.navigator.zoom_to(0.2)
    assert drawn(Choices("png", 1))[0] == plain
    shown = QImage.fromData(drawn(Choices("png", 1, "shown"))[0])
    assert shown.pixelColor(2, 2) == theme().color("canvas")
    assert panel.view.canvas_scene.nodes["conv1"].selected
    assert theme().name == "dark"


def test_a_plain_one_shows_nothing_of_a_run_and_leaves_the_canvas_as_it_is(drawn, panel: CanvasPanel) -> None:
    plain, _ = drawn(Choices("png", 1, live=False))
    assert drawn(Choices("png", 1))[0] == plain  # before any run
    link = next(iter(panel.view.canvas_scene.links.values()))
    gauge = Gauge(thick=5.0, worry=2.0)
    link.show_gauge(gauge)
    note = panel.view.canvas_scene.annotations.notes["note1"].note
    assert drawn(Choices("png", 1))[0] != plain
    assert drawn(Choices("png", 1, live=False))[0] == plain
    assert link.gauge is gauge
    assert panel.view.canvas_scene.annotations.notes["note1"].note is note and note.text == "Read **me**"


def test_lines_are_plain_and_pixels_live_unless_one_says_otherwise(drawn, panel: CanvasPanel, qtbot) -> None:
    panel.pictures.ask()
    dialog = panel.pictures.dialog
    assert dialog is not None and dialog.choices.live
    dialog.format.setCurrentIndex(dialog.format.findData("svg"))
    dialog.format.activated.emit(dialog.format.currentIndex())
    assert not dialog.choices.live
    dialog.shows.setCurrentIndex(dialog.shows.findData("live"))
    assert dialog.choices.format == "svg" and dialog.choices.live
    dialog.reject()


def test_a_transparent_one_has_no_ground(drawn) -> None:
    image = QImage.fromData(drawn(Choices("png", 1, "transparent"))[0])
    assert image.pixelColor(2, 2).alpha() == 0


def test_a_part_is_cropped_and_has_only_its_own_links(drawn) -> None:
    whole, part = drawn(Choices("svg")), drawn(Choices("svg", only=frozenset({"conv1", "flatten1"})))
    assert part[1].width() < whole[1].width() / 1.5
    assert part[1].height() < 104 + 2 * MARGIN + 30
    text = part[0].decode()
    assert "Conv 2D" in text
    assert "Dense" not in text


def test_an_svg_shows_names_as_outlines_and_keeps_them_as_text(drawn, tmp_path: Path) -> None:
    content, area = drawn(Choices("svg"))
    text = content.decode("utf-8")
    for name in ("Input", "Conv 2D", "Flatten", "Dense", "ReLU", "Feature maps"):
        assert f"<title>{name}</title>" in text
    assert "<text" not in text
    assert text.count("<image") == 0  # nothing is pixels where nothing is a preview
    (tmp_path / "x.svg").write_bytes(content)
    renderer = QSvgRenderer(str(tmp_path / "x.svg"))
    assert renderer.isValid()
    assert renderer.defaultSize() == QSize(round(area.width()), round(area.height()))
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    pixels_shown = QImage.fromData(drawn(Choices("png", 1))[0])
    for x, y in ((40, 5), (300, 5), (500, 70), (760, 300)):
        one, other = (picture.pixelColor(round(x - area.x()), round(y - area.y())) for picture in (image, pixels_shown))
        assert max(abs(one.red() - other.red()), abs(one.green() - other.green())) <= 24, (x, y)


def test_a_pdf_has_one_page_of_the_networks_size(drawn) -> None:
    content, area = drawn(Choices("pdf"))
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", content)
    assert box is not None
    assert abs(float(box[1]) - area.width() * 0.75) <= 1
    assert abs(float(box[2]) - area.height() * 0.75) <= 1


def test_what_is_too_large_says_what_has_room() -> None:
    area = QRectF(0, 0, 9_000, 5_000)
    assert pixels(area, 1) == QSize(9_000, 5_000)
    with pytest.raises(TooLarge, match=r"18,000 × 10,000 pixels\. Scale 1 has room"):
        pixels(area, 2)
    with pytest.raises(TooLarge, match="Choose SVG or PDF"):
        pixels(QRectF(0, 0, 90_000, 5_000), 1)
    page = page_points(QRectF(0, 0, 100_000, 50_000))
    assert (round(page.width()), round(page.height())) == (14_400, 7_200)


def test_the_dialog_writes_what_is_chosen(drawn, panel: CanvasPanel, session, tmp_path: Path, qtbot) -> None:
    session.select(["conv1", "flatten1"])
    panel.export_picture()
    dialog = panel.pictures.dialog
    assert isinstance(dialog, PictureDialog)
    assert dialog.part.currentData() == "selection"
    dialog.part.setCurrentIndex(0)
    dialog.format.setCurrentIndex(1)
    assert not dialog.scale.isEnabled()
    with qtbot.waitSignal(dialog.saved):
        dialog.write(tmp_path / "net.svg")
    assert b"Dense" in (tmp_path / "net.svg").read_bytes()


def test_a_place_that_cannot_be_written_is_told_and_the_old_file_stays(
    drawn, panel: CanvasPanel, tmp_path: Path, qtbot
) -> None:
    panel.export_picture()
    dialog = panel.pictures.dialog
    assert dialog is not None
    dialog.write(tmp_path / "gone" / "net.png")
    qtbot.waitUntil(lambda: bool(dialog.message.text()))
    assert "cannot be saved" in dialog.message.text()
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_an_empty_network_has_nothing_to_draw(panel: CanvasPanel, session: ProjectSession, qtbot) -> None:
    panel.view.select_all()
    panel.view.delete_selection()
    with qtbot.waitSignal(session.refused) as refused:
        panel.copy_picture()
    assert refused.args == ["There is nothing to draw yet."]


def test_a_picture_on_the_clipboard(drawn, panel: CanvasPanel, qtbot) -> None:
    QGuiApplication.clipboard().clear()  # another test may have left a picture
    panel.copy_picture()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    assert QGuiApplication.clipboard().image().width() > 1600
