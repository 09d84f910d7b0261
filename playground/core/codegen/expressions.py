"""Calls as Python expressions, with brackets only where they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playground.core.call import Call
from playground.core.codegen.file_names import FileNames
from playground.core.codegen.quoting import index, literal

_ATOM, _SIGN, _TIMES, _PLUS = range(4)
_BINARY = {
    "operator.add": ("+", _PLUS),
    "operator.sub": ("-", _PLUS),
    "operator.mul": ("*", _TIMES),
    "operator.truediv": ("/", _TIMES),
    "operator.matmul": ("@", _TIMES),
}
# Activations without weights that are a function of the same settings: torch's own modules call these.
FUNCTIONS = {
    "torch.nn.ReLU": "torch.nn.functional.relu",
    "torch.nn.ReLU6": "torch.nn.functional.relu6",
    "torch.nn.LeakyReLU": "torch.nn.functional.leaky_relu",
    "torch.nn.ELU": "torch.nn.functional.elu",
    "torch.nn.SELU": "torch.nn.functional.selu",
    "torch.nn.GELU": "torch.nn.functional.gelu",
    "torch.nn.SiLU": "torch.nn.functional.silu",
    "torch.nn.Mish": "torch.nn.functional.mish",
    "torch.nn.Softplus": "torch.nn.functional.softplus",
    "torch.nn.Softsign": "torch.nn.functional.softsign",
    "torch.nn.Hardswish": "torch.nn.functional.hardswish",
    "torch.nn.Softmax": "torch.nn.functional.softmax",
    "torch.nn.LogSoftmax": "torch.nn.functional.log_softmax",
    "torch.nn.Sigmoid": "torch.sigmoid",
    "torch.nn.Tanh": "torch.tanh",
}


@dataclass(frozen=True, slots=True)
class Expression:
    """Source of a value; ``binds`` says how loosely it hangs together."""

    text: str
    binds: int = _ATOM

    def within(self, level: int) -> str:
        """The text, in brackets where something that binds at ``level`` needs them."""
        return self.text if self.binds <= level else f"({self.text})"


class Writer:
    """Prints calls; the names it needs are asked of ``names``."""

    def __init__(self, names: FileNames) -> None:
        self._names = names

    def made(self, call: Call) -> str:
        """The construction of a module: ``nn.Conv2d(1, 32, kernel_size=3)``."""
        return f"{self._names.of(call.target)}({', '.join(_settings(call))})"

    def stateless(self, call: Call) -> Call | None:
        """The function that a module without weights is, when there is one that does exactly the same."""
        target = FUNCTIONS.get(call.target)
        plain = not (call.function or call.before or call.after or call.options or call.inputs or call.as_list)
        return Call(target, call.args, call.kwargs, function=True) if target and plain else None

    def ran(self, call: Call, inputs: Sequence[Expression], module: str | None) -> Expression:
        """``call`` on ``inputs``, as the compiler runs it; ``module`` is the attribute that holds its submodule."""
        given = list(inputs if call.inputs is None else (inputs[i] for i in call.inputs))
        for before in call.before:
            given = [self.applied(before, [value]) for value in given]
        if call.function:
            value = self._function(call, given)
        else:
            values = [value.text for value in given]
            values = [f"[{', '.join(values)}]"] if call.as_list else values
            value = Expression(f"self.{module}({', '.join([*values, *_keywords(call.options)])})")
        for after in call.after:
            value = self.applied(after, [value])
        return value

    def _function(self, call: Call, given: list[Expression]) -> Expression:
        if not call.fold or len(given) <= 2:
            return self.applied(call, given)
        value = given[0]
        for other in given[1:]:
            value = self.applied(call, [value, other])
        return value

    def applied(self, call: Call, given: Sequence[Expression]) -> Expression:
        """A function, method, operator or index on ``given``."""
        if call.target == "[]":
            return Expression(f"{given[0].within(_ATOM)}[{index(call.args[0])}]")
        if call.target.startswith("."):
            arguments = [*(value.text for value in given[1:]), *_settings(call)]
            return Expression(f"{given[0].within(_ATOM)}{call.target}({', '.join(arguments)})")
        operands = [*given, *(Expression(literal(value)) for value in call.args)]
        if call.target in _BINARY and len(operands) == 2 and not call.as_list:
            sign, level = _BINARY[call.target]
            return Expression(f"{operands[0].within(level)} {sign} {operands[1].within(level - 1)}", level)
        if call.target == "operator.neg":
            return Expression(f"-{operands[0].within(_SIGN)}", _SIGN)
        values = [value.text for value in given]
        values = [f"[{', '.join(values)}]"] if call.as_list else values
        return Expression(f"{self._names.of(call.target)}({', '.join([*values, *_settings(call)])})")


def _settings(call: Call) -> list[str]:
    return [*map(literal, call.args), *_keywords(call.kwargs)]


def _keywords(values: dict[str, object]) -> list[str]:
    return [f"{name}={literal(value)}" for name, value in values.items()]
