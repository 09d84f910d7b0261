"""The edit behind a problem's button."""

from __future__ import annotations

from playground.core.edits import Edit, Macro
from playground.core.infer import Problem


def fix_edit(problem: Problem) -> Edit | None:
    """One undo step named like the button; None when the problem has no fix."""
    return None if problem.fix is None else Macro((problem.fix.edit,), text=problem.fix.text)


def settings_tab(problem: Problem) -> str | None:
    """The inspector's tab that mends a problem of no layer; None for one that has a layer, or is of the network."""
    if problem.node is not None:
        return None
    if problem.code in {"dataset", "split"}:
        return "Data"
    return "Training" if problem.code in {"loss", "optimizer", "batch", "memory"} else None
