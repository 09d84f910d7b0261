"""A whole file: imports, helpers that torch lacks, a class for each kind of block, the network."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from playground.core.codegen.class_source import INITIALIZE, ClassSource, Line, Sources
from playground.core.codegen.file_names import FileNames, taken_apart
from playground.core.codegen.package_text import package_text
from playground.core.codegen.quoting import class_name, docstring
from playground.core.plan import BlockPlan, Plan
from playground.core.weights import Initialized


@dataclass(frozen=True, slots=True)
class Source:
    """Python source of a network. ``lines``: by node id, the first and last line (from 1) of each place that shows it.

    ``class_name`` is that of the network; ``returns`` the line that gives its results; ``packages`` are those that it
    imports beside torch.
    """

    text: str
    lines: Mapping[str, tuple[tuple[int, int], ...]]
    class_name: str
    returns: int
    packages: tuple[str, ...] = ()


def generate(
    plan: Plan,
    sources: Sources = package_text,
    *,
    title: str = "",
    scores: Plan | None = None,
    after: Callable[[str], str] | None = None,
    reserved: Collection[str] = (),
) -> Source:
    """Source whose class, given the same weights, computes what the compiled plan computes, bit for bit.

    Submodules have the names, the order and so the state-dict keys of the compiled module. Classes and functions that
    torch lacks are taken over from what ``sources`` gives, or imported where that needs more than torch and numpy.
    ``scores``, the same plan without its last activation, becomes a method of that name which ``forward`` uses.
    ``title`` becomes the file's docstring; ``after``, given the class's name, is source that follows it; no class is
    called like one of ``reserved``.
    """
    file = FileNames(sources)
    file.reserve(reserved)
    if after is not None:
        extra = taken_apart(after("Network"))
        file.reserve(extra.defined | {bound for _, _, bound in extra.imports})
    for target in sorted(set(_helpers(plan))):
        file.of(target)
    made = _Classes(file)
    name, lines = made.main(plan, scores)
    first = [f'"""{docstring(title)}"""'] if docstring(title) else []
    tail: list[str] = []
    if after is not None:
        extra = taken_apart(after(name))
        for wanted in extra.imports:
            file.use(wanted)
        tail = ["", "", *extra.body.splitlines()]
    parts = [part for part in (first, file.head()) if part]
    top = [line for number, part in enumerate(parts) for line in ([""] if number else []) + part]
    for body in file.bodies:
        top += ["", "", *body.splitlines()]
    for block in made.blocks:
        top += ["", "", *(line.text for line in block)]
    top += ["", ""]
    text = "\n".join([*top, *(line.text for line in lines), *tail]) + "\n"
    ranges = _ranges(lines, len(top))
    for feed in plan.feeds[1:]:  # all inputs stand in the head of one method
        ranges.setdefault(feed.node, ranges[plan.feeds[0].node])
    return Source(text, ranges, name, len(top) + len(lines), file.packages)


def _helpers(plan: Plan) -> Iterator[str]:
    """Dotted paths of all that torch itself does not have."""
    for step in plan.steps:
        for inner in step.block.plans if step.block else ():
            yield from _helpers(inner)
        calls = (step.call, *step.call.before, *step.call.after) if step.call is not None else ()
        yield from (call.target for call in calls if not call.target.startswith((".", "[", "operator.", "torch.")))
        maker = step.maker
        if step.builds and isinstance(maker, Initialized) and maker.initializer != "default":
            yield INITIALIZE


class _Classes:
    """Class names and sources of a plan and of the blocks in it; blocks that read the same share a class."""

    def __init__(self, file: FileNames) -> None:
        self._file = file
        self._written: dict[tuple[str, str], str] = {}  # network and text without the name: the class's name
        self._last: dict[str, tuple[Plan, str]] = {}
        self.blocks: list[list[Line]] = []

    def main(self, plan: Plan, scores: Plan | None) -> tuple[str, list[Line]]:
        # its own name is taken first: blocks of a network with the same name step back
        name = self._name(plan.network)
        return name, ClassSource(plan, name, self._file, self._names, scores).lines()

    def _names(self, block: BlockPlan) -> list[str]:
        return [self._named(plan) for plan in block.plans]

    def _named(self, plan: Plan) -> str:
        last = self._last.get(plan.network)
        if last is not None and last[0] == plan:
            return last[1]
        lines = ClassSource(plan, "", self._file, self._names).lines()
        key = (plan.network, "\n".join(line.text for line in lines))
        if key not in self._written:
            name = self._written[key] = self._name(plan.network)
            head = Line(lines[0].text.replace("class (", f"class {name}("))
            self.blocks.append([head, *lines[1:]])
        self._last[plan.network] = (plan, self._written[key])
        return self._written[key]

    def _name(self, network: str) -> str:
        name = class_name(network, self._file.taken)
        self._file.define(name)
        return name


def _ranges(lines: list[Line], offset: int) -> dict[str, tuple[tuple[int, int], ...]]:
    """Where each node stands: neighbouring lines are one range."""
    found: dict[str, list[tuple[int, int]]] = {}
    previous: str | None = None
    for number, line in enumerate(lines, offset + 1):
        if line.node is not None:
            ranges = found.setdefault(line.node, [])
            if line.node == previous:
                ranges[-1] = (ranges[-1][0], number)
            else:
                ranges.append((number, number))
        previous = line.node
    return {node: tuple(ranges) for node, ranges in found.items()}
