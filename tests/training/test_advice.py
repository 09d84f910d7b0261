"""What an expert would see: each warning where it belongs, not where it does not, and mended by its fix."""

from __future__ import annotations

import json
from typing import Any

import pytest
from networks import Part, chain, node, project

from playground.core.edits import SetParams, SetTraining
from playground.core.graph import Graph, Link
from playground.core.presets import load_presets
from playground.core.problems import Problem
from playground.core.project import Project
from playground.training.check import check

TEN: Part = ("Dense", {"units": 10})
BEND: Part = ("Dense", {"units": 32, "activation": "ReLU"})
CONV: Part = ("Conv2D", {"filters": 8, "activation": "ReLU"})


def warnings(found: Project) -> list[str]:
    result = check(found)
    assert result.ok, [str(problem) for problem in result.problems]
    return [problem.code for problem in result.problems]


def the(found: Project, code: str) -> Problem:
    return next(problem for problem in check(found).problems if problem.code == code)


def mended(found: Project, problem: Problem) -> Project:
    assert problem.fix is not None
    return problem.fix.edit.apply(found)


def wired(nodes: list[Any], *links: str) -> Graph:
    """``wired([…], "input1 flatten1")``: a link for each pair of ids."""
    pairs = [link.split() for link in links]
    return Graph(nodes=tuple(nodes), links=tuple(Link(source=source, target=target) for source, target in pairs))


@pytest.mark.parametrize("preset", load_presets(), ids=lambda preset: preset.name)
def test_no_preset_is_warned_about(preset):
    assert check(preset.project).problems == ()


GOOD: list[list[Part]] = [
    ["Input", "Flatten", BEND, "Dropout", TEN],
    ["Input", "Flatten", ("Dense", {}), "BatchNorm", "ReLU", TEN],
    ["Input", CONV, "MaxPool2D", CONV, "MaxPool2D", "Flatten", BEND, TEN],
    ["Input", ("Conv2D", {}), "MaxPool2D", "Flatten", TEN, "Softmax"],  # a max pool bends
    ["Input", CONV, "MaxPool2D", CONV, "MaxPool2D", CONV, "MaxPool2D", CONV, "GlobalAvgPool", TEN],  # sees 22 + …
    ["Input", ("Conv2D", {"filters": 10, "kernel": 28}), "Flatten", "Output"],
    ["Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}), "Output"],
    ["Input", "Flatten", TEN, "LogSoftmax"],
]


@pytest.mark.parametrize("parts", GOOD[:4] + GOOD[5:])
def test_good_networks_are_left_alone(parts):
    assert warnings(project(chain(*parts))) == []


# --- dead ends --------------------------------------------------------------------------------------------------------


def test_a_branch_beside_the_output_is_a_dead_end_and_its_fix_removes_all_of_it():
    graph = chain("Input", "Flatten", TEN, "Output")
    graph = graph.replace(
        nodes=(*graph.nodes, node("Dense", "dense2", units=5, activation="ReLU"), node("Dropout")),
        links=(*graph.links, Link(source="flatten1", target="dense2"), Link(source="dense2", target="dropout1")),
    )
    found = project(graph)
    problem = the(found, "dead-end")
    assert warnings(found) == ["dead-end"]
    assert problem.message == "Dropout 1: leads to no result, so it is not computed."
    assert problem.fix is not None
    assert (problem.node, problem.fix.text) == ("dropout1", "Remove these 2 layers")
    after = mended(found, problem)
    assert check(after).problems == ()
    assert set(after.networks["Classifier"].by_id) == {"input1", "flatten1", "dense1", "output1"}


def test_two_dead_ends_are_told_and_mended_one_by_one():
    graph = chain("Input", "Flatten", TEN, "Output")
    graph = graph.replace(
        nodes=(*graph.nodes, node("ReLU"), node("Tanh")),
        links=(*graph.links, Link(source="flatten1", target="relu1"), Link(source="flatten1", target="tanh1")),
    )
    found = project(graph)
    assert warnings(found) == ["dead-end", "dead-end"]
    once = mended(found, the(found, "dead-end"))
    assert warnings(once) == ["dead-end"]
    assert warnings(mended(once, the(once, "dead-end"))) == []


def test_a_branch_that_is_merged_again_is_no_dead_end():
    graph = wired(
        [node("Input"), node("Flatten"), node("Dense", units=10), node("Dense", "dense2", units=10), node("Add"),
         node("Output")],
        "input1 flatten1", "flatten1 dense1", "flatten1 dense2", "dense1 add1", "dense2 add1", "add1 output1",
    )  # fmt: skip
    assert warnings(project(graph)) == []


# --- two linear layers in a row ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["Input", "Flatten", "Dense", TEN], "Set activation to ReLU in Dense 1"),
        (["Input", "Flatten", "Dense", "Dropout", TEN], "Set activation to ReLU in Dense 1"),
        (["Input", "Flatten", "Dense", "Linear", TEN], "Set activation to ReLU in Dense 1"),
        (["Input", "Flatten", "Dense", "BatchNorm", TEN], "Insert ReLU"),
        (["Input", "Conv2D", "Flatten", TEN], "Set activation to ReLU in Conv 2D 1"),
        (["Input", "Conv2D", "BatchNorm", "Flatten", TEN], "Insert ReLU"),
        (["Input", "Conv2D", "AvgPool2D", "Flatten", TEN], "Set activation to ReLU in Conv 2D 1"),
        (
            ["Input", "Conv2D", ("Conv2D", {"activation": "ReLU"}), "Flatten", TEN],
            "Set activation to ReLU in Conv 2D 1",
        ),
    ],
)
def test_linear_layers_without_a_bend_between_them_are_told_and_mended(parts, text):
    found = project(chain(*parts))
    assert warnings(found) == ["no-non-linearity"]
    problem = the(found, "no-non-linearity")
    assert problem.fix is not None
    assert problem.fix.text == text
    assert warnings(mended(found, problem)) == []


def test_the_message_names_both_layers():
    problem = the(project(chain("Input", "Flatten", "Dense", "Dropout", TEN)), "no-non-linearity")
    assert problem.node == "dense1"
    assert problem.message == (
        "Dense 1: nothing bends what it gives Dense 2; two linear layers in a row can do no more than one."
    )


@pytest.mark.parametrize(
    "middle",
    [
        ["Conv2D", "MaxPool2D"],
        ["Conv2D", "ReLU"],
        [("Conv2D", {"activation": "GELU"})],
        ["Conv2D", "BatchNorm", "Hardswish", "Dropout"],
    ],
)
def test_anything_that_bends_between_them_is_enough(middle):
    assert warnings(project(chain("Input", *middle, "Flatten", TEN))) == []


def test_convolutions_split_on_purpose_are_left_alone():
    depthwise = chain(
        "Input", CONV, ("Conv2D", {"filters": 8, "groups": 8}),
        ("Conv2D", {"filters": 16, "kernel": 1, "activation": "ReLU"}), "Flatten", TEN,
    )  # fmt: skip
    bottleneck = chain(
        "Input", ("Conv2D", {"filters": 64, "activation": "ReLU"}), ("Conv2D", {"filters": 4, "kernel": 1}),
        ("Conv2D", {"filters": 64, "kernel": 1, "activation": "ReLU"}), "Flatten", TEN,
    )  # fmt: skip
    assert warnings(project(depthwise)) == []
    assert warnings(project(bottleneck)) == []


def test_a_merge_between_them_is_not_looked_through():
    graph = wired(
        [node("Input"), node("Flatten"), node("Dense", units=16, activation="ReLU"), node("Dense", "dense2", units=16),
         node("Add"), node("Dense", "dense3", units=10)],
        "input1 flatten1", "flatten1 dense1", "dense1 dense2", "dense1 add1", "dense2 add1", "add1 dense3",
    )  # fmt: skip
    assert warnings(project(graph)) == []


# --- activations on the scores ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "text"),
    [
        ([TEN, "ReLU"], "Remove ReLU 1"),
        ([TEN, "ReLU", "Output"], "Remove ReLU 1"),
        ([TEN, "Tanh", "Softmax"], "Remove Tanh 1"),
        ([("Dense", {"units": 10, "activation": "ReLU"})], "Set activation to Linear"),
        ([("Dense", {"units": 10, "activation": "ReLU"}), "Dropout", "Softmax"], "Set activation to Linear"),
    ],
)
def test_an_activation_after_the_scores_is_told_and_removed(tail, text):
    found = project(chain("Input", "Flatten", *tail))
    assert warnings(found) == ["bent-scores"]
    problem = the(found, "bent-scores")
    assert problem.fix is not None
    assert problem.fix.text == text
    assert warnings(mended(found, problem)) == []


@pytest.mark.parametrize(
    ("tail", "loss"),
    [
        ([TEN, "ReLU"], "mean_squared_error"),  # this loss takes what comes
        ([TEN, "Linear"], "cross_entropy"),
        ([TEN, "BatchNorm"], "cross_entropy"),
        ([BEND, TEN, "LogSoftmax"], "cross_entropy"),
        ([TEN, "Sigmoid"], "binary_cross_entropy"),
    ],
)
def test_ends_that_suit_their_loss_are_left_alone(tail, loss):
    found = check(project(chain("Input", "Flatten", *tail), loss=loss))
    assert "bent-scores" not in [problem.code for problem in found.problems]


def test_log_softmax_goes_with_cross_entropy_alone():
    def codes(loss: str) -> list[str]:
        return warnings(project(chain("Input", "Flatten", TEN, "LogSoftmax"), loss=loss))

    assert codes("cross_entropy") == []
    assert codes("mean_squared_error") == ["loss-activation"]


# --- receptive fields -------------------------------------------------------------------------------------------------


def test_a_global_pool_over_values_that_saw_a_part_of_the_image():
    found = project(chain("Input", CONV, CONV, "GlobalAvgPool", TEN))
    assert warnings(found) == ["receptive-field"]
    problem = the(found, "receptive-field")
    # two windows of 3: 3 + 2 = 5
    assert problem.message == (
        "Global average pool 1: each value that it gets has seen 5 × 5 of the 28 × 28 input; "
        "nothing larger can be recognized."
    )
    assert problem.node == "global_avg1"


def test_a_network_that_ends_in_convolutions():
    ends = ["Input", ("Conv2D", {"filters": 10, "kernel": 9, "stride": 28}), "Flatten"]
    assert warnings(project(chain(*ends))) == ["receptive-field"]


@pytest.mark.parametrize(
    "parts",
    [
        ["Input", CONV, "Flatten", TEN],  # the Dense layer sees everything
        ["Input", ("Conv2D", {"filters": 10, "kernel": 28}), "Flatten"],
        # 3, then (5−1)·1 … : windows of 9, each with a stride of 2: 9 + 8·2 + 8·4 = 57
        ["Input", *[("Conv2D", {"filters": 8, "kernel": 9, "stride": 2, "padding": "same", "activation": "ReLU"})] * 3,
         "GlobalAvgPool", TEN],
        ["Input", CONV, ("AvgPool2D", {"size": 2}), "Flatten", TEN],
    ],
)  # fmt: skip
def test_fields_that_are_large_enough_are_left_alone(parts):
    assert "receptive-field" not in [problem.code for problem in check(project(chain(*parts))).problems]


@pytest.mark.parametrize("parts", [["Input", "Flatten"], ["Input", CONV], ["Input", CONV, "Flatten"]])
def test_a_network_that_is_still_being_built_is_not_told_how_little_its_last_layer_sees(parts):
    found = check(project(chain(*parts))).problems
    assert [problem.code for problem in found if problem.severity == "error"]
    assert "receptive-field" not in [problem.code for problem in found]


# --- huge Dense layers ------------------------------------------------------------------------------------------------


def test_a_huge_dense_layer_after_flatten_and_the_pool_that_shrinks_it():
    found = project(chain("Input", CONV, "Flatten", ("Dense", {"units": 1024, "activation": "ReLU"}), TEN))
    assert warnings(found) == ["huge-dense"]
    problem = the(found, "huge-dense")
    # 8·26·26 = 5,408 numbers; 5,408·1,024 + 1,024 = 5,538,816. Pooled by 2: 8·13·13·1,024 + 1,024 = 1,385,472
    assert (
        problem.message
        == "Dense 1: has 5,538,816 parameters, 100 % of the network, because Flatten 1 gives it 5,408 numbers."
    )
    assert "1,385,472 parameters are left" in problem.hint
    assert problem.fix is not None
    assert problem.fix.text == "Insert Max pool 2D, 2 × 2"
    after = mended(found, problem)
    assert warnings(after) == []
    assert check(after).networks["Classifier"].facts["dense1"].parameters == 1_385_472


def test_a_larger_pool_is_offered_where_a_small_one_is_not_enough():
    found = project(chain("Input", CONV, "Flatten", "Dropout", ("Dense", {"units": 4096, "activation": "ReLU"}), TEN))
    problem = the(found, "huge-dense")
    assert problem.fix is not None
    # by 3: 8·8·8·4,096 = 2.1 M; by 4: 8·6·6·4,096 = 1.2 M
    assert problem.fix.text == "Insert Max pool 2D, 4 × 4"
    assert warnings(mended(found, problem)) == []


@pytest.mark.parametrize(
    "parts",
    [
        ["Input", CONV, CONV, "MaxPool2D", "Flatten", ("Dense", {"units": 128, "activation": "ReLU"}), TEN],
        ["Input", "Flatten", ("Dense", {"units": 2048, "activation": "ReLU"}), TEN],  # 1.6 million
        ["Input", "Flatten", BEND, ("Dense", {"units": 70000, "activation": "ReLU"}), TEN],  # not after the Flatten
    ],
)
def test_dense_layers_of_a_usual_size_are_left_alone(parts):
    assert warnings(project(chain(*parts))) == []


def test_raw_pixels_are_not_pooled_away():
    problem = the(
        project(chain("Input", "Flatten", ("Dense", {"units": 8000, "activation": "ReLU"}), TEN)), "huge-dense"
    )
    assert problem.fix is None
    assert "Use fewer units" in problem.hint


# --- small batches ----------------------------------------------------------------------------------------------------

NORMED = ("Input", "Flatten", "Dense", "BatchNorm", "ReLU", TEN)


@pytest.mark.parametrize("parts", [NORMED, ("Input", "Conv2D", "BatchNorm", "ReLU", "Flatten", TEN)])
def test_batch_norm_with_a_tiny_batch(parts):
    found = project(chain(*parts), batch_size=4)
    assert warnings(found) == ["small-batch"]
    problem = the(found, "small-batch")
    assert "Batch norm 1: takes mean and variance over batches of 4" in problem.message
    assert problem.fix is not None
    assert (problem.fix.text, problem.fix.edit) == ("Set batch size to 32", SetTraining({"batch_size": 32}))
    assert warnings(mended(found, problem)) == []


def test_batch_norm_of_images_one_at_a_time():
    found = project(chain("Input", "Conv2D", "BatchNorm", "ReLU", "Flatten", TEN), batch_size=1)
    assert warnings(found) == ["small-batch"]


def test_a_last_batch_of_two_samples_is_told_where_it_is_all_there_is_to_average():
    # 1,294 training samples: 1,294 = 17 · 76 + 2
    found = project(chain(*NORMED), batch_size=76)
    problem = the(found, "small-batch")
    assert "the last batch of each epoch has 2 samples" in problem.message
    assert warnings(mended(found, problem)) == []
    images = project(chain("Input", "Conv2D", "BatchNorm", "ReLU", "Flatten", TEN), batch_size=76)
    assert warnings(images) == []


def test_several_norms_are_told_once():
    parts = ["Input", "Flatten", "Dense", "BatchNorm", "ReLU", "Dense", "BatchNorm", "ReLU", TEN]
    problem = the(project(chain(*parts), batch_size=4), "small-batch")
    assert problem.message.startswith("Batch norm 1 (and 1 more): ")


@pytest.mark.parametrize(
    ("parts", "training"),
    [
        (NORMED, {"batch_size": 32}),
        (NORMED, {"batch_size": 8}),
        (("Input", "Flatten", "Dense", "LayerNorm", "ReLU", TEN), {"batch_size": 2}),
        (("Input", "Flatten", "Dense", ("BatchNorm", {"frozen": True}), "ReLU", TEN), {"batch_size": 1}),
    ],
)
def test_norms_with_enough_to_average_are_left_alone(parts, training):
    assert warnings(project(chain(*parts), **training)) == []


# --- remedies of layers -----------------------------------------------------------------------------------------------


def test_a_flatten_is_inserted_before_a_dense_layer_on_an_image():
    found = project(chain("Input", CONV, TEN))
    problem = the(found, "shape")
    assert problem.fix is not None
    assert problem.fix.text == "Insert Flatten"
    assert check(mended(found, problem)).problems == ()


def test_groups_that_do_not_divide_the_channels():
    found = project(chain("Input", ("Conv2D", {"filters": 24}), ("GroupNorm", {"groups": 7}), "ReLU", "Flatten", TEN))
    problem = the(found, "shape")
    assert problem.fix is not None
    assert problem.fix.text.startswith("Set groups to ")
    assert 24 % problem.fix.edit.params["groups"] == 0  # type: ignore[attr-defined]
    assert check(mended(found, problem)).problems == ()


@pytest.mark.parametrize("between", [[], ["BatchNorm"], ["BatchNorm", "ReLU", "Dropout"]])
def test_branches_of_unequal_channels_are_made_equal_in_the_layer_that_decides(between):
    side = chain("Input", ("Conv2D", {"filters": 8, "activation": "ReLU"}))
    other = chain("Input", ("Conv2D", {"filters": 16, "activation": "ReLU"}), *between)
    renamed = {n.id: f"side_{n.id}" for n in other.nodes[1:]} | {"input1": "input1"}
    nodes = [
        *side.nodes,
        *(n.replace(id=renamed[n.id]) for n in other.nodes[1:]),
        node("Add"),
        node("Flatten"),
        node("Dense", units=10),
    ]
    links = [f"{a.source} {a.target}" for a in side.links] + [
        f"{renamed[a.source]} {renamed[a.target]}" for a in other.links
    ]
    last = renamed[other.nodes[-1].id]
    found = project(wired(nodes, *links, "conv1 add1", f"{last} add1", "add1 flatten1", "flatten1 dense1"))
    problem = the(found, "shape")
    assert problem.fix is not None
    assert problem.fix.text == "Set filters to 8 in Conv 2D 1"
    assert problem.fix.edit == SetParams("Classifier", "side_conv1", {"filters": 8})
    assert check(mended(found, problem)).problems == ()


def test_a_layer_before_a_flatten_is_not_offered_as_what_decides_the_features():
    graph = wired(
        [node("Input"), node("Conv2D", filters=4, activation="ReLU"), node("Flatten"), node("Flatten", "flatten2"),
         node("Dense", "dense2", units=16, activation="ReLU"), node("Add"), node("Dense", units=10)],
        "input1 conv1", "conv1 flatten1", "input1 flatten2", "flatten2 dense2", "dense2 add1", "flatten1 add1",
        "add1 dense1",
    )  # fmt: skip
    problem = the(project(graph), "shape")
    assert problem.fix is None or "filters" not in problem.fix.text


def test_every_fix_leaves_fewer_problems():
    broken = [
        chain("Input", CONV, TEN),
        chain("Input", "Flatten", "Dense", TEN),
        chain("Input", "Flatten", TEN, "Softmax", "Softmax"),
        chain("Input", "Flatten", ("Dense", {"units": 7})),
        chain(("Input", {"shape": [3, 8, 8]}), "Flatten", TEN),
        chain("Input", CONV, "Flatten", ("Dense", {"units": 4096, "activation": "ReLU"}), TEN, "ReLU"),
    ]
    tried = 0
    for graph in broken:
        found = project(graph, batch_size=32)
        problems = check(found).problems
        assert problems
        for problem in problems:
            if problem.fix is not None:
                tried += 1
                after = mended(found, problem)
                assert len(check(after).problems) < len(problems), (problem, check(after).problems)
                json.loads(after.model_dump_json())
    assert tried >= len(broken)


def test_a_softmax_at_the_end_of_a_last_block_is_seen():
    inner = chain("Input", ("Dense", {"units": 10, "activation": "Softmax"}))
    host = chain(
        "Input", "Flatten", ("Block", {"network": "Head", "input_names": ["input1"], "output_names": ["dense1"]})
    )
    into = host.links[-1].replace(target_port="input1")
    found = Project(networks={"Main": host.replace(links=(*host.links[:-1], into)), "Head": inner})
    (problem,) = [problem for problem in check(found).problems if problem.code == "softmax-twice"]
    assert (problem.network, problem.node, problem.field) == ("Head", "dense1", "activation")
    assert problem.fix is not None
    assert check(problem.fix.edit.apply(found)).problems == ()
