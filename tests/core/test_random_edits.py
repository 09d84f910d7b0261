"""Thousands of random edits, as hasty hands make them: the project stays sound, its file whole, its history exact."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import Any

import hypothesis.strategies as st
import pytest
from drawing import value
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from networks import chain

from playground.core.annotations import TINTS, Note
from playground.core.block_edits import (
    AddBlock,
    AddNetwork,
    DuplicateNetwork,
    Group,
    RemoveNetwork,
    RenameNetwork,
    SetMain,
    Ungroup,
    block_node,
)
from playground.core.blocks import block_of
from playground.core.document import Document, Step
from playground.core.edits import (
    AddNodes,
    Connect,
    Edit,
    EditRefused,
    InsertOnLink,
    Move,
    Remove,
    Rename,
    SetParams,
    copy_nodes,
)
from playground.core.files import dump_project, parse_project
from playground.core.forms import form_fields
from playground.core.frame_edits import (
    AddAnnotations,
    ChangeAnnotation,
    Collapse,
    Expand,
    FitFrames,
    MoveTogether,
    RemoveAnnotations,
    framed,
)
from playground.core.graph import Graph, Link, Node
from playground.core.infer import Inference, infer
from playground.core.layer import REGISTRY
from playground.core.layout.arranging import WAYS, arranged
from playground.core.layout.edits import Arrange
from playground.core.project import Project
from playground.core.replacing import ReplaceLayers, in_place_of
from playground.core.rewiring import Detach, PutBetween
from playground.core.shape import Shape

STEPS = 4_000  # in all; more with RANDOM_EDITS=100000
EACH = 100
MOST_NODES, MOST_NETWORKS = 14, 5
DATA = Shape.image(1, 8, 8)
NAMES = ("", "  ", "Été", "a" * 200, "Head", "\n", "Block 1", "<b>")
NONSENSE: tuple[Any, ...] = (
    None, True, -1, 0, 3, 10**30, 1e300, -0.5, "", "same", "x" * 300, [], [[]], [1, 2], [0], {}, {"a": 1}, "relu1",
)  # fmt: skip
SURROUNDING = ("frame", "note", "paint", "fold", "unfold", "fit", "together", "unframe", "arrange")
Seeds = st.integers(0, 2**32)


@dataclass
class Count:
    """What was done in all examples together."""

    steps: int = 0
    kinds: Counter[str] = None  # type: ignore[assignment]

    def note(self, kind: str) -> None:
        self.steps += 1
        self.kinds[kind] += 1


COUNT = Count(kinds=Counter())


class Editing(RuleBasedStateMachine):
    """A person with one document: every edit, undo, redo, save and load."""

    def __init__(self) -> None:
        super().__init__()
        start = chain("Input", ("Conv2D", {"filters": 4}), "ReLU", "Flatten", ("Dense", {"units": 10}))
        self.document = Document(Project(networks={"Classifier": start}))
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.texts = [dump_project(self.project)]  # of every state that undo leads back to
        self.known: dict[str, Inference] = {}
        self.looked_at: Project | None = None

    @property
    def project(self) -> Project:
        return self.document.project

    # --- making edits ---

    def do(self, edit: Edit, kind: str) -> None:
        """As the window does it: a refused edit changes nothing, one that changes nothing is no step."""
        before = self.project
        try:
            step = self.document.preview(edit)
        except EditRefused as refused:
            COUNT.note(f"{kind} refused")
            assert str(refused).endswith("."), str(refused)
            assert self.project is before
            return
        assert self.project is before
        COUNT.note(kind)
        if step.after == step.before:
            return
        assert step.text
        self.document.show(step.after)
        self.done.append(step)
        self.undone.clear()
        self.texts.append(dump_project(step.after))

    def network(self, random: Random) -> str:
        return random.choice(sorted(self.project.networks))

    def pick(self, random: Random) -> tuple[str, Graph, Node] | None:
        name = self.network(random)
        graph = self.project.networks[name]
        return (name, graph, random.choice(graph.nodes)) if graph.nodes else None

    @rule(seed=Seeds)
    def add(self, seed: int) -> None:
        random = Random(seed)
        name = self.network(random)
        graph = self.project.networks[name]
        if len(graph.nodes) >= MOST_NODES:
            self.remove(seed)
            return
        kind = random.choice([kind for kind in REGISTRY.all() if kind.family != "block"])
        node = Node(id=graph.free_id(kind.id_stem), type=kind.type_name, x=random.uniform(-1e6, 1e6), y=5.5)
        sources = random.sample(graph.nodes, min(len(graph.nodes), random.choice((0, 1, 1, 1, 2, 3))))
        ports = node.input_ports
        links = tuple(
            Link(source=source.id, target=node.id, source_port=graph.output_ports(source.id)[0].name,
                 target_port=ports[0 if ports[0].many else place].name)
            for place, source in enumerate(sources)
            if ports and (ports[0].many or place < len(ports)) and graph.output_ports(source.id)
        )  # fmt: skip
        self.do(AddNodes(name, (node,), links), "add")

    @rule(seed=Seeds)
    def link(self, seed: int) -> None:
        """From any port to any port, forwards and backwards."""
        random = Random(seed)
        found = self.pick(random)
        if found is None:
            return
        name, graph, source = found
        target = random.choice(graph.nodes)
        outs, ins = graph.output_ports(source.id), graph.input_ports(target.id)
        link = Link(
            source=source.id, target=target.id, source_port=random.choice(outs).name if outs else "out",
            target_port=random.choice(ins).name if ins else "in",
        )  # fmt: skip
        replaced = random.choice(graph.links) if graph.links and random.random() < 0.2 else None
        self.do(Connect(name, link, replaced), "link")

    @rule(seed=Seeds)
    def remove(self, seed: int) -> None:
        random = Random(seed)
        found = self.pick(random)
        if found is None:
            return
        name, graph, _ = found
        links = frozenset(random.sample(graph.links, min(len(graph.links), random.choice((0, 0, 1, 2)))))
        nodes = frozenset(n.id for n in random.sample(graph.nodes, min(len(graph.nodes), random.choice((0, 1, 1, 2)))))
        if nodes or links:
            self.do(Remove(name, nodes, links, heal=random.random() < 0.5), "remove")

    @rule(seed=Seeds)
    def change(self, seed: int) -> None:
        """A parameter: something that the field allows, or nonsense, or a field that is not there."""
        random = Random(seed)
        found = self.pick(random)
        if found is None:
            return
        name, _, node = found
        fields = form_fields(node.kind) if node.kind is not None else ()
        if fields and random.random() < 0.6:
            field = random.choice(fields)
            made = value(field, random)
        else:
            names = [*(field.name for field in fields), "repeat", "network", "input_names", "nothing_known"]
            made = random.choice((*NONSENSE, *self.project.networks))
            field = None
        self.do(SetParams(name, node.id, {field.name if field else random.choice(names): made}), "change")

    @rule(seed=Seeds, choices=st.lists(st.sampled_from(SURROUNDING), min_size=3, max_size=5))
    def surround(self, seed: int, choices: list[str]) -> None:
        """Frames around layers, frames and notes, wherever these stand; notes; all of them changed and taken away."""
        random = Random(seed)
        name = self.network(random)
        for choice in choices:
            self._surround(name, choice, random)

    def _surround(self, name: str, choice: str, random: Random) -> None:
        graph = self.project.networks[name]
        things = sorted(graph.ids)
        some = frozenset(random.sample(things, min(len(things), random.choice((1, 2, 3)))))
        frames = [frame.id for frame in graph.frames]
        areas = [*frames, *(note.id for note in graph.notes)]
        folded = [frame.id for frame in graph.frames if frame.collapsed]
        if not frames and choice in ("fold", "unfold", "fit", "unframe"):
            choice = "frame"  # to begin with
        if (
            choice == "frame"
            and len(frames) < 4
            and (frame := framed(graph, some, random.choice(NAMES)[:80])) is not None
        ):
            self.do(AddAnnotations(name, (frame,)), "frame")
        elif choice == "note" and len(areas) < 6:
            note = Note(id=graph.free_id("note"), x=random.uniform(-900, 900), y=0.0, text=random.choice(NAMES))
            self.do(AddAnnotations(name, notes=(note,)), "note")
        elif choice == "paint" and areas:
            self.do(ChangeAnnotation(name, random.choice(areas), {"color": random.choice(TINTS)}, "Change"), "paint")
        elif choice == "unfold" and folded:
            self.do(Expand(name, (random.choice(folded),)), "expand")
        elif choice in ("fold", "unfold") and len(folded) < len(frames):
            self.do(Collapse(name, random.choice([frame for frame in frames if frame not in folded])), "collapse")
        elif choice == "fit" and frames:
            self.do(FitFrames(name, (random.choice(frames),)), "fit")
        elif choice == "together":
            self.do(MoveTogether(name, some, random.uniform(-500, 500), 44.0), "together")
        elif choice == "unframe" and areas:
            self.do(RemoveAnnotations(name, frozenset({random.choice(areas)})), "unframe")
        elif choice == "arrange":
            way = random.choice(WAYS)
            self.do(Arrange(name, arranged(graph, way, random.choice(((), some)))), "arrange")

    @rule(seed=Seeds)
    def share(self, seed: int) -> None:
        random = Random(seed)
        found = self.pick(random)
        if found is not None:
            name, graph, node = found
            self.do(SetParams(name, node.id, {"shared_with": random.choice(graph.nodes).id}), "share")

    @rule(seed=Seeds)
    def move(self, seed: int) -> None:
        random = Random(seed)
        found = self.pick(random)
        if found is not None:
            name, _, node = found
            self.do(Move(name, {node.id: (random.uniform(-1e7, 1e7), random.uniform(-1e7, 1e7))}), "move")

    @rule(seed=Seeds)
    def rename(self, seed: int) -> None:
        random = Random(seed)
        found = self.pick(random)
        if found is not None:
            name, _, node = found
            self.do(Rename(name, node.id, random.choice(NAMES)), "rename")

    @rule(seed=Seeds)
    def insert(self, seed: int) -> None:
        random = Random(seed)
        name = self.network(random)
        graph = self.project.networks[name]
        if graph.links and len(graph.nodes) < MOST_NODES:
            kind = random.choice(REGISTRY.all()).type_name
            self.do(InsertOnLink.between(graph, name, random.choice(graph.links), kind), "insert")

    @rule(seed=Seeds)
    def rewire(self, seed: int) -> None:
        """A layer goes into a link, leaves its links, or gives way to another."""
        random = Random(seed)
        found = self.pick(random)
        if found is None:
            return
        name, graph, node = found
        kind = random.choice(REGISTRY.all())
        fresh = Node(id=graph.free_id(kind.id_stem), type=kind.type_name)
        edits: list[Edit] = [
            Detach(name, frozenset({node.id})), ReplaceLayers(name, {node.id: in_place_of(node, fresh).node}),
        ]  # fmt: skip
        if graph.links:
            edits.append(PutBetween(name, node.id, random.choice(graph.links)))
        self.do(random.choice(edits), "rewire")

    @rule(seed=Seeds)
    def duplicate(self, seed: int) -> None:
        random = Random(seed)
        name = self.network(random)
        graph = self.project.networks[name]
        if graph.nodes and len(graph.nodes) <= MOST_NODES // 2:
            some = random.sample(graph.nodes, random.randint(1, len(graph.nodes)))
            try:
                nodes, links = copy_nodes(graph, some, graph.links)
            except EditRefused:  # at the edge of the canvas
                return
            self.do(AddNodes(name, nodes, links, "Duplicate"), "duplicate")

    @rule(seed=Seeds)
    def mend(self, seed: int) -> None:
        """Press the button of a problem."""
        random = Random(seed)
        fixes = [problem.fix for found in self.known.values() for problem in found.problems if problem.fix is not None]
        if fixes:
            self.do(random.choice(fixes).edit, "mend")

    # --- networks and blocks ---

    @rule(seed=Seeds)
    def group(self, seed: int) -> None:
        random = Random(seed)
        found = self.pick(random)
        if found is None or len(self.project.networks) >= MOST_NETWORKS:
            return
        name, graph, node = found
        near = [node.id]
        for _ in range(random.randint(0, 3)):
            near += [link.target for link in graph.outgoing[near[-1]]][:1] or [random.choice(graph.nodes).id]
        self.do(Group(name, frozenset(near), random.choice(("", "", "Stem", "Bad/name"))), "group")

    @rule(seed=Seeds)
    def ungroup(self, seed: int) -> None:
        random = Random(seed)
        blocks = [
            (name, node)
            for name, graph in sorted(self.project.networks.items())
            for node in graph.nodes
            if (block := block_of(node)) is not None and block.repeat < 4
        ]
        if blocks:
            name, node = random.choice(blocks)
            self.do(Ungroup(name, node.id), "ungroup")

    @rule(seed=Seeds)
    def add_block(self, seed: int) -> None:
        random = Random(seed)
        name, shown = self.network(random), self.network(random)
        graph = self.project.networks[name]
        if len(graph.nodes) < MOST_NODES:
            self.do(AddBlock(name, block_node(graph, shown, self.project.networks[shown])), "add block")

    @rule(seed=Seeds)
    def change_networks(self, seed: int) -> None:
        random = Random(seed)
        name = self.network(random)
        new = random.choice(("Tail", "Head", "", "?"))
        edits: list[Edit] = [RemoveNetwork(name), RenameNetwork(name, new), SetMain(name)]
        if len(self.project.networks) < MOST_NETWORKS:
            edits += [AddNetwork(), DuplicateNetwork(name)]
        edit = random.choice(edits)
        self.do(edit, type(edit).__name__)

    # --- history and files ---

    @precondition(lambda self: self.done)
    @rule(times=st.integers(1, 4), again=st.booleans())
    def undo(self, times: int, again: bool) -> None:
        for _ in range(min(times, len(self.done))):
            step = self.done.pop()
            assert self.project == step.after
            self.document.show(step.before)
            self.undone.append(step)
            self.texts.pop()
            assert dump_project(self.project) == self.texts[-1], f"undo of {step.text}"
        COUNT.note("undo")
        if again:
            self.redo(times)

    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.undone))):
            step = self.undone.pop()
            assert self.project == step.before
            self.document.show(step.after)
            self.done.append(step)
            self.texts.append(dump_project(step.after))
        COUNT.note("redo")

    @rule(seed=Seeds)
    def save_and_load(self, seed: int) -> None:
        """What is loaded is the same project, made of other objects; undo goes on from it."""
        loaded = parse_project(self.texts[-1])
        assert loaded == self.project
        assert dump_project(loaded) == self.texts[-1]
        self.document.show(loaded)
        COUNT.note("save and load")

    # --- what holds after every step ---

    @invariant()
    def all_is_well(self) -> None:
        if self.project is self.looked_at:
            return
        self.the_file_is_whole()
        self.nothing_leads_back_to_itself()
        self.inference_knows_every_layer_and_gives_what_a_fresh_look_gives()
        self.looked_at = self.project

    def the_file_is_whole(self) -> None:
        text = self.texts[-1]  # written when the state was new: undo finds what an edit has spoiled
        assert parse_project(text) == self.project

    def nothing_leads_back_to_itself(self) -> None:
        networks = self.project.networks
        for name, graph in networks.items():
            assert len(graph.order) == len(graph.nodes), f"{name} has a cycle"
            ends = {node.id for node in graph.nodes}
            assert all({link.source, link.target} <= ends for link in graph.links)

    def inference_knows_every_layer_and_gives_what_a_fresh_look_gives(self) -> None:
        networks = self.project.networks
        for name, graph in networks.items():
            fresh = infer(graph, name, DATA, networks=networks)
            followed = infer(graph, name, DATA, networks=networks, previous=self.known.get(name))
            assert fresh.facts.keys() == graph.by_id.keys()
            assert followed.facts == fresh.facts
            assert followed.problems == fresh.problems
            for problem in fresh.problems:
                assert problem.message.endswith(".") and "Traceback" not in problem.message
            self.known[name] = followed
        self.known = {name: found for name, found in self.known.items() if name in networks}


# a step that finds nothing to do, such as ungrouping without a block, is no edit and not counted
EXAMPLES = int(os.environ.get("RANDOM_EDITS", STEPS)) * 17 // 10 // EACH
Editing.TestCase.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=EACH, deadline=None, derandomize=True,
    suppress_health_check=list(HealthCheck), database=None, phases=[Phase.generate],
)  # fmt: skip
TestRandomEdits = pytest.mark.timeout(600)(Editing.TestCase)


def test_there_were_as_many_edits_as_promised_and_of_every_kind():
    """Runs after the class above, in the order of the file."""
    wanted = {
        "add", "link", "remove", "change", "share", "move", "rename", "insert", "mend", "group", "ungroup",
        "undo", "redo", "save and load", "add block", "link refused", "group refused",
        "frame", "note", "paint", "collapse", "expand", "fit", "together", "unframe", "arrange",
    }  # fmt: skip
    assert wanted <= COUNT.kinds.keys(), wanted - COUNT.kinds.keys()
    assert COUNT.steps >= STEPS, COUNT
