"""Which layer it was: errors and numbers of a compiled network traced back to the node that was running."""

from __future__ import annotations

import linecache
import re
from typing import Any

import torch
from torch import fx

from playground.engine.compiler import node_of


def failing_node(module: fx.GraphModule, error: BaseException) -> str | None:
    """The node that was running when ``error`` was raised in ``module``'s forward; None when none was.

    A node inside a block comes as a path: ``block1.conv2``.
    """
    modules = {type(part).forward.__code__: part for part in module.modules() if isinstance(part, fx.GraphModule)}
    path: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code in modules:
            line = linecache.getline(code.co_filename, trace.tb_lineno, trace.tb_frame.f_globals)
            match = re.match(r"\s*(\w+)", line)
            names = {node.name for node in modules[code].graph.nodes}
            if match and match[1] in names:
                path.append(node_of(match[1]))
        trace = trace.tb_next
    return ".".join(path) or None


def first_non_finite(module: fx.GraphModule, *batch: torch.Tensor) -> str | None:
    """The first node, in order of running, that gives a NaN or an infinity for ``batch``; None when all are finite.

    A node inside a block comes as a path: ``block1.conv2``.
    """
    watcher = _Watcher(module)
    with torch.no_grad():
        watcher.run(*batch)
    return watcher.found


class _Watcher(fx.Interpreter):
    """Runs a module node by node, into blocks too, and notes where the numbers first went wrong."""

    found: str | None = None

    def run_node(self, n: fx.Node) -> Any:
        if self.found is None and n.op == "call_module":
            inner = self.fetch_attr(str(n.target))
            args, _ = self.fetch_args_kwargs_from_env(n)
            parts = [inner] if isinstance(inner, fx.GraphModule) else list(inner) if _all_graphs(inner) else []
            for part in parts:
                found = first_non_finite(part, *args)
                if found is not None:
                    self.found = f"{node_of(n.name)}.{found}"
                    break
                args = (part(*args),)
        value = super().run_node(n)
        if self.found is None and n.op.startswith("call") and not _finite(value):
            self.found = node_of(n.name)
        return value


def _all_graphs(module: Any) -> bool:
    return isinstance(module, torch.nn.Sequential) and all(isinstance(part, fx.GraphModule) for part in module)


def _finite(value: Any) -> bool:
    parts = value if isinstance(value, (tuple, list)) else (value,)
    return all(bool(torch.isfinite(part).all()) for part in parts if isinstance(part, torch.Tensor))
