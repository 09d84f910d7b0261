"""What one can do to blocks and networks, as edits of the session."""

from __future__ import annotations

from playground.core.block_edits import (
    AddNetwork,
    DuplicateNetwork,
    Group,
    RemoveNetwork,
    RenameNetwork,
    SetMain,
    Ungroup,
    free_network_name,
)
from playground.core.blocks import block_of
from playground.core.edits import Macro
from playground.core.language import tr
from playground.ui.project_session import ProjectSession


class BlockActions:
    """Group, ungroup; add, rename, duplicate, delete networks. Each is one entry of the undo history."""

    def __init__(self, session: ProjectSession) -> None:
        self._session = session

    @property
    def chosen_block(self) -> str | None:
        """The one selected layer when it is a block."""
        session = self._session
        if len(session.selection) != 1:
            return None
        node_id = next(iter(session.selection))
        return node_id if block_of(session.graph.by_id[node_id]) is not None else None

    @property
    def chosen_blocks(self) -> list[str]:
        """The blocks among the selected layers, in the order of the network."""
        session = self._session
        return [n.id for n in session.graph.nodes if n.id in session.selection and block_of(n) is not None]

    def group(self) -> bool:
        """The selected layers become a block, which is selected then."""
        session = self._session
        before = session.graph.by_id.keys()
        if not session.do(Group(session.network, session.selection)):
            return False
        session.select(session.graph.by_id.keys() - before)
        return True

    def ungroup(self) -> bool:
        """Each selected block gives way to its layers, which are selected then."""
        session = self._session
        blocks = self.chosen_blocks
        if not blocks:
            session.refused.emit(tr("Select a block first."))
            return False
        before = session.graph.by_id.keys() - set(blocks)
        edits = tuple(Ungroup(session.network, block) for block in blocks)
        if not session.do(
            edits[0] if len(edits) == 1 else Macro(edits, tr("Ungroup {count} blocks", count=len(edits)))
        ):
            return False
        session.select(session.graph.by_id.keys() - before)
        return True

    def add_network(self) -> str | None:
        """An empty network, shown; its name."""
        name = free_network_name(self._session.project)
        return name if self._session.do(AddNetwork(name)) else None

    def rename(self, network: str, name: str) -> None:
        if name.strip() and name.strip() != network:
            self._session.do(RenameNetwork(network, name))

    def duplicate(self, network: str) -> None:
        self._session.do(DuplicateNetwork(network))

    def remove(self, network: str) -> None:
        self._session.do(RemoveNetwork(network))

    def train(self, network: str) -> None:
        self._session.do(SetMain(network))
