"""One plan as one class: ``__init__`` with a line for each submodule, ``forward`` with a line for each value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.core.codegen.expressions import Expression, Writer
from playground.core.codegen.file_names import NN, TENSOR, FileNames
from playground.core.codegen.forward import Statement, ValueNames, statements
from playground.core.codegen.layout import WIDTH, broken
from playground.core.codegen.quoting import comment, docstring
from playground.core.plan import ACTIVATION, BlockPlan, Plan, Ref, Step
from playground.core.shape import Shape
from playground.core.weights import INITIALIZERS, Initialized, Weighted

# The text of the file that defines a dotted path; None when it cannot be had.
Sources = Callable[[str], str | None]
INITIALIZE = "playground.engine.modules.initialize_"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of source and the node that it belongs to."""

    text: str
    node: str | None = None


class ClassSource:
    """The class of ``plan``. ``blocks`` gives the class names of a block's plans.

    ``scores`` is the same plan without its last activation, when that is to be a method of its own.
    """

    def __init__(
        self,
        plan: Plan,
        name: str,
        names: FileNames,
        blocks: Callable[[BlockPlan], list[str]],
        scores: Plan | None = None,
    ) -> None:
        self._plan, self._name, self._names, self._blocks = plan, name, names, blocks
        kept = {step.name for step in scores.steps} if scores is not None else set()
        self._last = [step for step in plan.steps if step.name not in kept] if scores is not None else []
        # several outputs come as a tuple: no activation is the last of all of them
        self._scores = scores if len(self._last) == 1 and len(plan.outputs) == 1 else None
        self._write = Writer(names)
        self._statements = statements(plan)

    def lines(self) -> list[Line]:
        module = f"{self._names.use(NN)}.Module"
        lines = [Line(f"class {self._name}({module}):"), Line(f'    """{self._summary()}"""'), Line("")]
        made = self._submodules()
        if made:
            lines += [Line("    def __init__(self) -> None:"), Line("        super().__init__()"), *made, Line("")]
        if self._scores is None:
            return [*lines, *self._method("forward", self._plan)]
        scores = self._method("scores", self._scores)
        told = Line('        """What the last activation is applied to: training works on it."""')
        return [*lines, scores[0], told, *scores[1:], Line(""), *self._last_activation()]

    # --- __init__ ------------------------------------------------------------------------------------------------

    def _submodules(self) -> list[Line]:
        lines: list[Line] = []
        for statement in self._statements:
            for step in (statement.step, statement.activation):
                if step is not None and step.builds:
                    lines += [Line(text, step.node) for text in self._submodule(step)]
        return lines

    def _submodule(self, step: Step) -> list[str]:
        attribute = f"self.{step.module}"
        note = "" if step.name.endswith(ACTIVATION) else comment(self._plan.named.get(step.node, ""))
        if step.block is not None:
            return _noted(f"        {attribute} = {self._block(step.block)}", note)
        assert step.call is not None  # a step has a call or a block
        if step.name.endswith(ACTIVATION) and self._write.stateless(step.call) is not None:
            return []
        lines = _noted(f"        {attribute} = {self._write.made(step.call)}", note)
        maker = step.maker
        if isinstance(maker, Initialized) and maker.initializer != "default" and not step.name.endswith(ACTIVATION):
            how = INITIALIZERS[maker.initializer]
            options = "".join(f", {key}={value!r}" for key, value in how.kwargs.items()).replace("'", '"')
            lines += broken(f"        {self._names.of(INITIALIZE)}({attribute}, {self._names.of(how.target)}{options})")
        if isinstance(maker, Weighted) and maker.frozen:
            lines.append(f"        {attribute}.requires_grad_(False)")
        return lines

    def _block(self, block: BlockPlan) -> str:
        made = [f"{name}()" for name in self._blocks(block)]
        if len(made) == 1:
            return made[0]
        sequential = f"{self._names.use(NN)}.Sequential"
        if len(set(made)) == 1 and len(made) > 3:
            return f"{sequential}(*({made[0]} for _ in range({len(made)})))"
        return f"{sequential}({', '.join(made)})"

    # --- forward -------------------------------------------------------------------------------------------------

    def _method(self, name: str, plan: Plan) -> list[Line]:
        """A line for each value of ``plan``."""
        written = statements(plan)
        values = ValueNames(plan, written, self._names.taken)
        lines = self._head(name, plan, values.feeds)
        before = [feed.shape for feed in plan.feeds]
        for statement, result in zip(written, values.results, strict=True):
            shapes = list(statement.step.shapes)
            note = comment("; ".join(map(str, shapes))) if shapes != before else ""
            before = shapes
            inputs = [Expression(values[ref]) for ref in statement.step.inputs]
            lines += [Line(text, statement.step.node) for text in self._statement(statement, inputs, result, note)]
        given = ", ".join(values[ref] for ref in plan.outputs)
        if written and lines[-1].text.startswith(f"        {given} = ") and written[-1].name == plan.outputs[0].name:
            last = lines[-1]
            return [*lines[:-1], Line(last.text.replace(f"{given} =", "return", 1), last.node)]
        return [*lines, Line(f"        return {given}")]

    def _head(self, name: str, plan: Plan, given: list[str]) -> list[Line]:
        tensor = self._names.use(TENSOR)
        returned = tensor if len(plan.outputs) == 1 else f"tuple[{', '.join([tensor] * len(plan.outputs))}]"
        arguments = ", ".join(["self", *(f"{one}: {tensor}" for one in given)])
        node = plan.feeds[0].node if plan.feeds else None
        return [Line(text, node) for text in broken(f"    def {name}({arguments}) -> {returned}:")]

    def _last_activation(self) -> list[Line]:
        """``forward`` where the rest of the network is ``scores``."""
        feeds = ValueNames(self._plan, self._statements, self._names.taken).feeds
        scores = Expression(f"self.scores({', '.join(feeds)})")
        last = self._last[0]
        if last.name.endswith(ACTIVATION):
            value = self._activated(last, scores)
        else:
            assert last.call is not None  # an activation is no block
            value = self._write.ran(last.call, [scores], last.module)
        head = self._head("forward", self._plan, feeds)
        return [*head, *(Line(text, last.node) for text in broken(f"        return {value.text}"))]

    def _statement(self, statement: Statement, inputs: list[Expression], result: str, note: str) -> list[str]:
        step = statement.step
        if step.block is not None:
            return self._passes(step, step.block, inputs, result, note)
        assert step.call is not None
        value = self._write.ran(step.call, inputs, step.module)
        if statement.activation is not None:
            value = self._activated(statement.activation, value)
        return _noted(f"        {result} = {value.text}", note)

    def _activated(self, step: Step, value: Expression) -> Expression:
        assert step.call is not None
        call = self._write.stateless(step.call) or step.call
        return self._write.ran(call, [value], step.module)

    def _passes(self, step: Step, block: BlockPlan, inputs: list[Expression], result: str, note: str) -> list[str]:
        """A block that uses the same weights several times runs in a loop."""
        given = ", ".join(value.text for value in inputs)
        if block.repeat == 1:
            return _noted(f"        {result} = self.{step.module}({given})", note)
        lines = [] if given == result else [f"        {result} = {given}"]
        lines.append(f"        for _ in range({block.repeat}):")
        return [*lines, *_noted(f"            {result} = self.{step.module}({result})", note)]

    # --- words ---------------------------------------------------------------------------------------------------

    def _summary(self) -> str:
        fed = " and ".join(_told(feed.shape) for feed in self._plan.feeds)
        given = " and ".join(_told(shape) for ref in self._plan.outputs if (shape := self._shape(ref)) is not None)
        return docstring(f"{self._plan.network}: {fed} → {given} for each sample.")

    def _shape(self, ref: Ref) -> Shape | None:
        for feed in self._plan.feeds:
            if feed.name == ref.name:
                return feed.shape
        for step in self._plan.steps:
            if step.name == ref.name and step.shapes:
                return step.shapes[ref.index or 0]
        return None


def _told(shape: Shape) -> str:
    return f"{shape} whole numbers" if shape.whole else str(shape)


def _noted(line: str, note: str) -> list[str]:
    """``line``, broken where it is too long, with its comment behind it or above it."""
    lines = broken(line)
    if not note:
        return lines
    if len(lines) == 1 and len(line) + 2 + len(note) <= WIDTH:
        return [f"{line}  {note}"]
    return [line[: len(line) - len(line.lstrip())] + note, *lines]
