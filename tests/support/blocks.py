"""A small project with a block in it."""

from __future__ import annotations

from networks import chain, node

from playground.core.graph import Graph, Link
from playground.core.project import DataSettings, Project


def with_block(repeat: int = 1) -> Project:
    """``Main``, which trains on the digits: Input, Flatten, a block of ``Part`` (Dense of 784, ReLU), Dense of 10."""
    part = chain("Input", ("Dense", {"units": 784, "activation": "ReLU"}), "Output")
    begin = chain("Input", "Flatten")
    block = node("Block", network="Part", input_names=["input1"], output_names=["output1"], repeat=repeat)
    main = Graph(
        nodes=(*begin.nodes, block, node("Dense", "dense9", units=10)),
        links=(
            *begin.links,
            Link(source="flatten1", target="block1", target_port="input1"),
            Link(source="block1", source_port="output1", target="dense9"),
        ),
    )
    return Project(networks={"Main": main, "Part": part}, main="Main", data=DataSettings(limit=200))
