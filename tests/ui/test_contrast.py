"""Whether everything can be read and told apart, in every theme: text, lines, families under colour-blind sight."""

from __future__ import annotations

import itertools
import math
import re

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from playground.core.layer import FAMILIES
from playground.core.presets import load_presets
from playground.ui.actions import Actions
from playground.ui.canvas.look import CanvasLook
from playground.ui.drawn_icons import family_icon
from playground.ui.settings import THEMES
from playground.ui.style_sheet import style_sheet
from playground.ui.theme import theme, tokens

LOOKS = ("light", "dark", "contrast-light", "contrast-dark")
GROUNDS = ("bg", "surface", "raised", "canvas", "node")

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHTS = {
    "normal": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                   [0.0193339, 0.1191920, 0.9503041]])  # fmt: skip
TEXTLESS = ('QFrame[look="line"]', "QProgressBar", "QSplitter::handle")
BESIDE, ANYWHERE = 10.0, 6.5  # least CIEDE2000 of families that stand beside each other, and of any two


def linear(color: str) -> np.ndarray:
    parts = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def ratio(one: str, other: str) -> float:
    low, high = sorted(float(linear(color) @ TO_XYZ[1]) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    part = (TO_XYZ @ np.clip(rgb, 0, 1)) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(part > 216 / 24389, np.cbrt(part), (24389 / 27 * part + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: np.ndarray, other: np.ndarray) -> float:
    """Sharma, Wu and Dalal (2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grey = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * grey, b1), math.hypot(a2 * grey, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * grey)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    angle = h1 + turn / 2 if c1 * c2 else h1 + h2
    cos = lambda degrees: math.cos(math.radians(degrees))  # noqa: E731
    t = 1 - 0.17 * cos(angle - 30) + 0.24 * cos(2 * angle) + 0.32 * cos(3 * angle + 6) - 0.2 * cos(4 * angle - 63)
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    away = (angle % 360 - 275) / 25
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(60 * math.exp(-(away**2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, hue / sh
    return math.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def apart(one: str, other: str) -> tuple[float, str]:
    """The distance under the sight that tells them apart least, and that sight."""
    return min((ciede2000(lab(m @ linear(one)), lab(m @ linear(other))), name) for name, m in SIGHTS.items())


def test_the_distance_agrees_with_published_pairs() -> None:
    """From the table of Sharma et al.: pairs that wrong programs get wrong."""
    for one, other, expected in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ):
        assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)


# --- text ---


def rules(look: str) -> list[tuple[str, dict[str, str]]]:
    """Selector and properties of each rule of the style sheet, colours filled in."""
    sheet = style_sheet(tokens(), look)
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
        found.append((selector.strip(), {key.strip(): value.strip() for key, value in pairs}))
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_every_text_of_the_style_sheet_can_be_read(look: str) -> None:
    """Where a rule names text and ground, these; where it names one of both, with whatever it may meet."""
    colors, least = tokens()["themes"][look], 7.0 if look.startswith("contrast") else 4.5
    grounds = [colors[name] for name in ("bg", "surface", "raised", "canvas")]
    checked, faults = 0, []
    for selector, said in rules(look):
        if ":disabled" in selector or "::" in selector or selector in TEXTLESS:
            continue
        ink, ground = said.get("color"), said.get("background")
        for text in [ink] if ink else [colors["text"]] if ground else []:
            behind = [ground] if ground and ground.startswith("#") else grounds
            for each in behind:
                checked += 1
                if ratio(text, each) < least:
                    faults.append((selector, text, each, round(ratio(text, each), 2)))
    assert checked > 60
    assert faults == []


@pytest.mark.parametrize("look", LOOKS)
def test_what_painters_write_can_be_read(look: str) -> None:
    colors, least = tokens()["themes"][look], 7.0 if look.startswith("contrast") else 4.5
    texts = ("text", "muted", "accentText", "good", "warn", "bad")
    low = {
        (text, ground): round(ratio(colors[text], colors[ground]), 2)
        for text in texts for ground in (*GROUNDS, "accentSoft")
        if ratio(colors[text], colors[ground]) < least
    }  # fmt: skip
    assert low == {}
    for ground in ("accent", "accentHover"):
        assert ratio(colors["onAccent"], colors[ground]) >= least


@pytest.mark.parametrize("look", LOOKS)
def test_lines_that_tell_something_can_be_seen(look: str) -> None:
    """Borders of controls, the ring of the focus, curves; ports, links and signs of every family."""
    colors = tokens()["themes"][look]
    lines = {name: colors[name] for name in ("edge", "accent", "train", "val", "third", "good", "warn", "bad")}
    lines |= {f"family {name}": color for name, color in tokens()["familyLines"][look].items()}
    shade = "dark" if look.endswith("dark") else "light"
    low = {
        (name, ground): round(ratio(color, colors[ground]), 2)
        for name, color in lines.items() for ground in GROUNDS if ratio(color, colors[ground]) < 3
    }  # fmt: skip
    assert low == {}
    series = [color for kind in tokens()["series"].values() for color in kind[shade]]
    assert [color for color in series if ratio(color, colors["canvas"]) < 2.9] == []


def test_the_canvas_draws_ports_and_links_in_colours_that_can_be_seen(qapp: QApplication) -> None:
    try:
        for look in LOOKS:
            theme().apply(qapp, look)
            drawn = CanvasLook()
            for family in (*FAMILIES, None):
                assert ratio(drawn.family_line(family).name(), drawn.canvas.name()) >= 3, (look, family)
                assert ratio(drawn.family_line(family).name(), drawn.card.name()) >= 3, (look, family)
    finally:
        theme().apply(qapp, "light")


# --- families ---


def neighbours() -> set[tuple[str, str]]:
    """Families that follow each other in the palette, and those that a link joins in a preset."""
    beside = {(one, other) if one < other else (other, one) for one, other in itertools.pairwise(FAMILIES)}
    for preset in load_presets():
        for graph in preset.project.networks.values():
            families = {node.id: node.kind.family for node in graph.nodes if node.kind}
            for link in graph.links:
                one, other = sorted((families[link.source], families[link.target]))
                if one != other:
                    beside.add((one, other))
    return beside


def test_families_are_told_apart_by_colour_blind_eyes_too() -> None:
    colors, beside = tokens()["families"], neighbours()
    assert set(colors) == set(FAMILIES)
    assert len(beside) > 25
    for one, other in itertools.combinations(sorted(FAMILIES), 2):
        distance, sight = apart(colors[one], colors[other])
        assert distance >= (BESIDE if (one, other) in beside else ANYWHERE), (one, other, sight, distance)


def test_every_family_has_a_sign_of_its_own_as_well(qapp: QApplication) -> None:
    pictures = {}
    for family in FAMILIES:
        image = family_icon(family, QColor("#000000")).pixmap(48, 48).toImage()
        ink = sum(image.pixelColor(x, y).alpha() > 128 for x in range(image.width()) for y in range(image.height()))
        assert 0.06 < ink / (image.width() * image.height()) < 0.6, family
        pictures[family] = bytes(image.constBits())
    assert len(set(pictures.values())) == len(FAMILIES)


# --- choosing ---


def test_all_themes_are_offered_and_hold_the_same_tokens(qapp: QApplication) -> None:
    themes = tokens()["themes"]
    assert set(themes) == set(LOOKS) == set(THEMES) - {"system"}
    assert len({frozenset(colors) for colors in themes.values()}) == 1
    from PySide6.QtGui import QUndoStack

    stack = QUndoStack()
    actions = Actions(stack)
    assert [action.data() for action in actions.theme_group.actions()] == list(THEMES)


def test_ink_is_chosen_by_what_lies_under_it() -> None:
    for grey in range(0, 256, 15):
        ground = QColor(grey, grey, grey)
        assert ratio(theme().ink_on(ground).name(), ground.name()) >= 4.4
