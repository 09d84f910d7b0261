"""The page on which one works: palette, canvas with its status line, plots, inspector, with their sizes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.training.check import Check
from playground.ui.analysis import AnalysisPanel
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.link_card import LinkHover
from playground.ui.canvas.live_links import LiveLinks
from playground.ui.canvas.on_canvas import OnCanvas
from playground.ui.code import CodePanel
from playground.ui.data.panel import DataPanel
from playground.ui.evaluate import EvaluatePanel
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.area_view import AreaView
from playground.ui.inspector.live_weights import LiveWeights
from playground.ui.link_choices import Shows
from playground.ui.lookback.bar import TimeBar
from playground.ui.lookback.travel import TimeTravel
from playground.ui.palette import PalettePanel
from playground.ui.plots.panel import PlotsPanel
from playground.ui.plots.promise import promise
from playground.ui.predict import PredictPanel
from playground.ui.previews.drafts import Drafts
from playground.ui.previews.hover import PreviewHover
from playground.ui.previews.live import LivePreviews
from playground.ui.problems import ProblemsPanel, StatusLine
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.settings import settings
from playground.ui.splitters import CANVAS_LEAST, CANVAS_WIDTH, ColumnsSplitter, MiddleSplitter
from playground.ui.views.bench import Bench
from playground.ui.views.beside import Beside
from playground.ui.views.docks import Docks
from playground.ui.watching import Watcher

_TITLES = {
    "data": mark("Data"), "evaluate": mark("Evaluate"), "predict": mark("Predict"), "problems": mark("Problems"),
    "analysis": mark("Analysis"), "code": mark("Code"),
}  # fmt: skip


class Workbench(QWidget):
    """Each of the four regions but the canvas can be folded away; a small window squeezes them."""

    failed = Signal(str)  # what a panel could not do
    unfolded = Signal(str)  # the name of a region that a panel needs to be seen

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_panel = PalettePanel(session)
        self.canvas = CanvasPanel(session)
        self.status_line = StatusLine(session)
        self.inspector = InspectorPanel(session, controller)
        self.plots = PlotsPanel(controller, tell=self._tell)
        self.data = DataPanel(session, self.inspector.data_page.client)
        self.evaluate = EvaluatePanel(session, controller, tell=self._tell)
        self.predict = PredictPanel(session, controller, tell=self._tell)
        self.problems = ProblemsPanel(session)
        self.analysis = AnalysisPanel(session, tell=self._tell)
        self.code = CodePanel(session)
        self.beside = Beside()
        self.watcher = Watcher(controller, self)
        self.travel = TimeTravel(session, controller, self.watcher, self)
        self.time_bar = TimeBar(self.travel, self.canvas, self.canvas.view)
        self.plots.look_back_with(self.travel)
        self.previews = LivePreviews(self.canvas, session, controller, self.watcher, self)
        self.links = LiveLinks(self.canvas, session, controller, self.watcher, self)
        self.drafts = Drafts(self.canvas, session, controller, self.previews, self.links, self)
        on_canvas = OnCanvas(self.canvas, session, lambda: controller.shown_project)
        self.live_weights = LiveWeights(self.inspector.layer_page, self.watcher, on_canvas, controller, self)
        self.preview_hover = PreviewHover(self.canvas, session, self.previews)
        self.link_hover = LinkHover(self.canvas, self.links)
        bench = Bench(
            session, controller, self.watcher, self.previews, self.drafts, self.canvas, self.plots, self._tell,
            self.open_view,
        )  # fmt: skip
        self.docks = Docks(bench, self.plots, self.beside, self)
        self._add_docks()
        self._connect_areas()
        self.plots.runs_wanted.connect(self.show_runs)
        self._passing = False  # a region is folded for now only
        self._middle = self._split_middle()
        self._columns = ColumnsSplitter(self.palette_panel, _on_surface(self._middle), self.inspector)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)
        self._connect()
        session.checked.connect(self._on_checked)
        session.opened.connect(self._on_opened)
        self._session = session
        self._on_checked(session.check)  # it may have been opened before there was a workbench

    def _connect(self) -> None:
        """What one part asks of another."""
        self.palette_panel.layer_chosen.connect(self.canvas.view.add_layer)
        self.canvas.view.zoom_changed.connect(self.status_line.set_zoom)
        self.status_line.zoom.zoom_wanted.connect(self.canvas.view.navigator.zoom_to)
        self.status_line.zoom.fit_wanted.connect(self.canvas.view.fit)
        self.status_line.zoom.selection_wanted.connect(self.canvas.view.fit_selection)
        self.canvas.view.layer_activated.connect(self._on_layer_activated)
        self.canvas.view.microscope_wanted.connect(self._on_microscope_wanted)
        self.predict.draw_wanted.connect(self._on_draw_wanted)
        self.canvas.sample.draw_wanted.connect(self._on_draw_wanted)
        self.evaluate.sample_chosen.connect(self.previews.choose)
        self.status_line.problems_requested.connect(self.show_problems)
        self.problems.settings_requested.connect(self.show_settings)

    def _split_middle(self) -> MiddleSplitter:
        upper = QWidget()
        layout = QVBoxLayout(upper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.status_line)
        upper.setMinimumSize(CANVAS_LEAST, 200)
        self.below = QSplitter(Qt.Orientation.Horizontal)
        self.below.setHandleWidth(1)
        self.below.setChildrenCollapsible(False)
        self.below.addWidget(self.plots)
        self.below.addWidget(self.beside)
        return MiddleSplitter(upper, self.below)

    def _add_docks(self) -> None:
        for name, widget in (
            ("data", self.data), ("evaluate", self.evaluate), ("predict", self.predict), ("problems", self.problems),
            ("analysis", self.analysis), ("code", self.code),
        ):  # fmt: skip
            self.docks.add(name, widget, tr(_TITLES[name]), _counted(99) if widget is self.problems else "")

    def _connect_areas(self) -> None:
        """The inspector shows the frames and notes that are selected; its buttons do what the canvas's menu does."""
        page, view = self.inspector.layer_page, self.canvas.view

        def connect(areas: AreaView) -> None:
            areas.fold_wanted.connect(view.collapse)
            areas.fit_wanted.connect(view.fit_frame)
            areas.contents_wanted.connect(view.frames.commands.select_contents)
            areas.delete_wanted.connect(view.delete_selection)

        page.area_view_made.connect(connect)
        view.canvas_scene.annotations.selection_changed.connect(page.show_areas)

    @property
    def panels(self) -> dict[str, QWidget]:
        """The foldable regions by the names under which they are remembered."""
        return {"palette": self.palette_panel, "inspector": self.inspector, "plots": self.below}

    def bind(self, name: str, action: QAction) -> None:
        """Let ``action`` fold the region and show whether it is open."""
        panel, shown = self.panels[name], settings().panel_shown(name)
        panel.setVisible(shown)
        action.setChecked(shown)

        def fold(open_it: bool) -> None:
            panel.setVisible(open_it)
            self._columns.fold(panel)
            if not self._passing:
                settings().set_panel_shown(name, open_it)

        action.toggled.connect(fold)

    @property
    def is_narrow(self) -> bool:
        """Whether the canvas has less than it wants, with all panels beside it as small as may be."""
        return self.canvas.width() < CANVAS_WIDTH

    def fold_for_now(self, action: QAction, *, away: bool) -> None:
        """Fold a region away, or show it again, without its being remembered."""
        self._passing = True
        action.setChecked(not away)
        self._passing = False

    def bind_previews(self, action: QAction) -> None:
        """Let ``action`` switch the previews on the cards on and off; that is remembered, too."""
        self.previews.set_enabled(settings().panel_shown("previews"))
        action.setChecked(self.previews.enabled)

        def switch(on: bool) -> None:
            self.previews.set_enabled(on)
            settings().set_panel_shown("previews", on)

        action.toggled.connect(switch)

    def bind_links(self, choices: QActionGroup) -> None:
        """Let one of ``choices`` say what links show; that is remembered, too."""
        actions = {action.data(): action for action in choices.actions()}

        def choose(shows: Shows) -> None:
            actions[shows].setChecked(True)
            self.links.choose(shows)
            settings().links_show = shows

        choose(settings().links_show)
        choices.triggered.connect(lambda action: choose(action.data()))
        self.canvas.legend.shows_wanted.connect(choose)

    @Slot()
    def show_problems(self) -> None:
        self.unfolded.emit("plots")
        self.docks.show(self.problems)

    @Slot()
    def show_data(self) -> None:
        self.unfolded.emit("plots")
        self.docks.show(self.data)

    @Slot()
    def show_evaluate(self) -> None:
        """Bring the tab to the front, and look at the weights of now where there are any."""
        self.unfolded.emit("plots")
        self.docks.show(self.evaluate)
        self.evaluate.evaluate()

    @Slot()
    def show_predict(self) -> None:
        self.unfolded.emit("plots")
        self.docks.show(self.predict)

    def open_view(self, name: str, target: object = None) -> None:
        """Bring a view into the network to the front, at a layer or a sample that it knows."""
        self.unfolded.emit("plots")
        self.docks.open(name, target)

    @Slot()
    def show_runs(self) -> None:
        self.open_view("runs")

    @Slot(str)
    def show_settings(self, tab: str) -> None:
        """Bring "Layer", "Training" or "Data" of the inspector to the front."""
        self.unfolded.emit("inspector")
        self.inspector.show_tab(tab)

    def find_layer_kind(self) -> None:
        """Type a name in the palette."""
        self.unfolded.emit("palette")
        self.palette_panel.focus_search()

    @Slot()
    def _on_draw_wanted(self) -> None:
        self.open_view("draw", "pad")

    @Slot(str)
    def _on_layer_activated(self, _node: str) -> None:
        self.show_settings("Layer")

    @Slot(str)
    def _on_microscope_wanted(self, node: str) -> None:
        self.open_view("microscope", node)

    @Slot(object)
    def _on_checked(self, check: Check) -> None:
        count = len(check.problems)
        self.docks.set_title(self.problems, _counted(count))
        self.plots.promise_samples(promise(self._session.project.task.type, check.dataset))

    @Slot()
    def _on_opened(self) -> None:
        self.plots.clear_earlier_runs()
        self._on_checked(self._session.check)

    def _tell(self, _parent: QWidget, message: str) -> None:
        self.failed.emit(message)

    def remember_sizes(self) -> None:
        """Those that a person gave the panels, not those to which a small window squeezes them."""
        for name, size in (*self._columns.wanted.items(), ("plots", self._middle.wanted)):
            settings().set_panel_size(name, size)


def _on_surface(widget: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("look", "panel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    return frame


def _counted(problems: int) -> str:
    """The title of their tab."""
    return tr("Problems ({problems})", problems=problems) if problems else tr("Problems")
