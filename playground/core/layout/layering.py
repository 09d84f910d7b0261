"""Which layer of the drawing each piece stands in: behind all that feeds it, wires short."""

from __future__ import annotations

from collections.abc import Sequence

from playground.core.layout.piece import Wire


def without_cycles(count: int, wires: Sequence[Wire]) -> list[Wire]:
    """``wires`` with those turned round that close a cycle, seen from where a walk along them begins; no loops.

    The walk goes depth first, from pieces that nothing feeds and then in order, so equal input is turned equally.
    """
    kept = [wire for wire in wires if wire.source != wire.target]
    outgoing: list[list[int]] = [[] for _ in range(count)]
    fed = [False] * count
    for number, wire in enumerate(kept):
        outgoing[wire.source].append(number)
        fed[wire.target] = True
    state = [0] * count  # 1: on the way that is being walked, 2: done
    turned: set[int] = set()
    for start in sorted(range(count), key=lambda piece: fed[piece]):
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(outgoing[start]))]
        while stack:
            here, following = stack[-1]
            step = next(following, None)
            if step is None:
                state[here] = 2
                stack.pop()
                continue
            target = kept[step].target
            if state[target] == 1:
                turned.add(step)
            elif state[target] == 0:
                state[target] = 1
                stack.append((target, iter(outgoing[target])))
    return [wire.reversed() if number in turned else wire for number, wire in enumerate(kept)]


def layers_of(count: int, wires: Sequence[Wire]) -> list[int]:
    """The layer of each piece, from 0. ``wires`` have no cycle; each leads to a later layer.

    The longest way to a piece gives its layer; then pieces move towards what they feed while that makes wires shorter
    (or does not make them longer and lets what feeds them follow).
    """
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for wire in wires:
        before[wire.target].append(wire.source)
        after[wire.source].append(wire.target)
    order = _order(before, after)
    layer = [0] * count
    for piece in order:
        layer[piece] = max((layer[source] + 1 for source in before[piece]), default=0)
    loose = [False] * count  # a chain leads to it that begins freely and feeds nothing else
    for piece in order:
        loose[piece] = len(before[piece]) <= 1 and all(loose[one] and len(after[one]) == 1 for one in before[piece])
    for _ in range(count):
        moved = False
        for piece in reversed(order):
            if after[piece] and (len(after[piece]) > len(before[piece]) or loose[piece]):
                wanted = min(layer[target] for target in after[piece]) - 1
                moved |= wanted != layer[piece]
                layer[piece] = wanted
        if not moved:
            break
    return layer


def _order(before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> list[int]:
    waiting = [len(sources) for sources in before]
    ready = [piece for piece, number in enumerate(waiting) if number == 0]
    for piece in ready:  # grows while it is walked
        for target in after[piece]:
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    return ready
