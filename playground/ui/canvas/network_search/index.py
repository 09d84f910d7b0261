"""What there is to be found in the networks of a project, and what a query finds. No Qt.

Each layer, frame and note is a few lines of text: name, kind, family, id, each parameter, shapes, problems. A query's
words must all stand in them, each where a word begins. A number is found as a whole ("5" not in "15" or "50"), unless
nothing is: then the last one may go on being typed. Behind the name of a parameter it is that parameter's ("kernel 5").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from playground.core.graph import Graph, Node
from playground.core.infer import Inference
from playground.core.language import tr
from playground.core.problems import Problem
from playground.core.project import Project
from playground.training.check import Check

TITLE, KIND, ELSE = 0, 1, 2  # where a word was found: the better first


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be found. ``lines`` are lower case, of ``told`` at the same place."""

    network: str
    id: str
    title: str
    family: str | None
    kind: str  # what it is, for the list
    lines: tuple[str, ...]
    told: tuple[str, ...]
    head: str  # all lines but those of parameters, together
    params: str  # those: hundreds of layers have the same


@dataclass(frozen=True, slots=True)
class Match:
    """A target that a query found; ``rank`` is the better the less."""

    target: Target
    rank: int
    tests: tuple[re.Pattern[str], ...] = ()

    @property
    def why(self) -> str:
        """What was found of it besides its title, for the list."""
        found = ""
        for test in self.tests:
            at = next((number for number, line in enumerate(self.target.lines) if test.search(line)), 0)
            found = self.target.told[at] if at else found
        return found


class Index:
    """The targets of a project; those of layers that did not change are kept from one ``update`` to the next."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[object, Target]] = {}
        self.targets: tuple[Target, ...] = ()

    def update(self, project: Project, check: Check, first: str) -> None:
        """Take over a project. ``first`` names the network whose targets come first: the one on the canvas."""
        fresh: dict[tuple[str, str], tuple[object, Target]] = {}
        found: list[Target] = []
        problems = _by_place(check.problems)
        for name in sorted(project.networks, key=lambda known: (known != first, known)):
            graph = project.networks[name]
            for node in _in_order(graph):
                facts = _facts(check.networks.get(name), node.id)
                told = problems.get((name, node.id), ())
                found.append(self._target(fresh, (name, node.id), (node, facts, told), name, node, *(facts, told)))
            found += _annotations(name, graph)
        self._known, self.targets = fresh, tuple(found)

    def _target(
        self, fresh: dict[tuple[str, str], tuple[object, Target]], key: tuple[str, str], made_of: tuple[object, ...],
        network: str, node: Node, shapes: tuple[str, ...], problems: tuple[str, ...],
    ) -> Target:  # fmt: skip
        known = self._known.get(key)
        same = known is not None and known[0][0] is node and known[0][1:] == made_of[1:]  # type: ignore[index]
        target = known[1] if known is not None and same else _layer(network, node, shapes, problems)
        fresh[key] = (made_of, target)
        return target


def find(targets: Iterable[Target], query: str) -> list[Match]:
    """The targets that ``query`` finds: by network as they come, the best first, then in the order of the network."""
    words = _words(query)
    if not words:
        return []
    known = list(targets)
    found = _found(known, words, whole=True)
    if not found and _is_number(words[-1]):  # it may go on being typed
        found = _found(known, words, whole=False)
    order = {name: number for number, name in enumerate(dict.fromkeys(match.target.network for match in found))}
    return sorted(found, key=lambda match: (order[match.target.network], match.rank))


def narrows(query: str, before: str) -> bool:
    """Whether ``query`` can only find what ``before`` has found: its last word was typed on, and is no number."""
    words, known = _words(query), _words(before)
    if not words or not known or words[:-1] != known[:-1] or _is_number(known[-1]) or _is_number(words[-1]):
        return False
    return len(words[-1]) > len(known[-1]) and words[-1].startswith(known[-1])


def _found(targets: list[Target], words: list[str], *, whole: bool) -> list[Match]:
    tests, pairs = _tests(words, whole=whole)
    first_word = re.compile(_starts(words[0]))
    every = (*tests, *(pair.both for pair in pairs))
    found: list[Match] = []
    in_params = [cache(test.search) for test in tests]
    holds = [cache(pair.holds) for pair in pairs]
    both = list(zip(tests, in_params, strict=True))
    for target in targets:
        if all(test.search(target.head) or remembered(target.params) for test, remembered in both) and all(
            pair(target.params) for pair in holds
        ):
            found.append(Match(target, _rank(target, first_word), every))
    return found


def _rank(target: Target, word: re.Pattern[str]) -> int:
    return TITLE if word.search(target.lines[0]) else KIND if word.search(target.lines[1]) else ELSE


# --- queries -----------------------------------------------------------------------------------------------------


def normal(text: str) -> str:
    """Lower case, shapes written in one way: ``32 × 13 × 13``, ``32x13x13`` and ``32*13*13`` alike."""
    text = text.lower().replace("_", " ")
    return re.sub(r"(?<=\d)\s*[×x*]\s*(?=\d)", "×", re.sub(r"\s*×\s*", "×", text))


_normal = lru_cache(maxsize=8192)(normal)


def _words(query: str) -> list[str]:
    return [word for word in re.split(r"[\s=:,;()]+", normal(query)) if word]


def _is_number(word: str) -> bool:
    return re.fullmatch(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?", word) is not None


def _starts(word: str) -> str:
    """``word`` where a word begins."""
    return (r"(?<![a-z0-9.])" if word[0].isalnum() else "") + re.escape(word)


def _number(word: str, *, whole: bool) -> str:
    return rf"(?<![\d.]){re.escape(word)}" + (r"(?![\d.]*\d)" if whole else "")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name and the number behind it: where a parameter has that name, it is its number that is meant."""

    named: re.Pattern[str]
    both: re.Pattern[str]

    def holds(self, text: str) -> bool:
        return self.named.search(text) is None or self.both.search(text) is not None


def _tests(words: list[str], *, whole: bool) -> tuple[list[re.Pattern[str]], list[_Pair]]:
    tests = [re.compile(_number(word, whole=whole) if _is_number(word) else _starts(word)) for word in words]
    pairs = []
    for word, number in pairwise(words):
        if not _is_number(word) and _is_number(number):
            parameter = rf"(?m)^= [^\n\d]*?{_starts(word)}"
            value = _number(number, whole=whole)
            pairs.append(_Pair(re.compile(parameter), re.compile(rf"{parameter}[^\n]*?{value}")))
    return tests, pairs


# --- targets -----------------------------------------------------------------------------------------------------


def _in_order(graph: Graph) -> list[Node]:
    """As data flow; what stands on a cycle comes last."""
    known = dict.fromkeys(graph.order)
    return [graph.by_id[key] for key in known] + [node for node in graph.nodes if node.id not in known]


def _layer(network: str, node: Node, shapes: tuple[str, ...], problems: tuple[str, ...]) -> Target:
    kind = node.kind
    name = tr(kind.title) if kind is not None else node.type
    family = str(kind.family) if kind is not None else ""
    told = [node.title, name, *dict.fromkeys((node.type, family, node.id)), *shapes, *problems]
    return _made(network, node.id, node.title, family or None, name, [line for line in told if line], _params(node))


@dataclass(frozen=True, slots=True)
class _Params:
    """What a layer's parameters say: the same for all layers that have the same."""

    lines: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    text: str = ""


def _params(node: Node) -> _Params:
    """``kernel 3 × 3``: what the layer uses, defaults too."""
    layer = node.layer
    if layer is None:
        return _said(tuple((name, _value(value)) for name, value in node.params.items() if _telling(value)))
    values = ((name, getattr(layer, name)) for name in type(layer).model_fields)
    return _said(tuple((name, _value(value)) for name, value in values if _telling(value)))


@lru_cache(maxsize=4096)
def _said(values: tuple[tuple[str, str], ...]) -> _Params:
    told = tuple(f"{name.replace('_', ' ')} {value}".strip() for name, value in values)
    lines = tuple(f"= {normal(line)}" for line in told)
    return _Params(lines, told, "\n".join(lines))


def _telling(value: object) -> bool:
    return value is not None and value is not False


def _value(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return " × ".join(map(str, value))
    return "" if value is True else str(value)


def _annotations(network: str, graph: Graph) -> list[Target]:
    frames = [
        _made(
            network,
            frame.id,
            frame.title or tr("Frame"),
            None,
            tr("Frame"),
            [frame.title or tr("Frame"), tr("Frame"), frame.id],
        )
        for frame in graph.frames
    ]
    notes = [
        _made(
            network, note.id, _first_line(note.text), None, tr("Note"), [_first_line(note.text), tr("Note"), note.text]
        )
        for note in graph.notes
    ]
    return [*frames, *notes]


def _first_line(text: str) -> str:
    line = next((line.strip("#*_>`-+ \t") for line in text.splitlines() if line.strip("#*_>`-+ \t")), "")
    return line[:80] or tr("Note")


def _made(
    network: str, key: str, title: str, family: str | None, kind: str, told: list[str], params: _Params = _Params()
) -> Target:
    flat = tuple(" ".join(line.split()) for line in told)
    head = tuple(_normal(line) for line in flat)
    return Target(
        network, key, title, family, kind, head + params.lines, flat + params.told, "\n".join(head), params.text
    )


def _facts(inference: Inference | None, node: str) -> tuple[str, ...]:
    facts = inference.facts.get(node) if inference is not None else None
    return tuple(str(shape) for shape in facts.outputs if shape is not None) if facts is not None else ()


def _by_place(problems: Iterable[Problem]) -> dict[tuple[str | None, str], tuple[str, ...]]:
    found: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for problem in problems:
        if problem.node is not None:
            key = (problem.network, problem.node)
            found[key] = (*found.get(key, ()), f"{problem.severity}: {problem.message}")
    return found
