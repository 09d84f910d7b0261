"""Texts of an SVG as outlines, so that it looks the same where the fonts are not installed.

What was written stays beside each outline, as its title and label, for people who search, listen or copy.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath

from playground.ui.theme import theme

SVG = "http://www.w3.org/2000/svg"
_TEXT, _GROUP, _PATH, _TITLE = (f"{{{SVG}}}{name}" for name in ("text", "g", "path", "title"))
_BOLD = QFont.Weight.DemiBold


def outlined(svg: bytes, name: str, size: tuple[float, float]) -> bytes:
    """``svg`` with outlines for its texts; ``name`` is the title of the whole picture, ``size`` its pixels."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ET.fromstring(svg)  # noqa: S314  (what Qt has just written)
    for title in root.findall(_TITLE):
        root.remove(title)
    for description in root.findall(f"{{{SVG}}}desc"):
        root.remove(description)
    title = ET.Element(_TITLE)
    title.text = name
    root.insert(0, title)
    root.set("width", f"{size[0]:g}")  # Qt writes millimetres, rounded
    root.set("height", f"{size[1]:g}")
    for parent in list(root.iter()):
        for number, child in enumerate(list(parent)):
            if child.tag == _TEXT:
                parent[number] = _outline(child)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _outline(text: ET.Element) -> ET.Element:
    written = "".join(text.itertext())
    path = QPainterPath()
    path.addText(QPointF(float(text.get("x", "0")), float(text.get("y", "0"))), _font(text), written)
    group = ET.Element(_GROUP, {"role": "img", "aria-label": written})
    title = ET.SubElement(group, _TITLE)
    title.text = written
    drawn = {"d": _data(path), "stroke": "none", "fill": text.get("fill", "#000000")}
    if text.get("fill-opacity"):
        drawn["fill-opacity"] = str(text.get("fill-opacity"))
    ET.SubElement(group, _PATH, drawn)
    return group


def _font(text: ET.Element) -> QFont:
    """The font that Qt's text element names, with the program's own behind it."""
    family = text.get("font-family", "").strip("'\"")
    font = QFont(theme().font(mono="mono" in family.lower()))
    if family:
        font.setFamilies([family, *font.families()])
    font.setPixelSize(max(1, round(float(text.get("font-size", "13").removesuffix("px")))))
    weight = text.get("font-weight", "400")
    font.setWeight(_BOLD if (weight.isdigit() and int(weight) >= 600) or weight == "bold" else QFont.Weight.Normal)
    font.setItalic(text.get("font-style", "normal") == "italic")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _data(path: QPainterPath) -> str:
    """The path as SVG writes it."""
    found: list[str] = []
    number, kinds = 0, QPainterPath.ElementType
    while number < path.elementCount():
        element = path.elementAt(number)
        if element.type == kinds.CurveToElement:
            points = [path.elementAt(number + more) for more in range(3)]
            found.append("C" + " ".join(f"{point.x:.2f} {point.y:.2f}" for point in points))
            number += 3
            continue
        found.append(f"{'M' if element.type == kinds.MoveToElement else 'L'}{element.x:.2f} {element.y:.2f}")
        number += 1
    return "".join(found)
