"""The names of values in ``forward``: a chain goes on as ``x``, what is needed later is called after its layer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from playground.core.plan import ACTIVATION, Plan, Ref, Step


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of ``forward``: a step, with the activation that follows it as a field of its layer."""

    step: Step
    activation: Step | None = None

    @property
    def name(self) -> str:
        return (self.activation or self.step).name


def statements(plan: Plan) -> list[Statement]:
    """The steps of ``plan`` with activation fields joined to their layers."""
    found: list[Statement] = []
    steps = plan.steps
    number = 0
    while number < len(steps):
        step = steps[number]
        following = steps[number + 1] if number + 1 < len(steps) else None
        joined = (
            following is not None
            and following.name == step.name + ACTIVATION
            and following.inputs == (Ref(step.name),)
            and following.call is not None
        )
        found.append(Statement(step, following if joined else None))
        number += 1 + joined
    return found


class ValueNames:
    """A local name for every value of a plan; ``taken`` are names of the file, which locals must not hide."""

    def __init__(self, plan: Plan, lines: list[Statement], taken: Collection[str]) -> None:
        self._uses = _uses(plan, lines)
        self._taken = {"self", "x", "y", "_", *taken}
        self._names: dict[Ref, str] = {}
        self._feed_until = -1
        self.feeds = [self._feed(feed.name, len(plan.feeds) == 1) for feed in plan.feeds]
        for place, line in enumerate(lines):
            refs = _refs(line, self._uses)
            for ref in refs:
                self._names[ref] = self._result(place, ref, len(refs) == 1)
        self.results = [", ".join(self._names[ref] for ref in _refs(line, self._uses)) for line in lines]

    def __getitem__(self, ref: Ref) -> str:
        return self._names[ref]

    def _feed(self, name: str, alone: bool) -> str:
        """The one input of a network is x; several go by their layers' names."""
        ref = Ref(name)
        if alone:
            self._names[ref] = "x"
            self._feed_until = max(self._uses.get(ref, [0]))
        else:
            self._names[ref] = self._free(name.replace("__out", "_"))
        return self._names[ref]

    def _result(self, place: int, ref: Ref, alone: bool) -> str:
        uses = self._uses.get(ref, [])
        if not uses:
            return "_"
        if alone and all(use == place + 1 for use in uses):
            return "y" if self._feed_until > place else "x"
        name = ref.name.removesuffix(ACTIVATION)
        return self._free(name if ref.index is None else f"{name}_{ref.index}")

    def _free(self, name: str) -> str:
        while name in self._taken:
            name += "_"
        self._taken.add(name)
        return name


def _refs(line: Statement, uses: dict[Ref, list[int]]) -> list[Ref]:
    """The values that a line gives: one, or all outputs of a layer with several."""
    if len(line.step.shapes) > 1 and line.activation is None and Ref(line.name) not in uses:
        return [Ref(line.name, index) for index in range(len(line.step.shapes))]
    return [Ref(line.name)]


def _uses(plan: Plan, lines: list[Statement]) -> dict[Ref, list[int]]:
    """For each value the places of the lines that read it; the number of lines stands for ``return``."""
    found: dict[Ref, list[int]] = {}
    for place, line in enumerate(lines):
        for ref in line.step.inputs:
            found.setdefault(ref, []).append(place)
    for ref in plan.outputs:
        found.setdefault(ref, []).append(len(lines))
    return found
