"""The network as a whole, shown while no layer is selected, and how to begin with an empty one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.blocks import showing
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.training.memory import BYTES_PER_ACTIVATION, BYTES_PER_PARAMETER
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.facts import Fact, FactsTable
from playground.ui.widgets.numbers import byte_size, grouped

_BEGIN = (
    mark("Drag an Input from the palette on the left onto the canvas, or double-click it."),
    mark("Add layers behind it, and pull links from the right of one to the left of the next."),
    mark("End with a Dense layer that has one unit for each class."),
    mark("Choose the data under Data, then press Run."),
)
_GO_ON = mark(
    "Select a layer to see what it does and to change it. Settings of the run are under Training, the data under Data."
)


class NetworkView(QWidget):
    """Totals of the active network."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = label("", "display", wrap=True)
        self.description = label("", "muted", wrap=True)
        self.facts = FactsTable()
        self.advice_title, self.advice = label(tr("How to begin"), "section"), label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.description, self.facts):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.advice_title)
        column.addWidget(self.advice)

    def render_network(self) -> None:
        session = self._session
        graph, inference = session.graph, session.inference
        self.title.setText(session.network)
        set_text(self.description, session.project.description)
        batch = session.project.training.batch_size
        numbers = inference.activations * batch * BYTES_PER_ACTIVATION
        weights = inference.parameters * BYTES_PER_PARAMETER
        frozen = inference.parameters - inference.trainable
        rows = [
            (tr("Layers"), grouped(len(graph.nodes))),
            (
                tr("Parameters"),
                tr("{parameters}, {frozen} frozen", parameters=grouped(inference.parameters), frozen=grouped(frozen))
                if frozen
                else grouped(inference.parameters),
            ),
            (tr("Multiply-adds"), tr("{multiply_adds} per sample", multiply_adds=grouped(inference.multiply_adds))),
            (tr("Memory"), tr("about {size} to train", size=byte_size(weights + numbers))),
            self._origin(),
        ]
        if not inference.ok:  # a sum over a part would be taken for the whole
            rows[1:4] = [
                (name, tr("not known while there are errors"))
                for name in (tr("Parameters"), tr("Multiply-adds"), tr("Memory"))
            ]
        self.facts.show_facts(rows if graph.nodes else rows[-1:])
        self.advice_title.setText(tr("Next") if graph.nodes else tr("How to begin"))
        set_text(self.advice, tr(_GO_ON) if graph.nodes else "\n\n".join(_numbered(_BEGIN)))

    def _origin(self) -> Fact:
        """Where what it is given comes from: data for the network that trains, for the others what they stand in."""
        project, data = self._session.project, self._session.check.dataset
        if self._session.network == project.main_network:
            return (tr("Data"), data.title if data else tr("none chosen"))
        return (tr("Used in"), _places(project.networks, self._session.network) or tr("no network yet"))


def _places(networks: Mapping[str, Graph], shown: str) -> str:
    """Where the network ``shown`` stands as a block, and as which."""
    found = {name: [node.title for node in showing(graph, shown)] for name, graph in networks.items()}
    return "; ".join(
        tr("{network} as {layers}", network=name, layers=tr(" and ").join(titles))
        for name, titles in found.items()
        if titles
    )


def _numbered(lines: tuple[str, ...]) -> list[str]:
    return [f"{number}. {tr(line)}" for number, line in enumerate(lines, 1)]
