"""The analysis table, against numbers worked out by hand."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from networks import Part, chain, node, project

from playground.core.graph import Graph, Link
from playground.core.project import Project
from playground.training.analysis import HEADINGS, Analysis, Costs, Row, analyse, named_outputs, seen, to_csv, walk
from playground.training.check import check

TEN: Part = ("Dense", {"units": 10})


def table(found: Project) -> Analysis:
    result = check(found)
    return analyse(found.networks, result.main, result.networks[result.main], found.training.batch_size)


def by_path(analysis: Analysis) -> dict[str, Row]:
    return {row.path: row for _, row in walk(analysis.rows)}


def hosting(inner: Graph, begin: Graph, end: Any, inputs: str, outputs: str, **params: Any) -> Project:
    """A block of ``inner`` between the chain ``begin`` and the node ``end``."""
    block = node("Block", network="Part", input_names=[inputs], output_names=[outputs], **params)
    outer = Graph(
        nodes=(*begin.nodes, block, end),
        links=(
            *begin.links,
            Link(source=begin.nodes[-1].id, target="block1", target_port=inputs),
            Link(source="block1", source_port=outputs, target=end.id),
        ),
    )
    return Project(networks={"Main": outer, "Part": inner}, main="Main")


def test_a_small_convolutional_network_by_hand():
    found = table(
        project(
            chain("Input", ("Conv2D", {"filters": 8, "activation": "ReLU"}), "MaxPool2D", "Flatten", TEN), batch_size=4
        )
    )
    rows = by_path(found)
    conv, pool, dense = rows["conv1"], rows["pool1"], rows["dense1"]
    assert [row.title for row in found.rows] == ["Input 1", "Conv 2D 1", "Max pool 2D 1", "Flatten 1", "Dense 1"]
    assert named_outputs(conv) == "channels 8 × height 26 × width 26"
    # 8 kernels of 3·3 and 8 biases; 26·26 places of 8·9 products
    assert conv.costs == Costs(trainable=80, multiply_adds=26 * 26 * 72, memory=2 * 8 * 26 * 26 * 4 * 4)
    assert (seen(conv), seen(pool), seen(dense)) == ("3 × 3", "4 × 4", "whole input")
    assert dense.costs.parameters == 8 * 13 * 13 * 10 + 10
    assert found.total.parameters == 80 + 13_530
    assert found.total.multiply_adds == sum(row.costs.multiply_adds for row in found.rows)


def test_the_memory_grows_with_the_batch():
    one, many = (table(project(chain("Input", "Flatten", TEN), batch_size=batch)).total.memory for batch in (1, 64))
    # the image, the row of it, ten scores: (784 + 784 + 10) · 4 bytes
    assert (one, many) == (1578 * 4, 64 * 1578 * 4)


def test_frozen_and_shared_parameters_are_told_apart():
    found = table(
        project(
            chain(
                "Input", "Flatten", ("Dense", {"units": 784, "frozen": True, "activation": "ReLU"}),
                ("Dense", {"units": 784, "shared_with": "dense1", "activation": "ReLU"}), TEN,
            )
        )
    )  # fmt: skip
    rows = by_path(found)
    wide = 784 * 784 + 784
    assert (rows["dense1"].costs.trainable, rows["dense1"].costs.frozen, rows["dense1"].costs.shared) == (0, wide, 0)
    assert (rows["dense2"].costs.parameters, rows["dense2"].costs.shared) == (0, wide)
    assert (found.total.trainable, found.total.frozen) == (7850, wide)


INNER = chain("Input", ("Dense", {"units": 784, "activation": "ReLU"}), "Dropout")


@pytest.mark.parametrize("weights", ["separate", "shared"])
def test_a_repeated_block_counts_each_repetition_once(weights):
    found = hosting(
        INNER,
        chain("Input", "Flatten"),
        node("Dense", "dense9", units=10),
        "input1",
        "dropout1",
        repeat=3,
        weights=weights,
    )
    analysis = table(found)
    rows, wide = by_path(analysis), 784 * 784 + 784
    block = rows["block1"]
    assert [child.title for child in block.children] == ["Repetition 1", "Repetition 2", "Repetition 3"]
    assert [child.title for child in block.children[1].children] == ["Input 1", "Dense 1", "Dropout 1"]
    own = 3 if weights == "separate" else 1
    assert block.costs.parameters == own * wide
    assert block.costs.shared == (3 - own) * wide
    assert rows["block1.2.dense1"].costs.parameters == (wide if weights == "separate" else 0)
    assert rows["block1.2.dense1"].costs.multiply_adds == 784 * 784
    assert block.costs.multiply_adds == sum(child.costs.multiply_adds for child in block.children)
    assert analysis.total.parameters == own * wide + 7850 == check(found).parameters
    assert (rows["block1.2.dense1"].network, rows["block1.2.dense1"].node) == ("Part", "dense1")


def test_a_block_that_stands_once_has_its_layers_right_under_it():
    found = table(hosting(INNER, chain("Input", "Flatten"), node("Dense", "dense9", units=10), "input1", "dropout1"))
    assert [child.path for child in by_path(found)["block1"].children] == [
        "block1.input1",
        "block1.dense1",
        "block1.dropout1",
    ]


def test_a_network_with_problems_has_a_row_for_every_layer():
    broken = Graph(
        nodes=(node("Capsule", "thing1"), node("Dense"), node("ReLU"), node("Tanh")),
        links=(Link(source="relu1", target="tanh1"), Link(source="tanh1", target="relu1")),
    )
    found = table(project(broken))
    assert {row.node for row in found.rows} == {"thing1", "dense1", "relu1", "tanh1"}
    assert found.total == Costs()
    assert all(named_outputs(row) == "" for row in found.rows)


def test_a_csv_file_reads_back_as_what_the_table_shows():
    analysis = table(project(chain("Input", "Flatten", TEN), batch_size=1))
    rows = list(csv.reader(io.StringIO(to_csv(analysis))))
    assert tuple(rows[0]) == HEADINGS
    assert rows[3] == [
        "Dense 1",
        "dense1",
        "Dense",
        "features 10",
        "7850",
        "7850",
        "0",
        "0",
        "7840",
        "40",
        "whole input",
    ]
    assert rows[-1][:5] == ["Total", "", "", "", "7850"]
    assert {len(row) for row in rows} == {len(HEADINGS)}


def test_a_name_that_looks_like_a_formula_stays_text_in_a_spreadsheet():
    graph = chain("Input", "Flatten", TEN)
    named = graph.replace(nodes=tuple(n.replace(name='=1+1,"x"') if n.id == "dense1" else n for n in graph.nodes))
    rows = list(csv.reader(io.StringIO(to_csv(table(project(named))))))
    assert rows[3][0] == '\'=1+1,"x"'


def test_several_outputs_stand_in_one_cell():
    found = table(project(chain("Input", "Flatten", ("Split", {"parts": 2}), TEN)))
    assert named_outputs(by_path(found)["split1"]) == "features 392, features 392"
