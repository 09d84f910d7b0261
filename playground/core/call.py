"""What a layer runs, as data: the compiler resolves it, the source exporter prints it, so the two cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """A dotted path to a torch module class or function, with its arguments.

    ``function=False`` builds ``target(*args, **kwargs)`` once and calls it with the inputs and ``options``;
    ``function=True`` calls ``target(*inputs, *args, **kwargs)``. A function's target may also be a tensor's method
    (``.transpose``), ``[]`` for an index (``args[0]``), or one of Python's operators (``operator.add``).

    ``as_list``: the inputs travel as one list. ``fold``: a function of two is applied from the left to any number.
    ``inputs``: which inputs are passed, in which order; all as they come when None. ``before`` are functions applied
    to each input first, ``after`` to the result, one after the other.
    """

    target: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    function: bool = False
    as_list: bool = False
    fold: bool = False
    inputs: tuple[int, ...] | None = None
    options: dict[str, Any] = field(default_factory=dict)
    before: tuple[Call, ...] = ()
    after: tuple[Call, ...] = ()

    def __str__(self) -> str:
        """The line a person would write: ``nn.Conv2d(1, 32, kernel_size=3)``."""
        values = [repr(a) for a in self.args] + [f"{k}={v!r}" for k, v in self.kwargs.items()]
        name = self.target.removeprefix("torch.") if not self.function else self.target
        return f"{name.removeprefix('playground.engine.modules.')}({', '.join(values)})"


def method(name: str, *args: Any, **kwargs: Any) -> Call:
    """``value.name(*args)``."""
    return Call(f".{name}", args, kwargs, function=True)


def item(index: Any) -> Call:
    """``value[index]``; ``index`` is a whole number, a slice, or a tuple of both."""
    return Call("[]", (index,), function=True)


# Sequences are time × features; torch's convolutions, poolings and norms want the features first.
FEATURES_FIRST = method("transpose", 1, 2)
