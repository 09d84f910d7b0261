"""From a graph, or any cut of it, to a ``torch.fx.GraphModule`` that runs it as drawn."""

from __future__ import annotations

import importlib
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from torch import fx, nn

from playground.core.call import Call
from playground.core.graph import Graph
from playground.core.language import tr
from playground.core.plan import ACTIVATION, MARK, BlockPlan, Plan, Ref, Step, Unplannable, make_plan
from playground.core.shape import Shape
from playground.core.weights import INITIALIZERS, Initialized, Weighted
from playground.engine.errors import CannotTrain
from playground.engine.modules import initialize_

ACTIVATION_SUFFIX = ACTIVATION
# In ``GraphModule.meta``: strengths (l1, l2) by submodule name, for layers that ask for a penalty on their weights.
PENALTIES = "penalties"
# There too: the names of submodules whose layers are frozen, those without weights of their own among them.
FROZEN = "frozen"


def compile_graph(
    graph: Graph,
    data_shape: Shape | None,
    output: str | Iterable[str] | None = None,
    *,
    networks: Mapping[str, Graph] | None = None,
    inputs: Iterable[str] = (),
    before_activation: bool = False,
) -> fx.GraphModule:
    """Build ``graph`` up to the node or nodes ``output`` (default: its exits); nothing else is built.

    Takes a batch for each source in the order of the graph's Inputs, or for each of the nodes ``inputs``, whose outputs
    are then fed instead; gives a tensor, or a tuple for several outputs. Submodules carry node ids (``conv1``), an
    activation field ``conv1__activation``; a block is a submodule with submodules of its own. With
    ``before_activation`` a last Softmax or Sigmoid, field or layer, is left out and the scores before it come out.
    Parameters are initialized in topological order from torch's random state.
    Raises ``CannotTrain`` when the cut has a problem.
    """
    ends = (output,) if isinstance(output, str) else output
    try:
        plan = make_plan(
            graph, data_shape, networks=networks, inputs=inputs, outputs=ends, before_activation=before_activation
        )
    except Unplannable as error:
        raise CannotTrain(error.problem.message, error.problem.hint, error.problem.node) from error
    return build(plan)


def build(plan: Plan) -> fx.GraphModule:
    """The module that runs ``plan``. Raises ``CannotTrain`` for what torch refuses to build."""
    return _Builder(plan).build()


def resolve(call: Call, package: str = "playground") -> Callable[..., Any]:
    """The module class or function that ``call`` names, in torch, in this program's own modules, or in ``package``.

    Raises ``CannotTrain`` outside these places: a Call comes from a layer class, never from a file, and still.
    """
    path, _, name = call.target.rpartition(".")
    if call.function and path == "operator" and name in _OPERATORS:
        return getattr(operator, name)  # type: ignore[no-any-return]
    if _reachable(path, name, package):
        try:
            found = getattr(importlib.import_module(path), name, None)
        except ImportError as error:
            raise CannotTrain(tr("A layer asks for {target!r}: {error}.", target=call.target, error=error)) from error
        if call.function and callable(found) and not isinstance(found, type):
            return found  # type: ignore[no-any-return]
        if not call.function and isinstance(found, type) and issubclass(found, nn.Module):
            return found
    raise CannotTrain(tr("A layer asks for {target!r}, which is not a layer or function of torch.", target=call.target))


_OPERATORS = frozenset({"add", "sub", "mul", "truediv", "matmul", "neg"})


def _reachable(path: str, name: str, package: str) -> bool:
    if not re.fullmatch(r"[A-Za-z]\w*", name):
        return False
    if path in ("torch", "torch.nn", "torch.nn.functional", "playground.engine.modules"):
        return True
    return package != "playground" and (path == package or path.startswith(package + "."))


def node_of(name: str) -> str:
    """The node id behind the name of a submodule or of a value in the compiled graph."""
    return name.partition(MARK)[0].partition(".")[0]


class CompiledNetwork(fx.GraphModule):
    """A GraphModule whose errors keep their traceback.

    fx's own wrapper around ``forward`` prints an error that arose in an operator and drops where it arose, so that the
    layer could no longer be told.
    """

    def recompile(self) -> Any:
        code = super().recompile()
        type(self).__call__ = nn.Module.__call__  # type: ignore[method-assign]
        return code


class _Builder:
    """One walk over a plan, growing submodules and the fx graph side by side."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._modules: dict[str, nn.Module] = {}
        self._penalties: dict[str, tuple[float, float]] = {}
        self._frozen: list[str] = []
        self._fx = fx.Graph()
        self._values: dict[Ref, fx.Node] = {}

    def build(self) -> fx.GraphModule:
        for feed in self._plan.feeds:
            self._values[Ref(feed.name)] = self._fx.placeholder(feed.name)
        for step in self._plan.steps:
            self._values[Ref(step.name)] = self._run(step)
        outputs = tuple(self._value(ref) for ref in self._plan.outputs)
        self._fx.output(outputs[0] if len(outputs) == 1 else outputs)
        module = CompiledNetwork(self._modules, self._fx, class_name="Network")
        module.meta[PENALTIES] = self._penalties
        module.meta[FROZEN] = self._frozen
        return module

    def _value(self, ref: Ref) -> fx.Node:
        """The value of ``ref``; one of several outputs is taken out where it is used first."""
        if ref not in self._values:
            assert ref.index is not None  # whole values are there: steps stand in the order of running
            whole = self._values[Ref(ref.name)]
            self._values[ref] = self._function(
                operator.getitem, (whole, ref.index), {}, f"{ref.name}{MARK}out{ref.index}"
            )
        return self._values[ref]

    def _run(self, step: Step) -> fx.Node:
        inputs = tuple(self._value(ref) for ref in step.inputs)
        if step.block is not None:
            return self._run_block(step, step.block, inputs)
        call = step.call
        assert call is not None  # a step has a call or a block
        given = list(inputs if call.inputs is None else (inputs[i] for i in call.inputs))
        for number, before in enumerate(call.before):
            given = [
                self._apply(before, [x], f"{step.name}{MARK}before{number}_{i}", step.package)
                for i, x in enumerate(given)
            ]
        name = f"{step.name}{MARK}result" if call.after else step.name
        if call.function:
            value = self._call_function(step, call, given, name)
        else:
            assert step.module is not None
            if step.builds:
                self._make(step, call, step.module)
            arguments = (given,) if call.as_list else tuple(given)
            value = self._fx.create_node("call_module", step.module, arguments, dict(call.options), name=name)
        for number, after in enumerate(call.after, 1):
            last = number == len(call.after)
            value = self._apply(after, [value], step.name if last else f"{step.name}{MARK}after{number}", step.package)
        return value

    def _call_function(self, step: Step, call: Call, given: list[fx.Node], name: str) -> fx.Node:
        if not call.fold or len(given) <= 2:
            return self._apply(call, given, name, step.package)
        value = given[0]
        for number, other in enumerate(given[1:], 1):
            step_name = name if number == len(given) - 1 else f"{step.name}{MARK}fold{number}"
            value = self._apply(call, [value, other], step_name, step.package)
        return value

    def _apply(self, call: Call, given: list[fx.Node], name: str, package: str = "playground") -> fx.Node:
        """A function, method or index of ``call`` on ``given``."""
        if call.target == "[]":
            return self._function(operator.getitem, (given[0], *call.args), {}, name)
        if call.target.startswith("."):
            return self._fx.create_node(
                "call_method", call.target[1:], (*given, *call.args), dict(call.kwargs), name=name
            )
        arguments = (given,) if call.as_list else tuple(given)
        return self._function(resolve(call, package), (*arguments, *call.args), dict(call.kwargs), name)

    def _function(
        self, target: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], name: str
    ) -> fx.Node:
        return self._fx.create_node("call_function", target, args, kwargs, name=name)

    def _make(self, step: Step, call: Call, name: str) -> None:
        """Build a submodule and set its first weights as its layer says."""
        title = self._plan.titles.get(step.node, step.node)
        target = resolve(call, step.package)
        try:
            module = target(*call.args, **call.kwargs)
        except (RuntimeError, MemoryError, ValueError, TypeError, AssertionError) as error:
            raise CannotTrain(
                tr("{title}: cannot be built: {error}", title=title, error=error),
                tr("Change its parameters."),
                step.node,
            ) from error
        maker = step.maker
        if isinstance(maker, Initialized) and maker.initializer != "default" and not step.name.endswith(ACTIVATION):
            how = INITIALIZERS[maker.initializer]
            initialize_(module, getattr(nn.init, how.target.rpartition(".")[2]), **how.kwargs)
        if isinstance(maker, Weighted):
            if maker.frozen:
                module.requires_grad_(False)
                self._frozen.append(name)
            if (maker.l1 or maker.l2) and not step.name.endswith(ACTIVATION):
                self._penalties[name] = (maker.l1, maker.l2)
        self._modules[name] = module

    def _run_block(self, step: Step, block: BlockPlan, inputs: tuple[fx.Node, ...]) -> fx.Node:
        assert step.module is not None
        built = [build(plan) for plan in block.plans]
        self._modules[step.module] = built[0] if len(built) == 1 else nn.Sequential(*built)
        value = self._fx.create_node("call_module", step.module, inputs, {}, name=self._pass_name(step, block, 1))
        for number in range(2, block.repeat + 1):
            value = self._fx.create_node(
                "call_module", step.module, (value,), {}, name=self._pass_name(step, block, number)
            )
        return value

    def _pass_name(self, step: Step, block: BlockPlan, number: int) -> str:
        return step.name if number == block.repeat else f"{step.name}{MARK}pass{number}"
