"""What is said of the thing under the resting pointer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF

from playground.core.language import tr
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.node_item import NodeItem
from playground.ui.canvas.scene import CanvasScene

BESIDE = 60.0  # units that a card's mark and note may lie outside of it


def tooltip(scene: CanvasScene, point: QPointF, reach: float) -> str:
    """Rich text; empty over nothing."""
    over = (node for node in scene.cards_near(point, BESIDE) if node.on_mark(point) or node.on_note(point))
    item = scene.node_at(point) or next(over, None)
    if item is not None and item.note is not None and item.on_note(point):
        return escape(item.note.tip)
    if item is not None:
        return _problems(item) if item.on_mark(point) else _layer(item)
    link = scene.link_at(point, reach)
    if link is None:
        return ""
    source, target = scene.nodes[link.link.source], scene.nodes[link.link.target]
    shape = source.shape_at(link.link.source_port)
    ends = [_end(source, PortRef(source.node.id, link.link.source_port, True)),
            _end(target, PortRef(target.node.id, link.link.target_port, False))]  # fmt: skip
    return _lines([f"<b>{' → '.join(ends)}</b>", escape(shape.named()) if shape else ""])


def _end(item: NodeItem, port: PortRef) -> str:
    name = item.port_name(port)
    return escape(f"{item.node.title}, {name}" if name else item.node.title)


def _layer(item: NodeItem) -> str:
    facts, kind = item.facts, item.node.kind
    lines = [f"<b>{escape(item.node.title)}</b>", escape(kind.summary) if kind else ""]
    if item.face.stacked:
        lines.append(tr("Double-click to see inside."))
    for port, shape in zip(item.sides.outputs, facts.outputs, strict=False):
        which = tr("Output {title}", title=port.title) if len(facts.outputs) > 1 else tr("Output")
        lines.append(f"{escape(which)}: {escape(shape.named())}")
    if not item.sides.outputs and facts.shape is not None:
        lines.append(tr("Result: {named}", named=escape(facts.shape.named())))
    if facts.parameters:
        lines.append(tr("{parameters:,} parameters", parameters=facts.parameters))
    return _lines(lines) + ("<hr>" + _problems(item) if item.problems else "")


def _problems(item: NodeItem) -> str:
    return _lines([text for problem in item.problems for text in (escape(problem.message), _hint(problem.hint))])


def _hint(hint: str) -> str:
    return f"<i>{escape(hint)}</i>" if hint else ""


def _lines(lines: list[str]) -> str:
    return "<br>".join(line for line in lines if line)
