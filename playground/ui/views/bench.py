"""What the window lends its views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from playground.ui.canvas import CanvasPanel
    from playground.ui.plots.panel import PlotsPanel
    from playground.ui.previews.drafts import Drafts
    from playground.ui.previews.live import LivePreviews
    from playground.ui.project_session import ProjectSession
    from playground.ui.run_controller import RunController
    from playground.ui.watching import Watcher


@dataclass(frozen=True)
class Bench:
    """``previews.subject`` is the sample that flows through the whole window; ``drafts`` has first weights to look at
    before there is a run. ``tell(parent, message)`` says in a message what went wrong; ``open_view(name, target)``
    opens a view of the catalogue at a target that it knows.
    """

    session: ProjectSession
    controller: RunController
    watcher: Watcher
    previews: LivePreviews
    drafts: Drafts
    canvas: CanvasPanel
    plots: PlotsPanel
    tell: Callable[[QWidget, str], None]
    open_view: Callable[[str, object], None]
