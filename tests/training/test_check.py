"""Each thing that can be wrong with a project: its code, where it is, what is said, and the fix where there is one."""

from __future__ import annotations

from typing import Any

import pytest
from networks import chain, classifier, node, project

from playground.core.edits import SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.infer import Problem
from playground.core.project import OptimizerSettings, Project
from playground.training.check import check, machine_memory
from playground.training.datasets import DATASETS
from playground.training.outputs import output_node

TEN = ("Dense", {"units": 10})


def codes(found: Project, **options: Any) -> list[tuple[str, str]]:
    return [(problem.severity, problem.code) for problem in check(found, **options).problems]


def the(found: Project, code: str, **options: Any) -> Problem:
    return next(problem for problem in check(found, **options).problems if problem.code == code)


def mended(found: Project, problem: Problem) -> Project:
    """The project after the problem's button."""
    assert problem.fix is not None
    return problem.fix.edit.apply(found)


@pytest.mark.parametrize(
    "graph",
    [
        chain("Input", "Flatten", TEN),
        chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"})),
        chain("Input", "Flatten", TEN, "Softmax"),
        chain(("Input", {"shape": [1, 28, 28]}), "Flatten", TEN),
        chain("Input", ("Conv2D", {"filters": 10, "kernel": 28}), "Flatten"),
        chain("Input", "Conv2D", "BatchNorm", "MaxPool2D", "Flatten", "Dropout", TEN),
    ],
)
def test_a_network_that_can_train_has_no_problem(graph):
    result = check(project(graph))
    assert result.ok
    assert result.problems == ()


def test_an_empty_network():
    problem = the(project(Graph()), "empty")
    assert str(problem) == "Classifier has no layers. Drag an Input from the palette."


def test_no_input():
    problem = the(project(Graph(nodes=(node("Dense", units=10),))), "no-input")
    assert (problem.severity, problem.network) == ("error", "Classifier")
    assert problem.message == "Classifier has no Input."


def test_all_inputs_but_one_are_marked_and_each_is_removed_by_its_fix():
    graph = chain("Input", "Flatten", TEN)
    found = project(graph.replace(nodes=(*graph.nodes, node("Input", "input2"), node("Input", "input3"))))
    problems = [problem for problem in check(found).problems if problem.code == "several-inputs"]
    assert [problem.node for problem in problems] == ["input2", "input3"]
    assert problems[0].message == "Input 2: Classifier has 3 Input layers; this data set feeds one, Input 1."
    assert [problem.fix.text for problem in problems if problem.fix] == ["Remove it", "Remove it"]
    once = mended(found, problems[0])
    assert [problem.node for problem in check(once).problems if problem.code == "several-inputs"] == ["input3"]
    assert check(mended(once, problems[1])).problems == ()


def test_the_input_that_leads_to_the_result_is_the_one_that_stays():
    graph = chain("Input", "Flatten", TEN)
    found = project(graph.replace(nodes=(node("Input", "input9"), *graph.nodes)))
    assert the(found, "several-inputs").node == "input9"


def test_an_input_that_feeds_something_is_replaced_by_the_one_that_stays():
    first = chain("Input", "Flatten", ("Dense", {"units": 10}))
    graph = Graph(
        nodes=(
            *first.nodes,
            node("Input", "input2"),
            node("Flatten", "flatten2"),
            node("Dense", "dense2", units=10),
            node("Add"),
        ),
        links=(
            *first.links,
            Link(source="input2", target="flatten2"),
            Link(source="flatten2", target="dense2"),
            Link(source="dense1", target="add1"),
            Link(source="dense2", target="add1"),
        ),
    )
    problem = the(project(graph), "several-inputs")
    assert problem.fix is not None
    assert (problem.node, problem.fix.text) == ("input2", "Use Input 1 instead")
    assert check(mended(project(graph), problem)).problems == ()


def loose(graph: Graph, *tail: str) -> Graph:
    """``graph`` with a branch of layers behind its Flatten that leads nowhere."""
    before = "flatten1"
    for kind in tail:
        new = node(kind, graph.free_id(node(kind).id[:-1]))
        graph = graph.replace(nodes=(*graph.nodes, new), links=(*graph.links, Link(source=before, target=new.id)))
        before = new.id
    return graph


def test_loose_ends():
    found = loose(chain("Input", "Flatten", TEN), "ReLU")
    problem = the(project(found), "several-ends")
    assert problem.message == "Classifier ends 2 times: Dense 1, ReLU 1."
    assert output_node(found) is None
    end = output_node(chain("Input", "Flatten", TEN))
    assert end is not None
    assert end.id == "dense1"


@pytest.mark.parametrize(
    ("tail", "text"), [(["ReLU"], "Remove ReLU 1"), (["ReLU", "Dropout"], "Remove these 2 layers")]
)
def test_the_end_that_fits_the_classes_stays_and_the_fix_removes_the_other(tail, text):
    found = project(loose(chain("Input", "Flatten", TEN), *tail))
    problem = the(found, "several-ends")
    assert problem.fix is not None
    assert (problem.node in {"relu1", "dropout1"}, problem.fix.text) == (True, text)
    assert check(mended(found, problem)).problems == ()


def test_loose_ends_that_both_fit_are_left_to_the_person():
    found = project(loose(chain("Input", "Flatten", TEN), "ReLU", "Dense"))
    two = found.networks["Classifier"].replace(
        nodes=tuple(
            n.replace(params={"units": 10}) if n.id == "dense2" else n for n in found.networks["Classifier"].nodes
        )
    )
    assert the(project(two), "several-ends").fix is None


@pytest.mark.parametrize("tail", [[], ["Output"], ["Softmax", "Output"]])
def test_a_last_output_is_looked_through(tail):
    assert check(project(chain("Input", "Flatten", TEN, *tail))).problems == ()
    wrong = project(chain("Input", "Flatten", ("Dense", {"units": 4}), *tail))
    problem = the(wrong, "outputs")
    assert problem.fix is not None
    assert problem.fix.text == "Set units to 10"
    assert check(mended(wrong, problem)).problems == ()


def test_a_network_without_weights():
    found = project(chain("Input", ("AvgPool2D", {"size": [14, 5], "stride": [14, 5]}), "Flatten"))  # 2 × 5 numbers
    problem = the(found, "no-weights")
    assert (problem.severity, problem.message) == ("error", "Classifier has no layer that learns.")


def test_a_network_that_is_frozen_throughout_is_thawed_by_its_fix():
    frozen = {"units": 10, "frozen": True}
    found = project(chain("Input", "Flatten", ("Dense", {**frozen, "activation": "ReLU"}), ("Dense", frozen)))
    problem = the(found, "all-frozen")
    assert problem.fix is not None
    assert (problem.severity, problem.node, problem.field) == ("error", "dense2", "frozen")
    assert problem.fix.text == "Unfreeze Dense 2"
    assert check(mended(found, problem)).problems == ()


def test_one_layer_that_learns_is_enough():
    found = project(chain("Input", "Flatten", ("Dense", {"frozen": True, "activation": "ReLU"}), TEN))
    assert check(found).problems == ()


def test_an_input_fixed_to_another_shape_follows_the_data_by_its_fix():
    found = project(chain(("Input", {"shape": [3, 32, 32]}), "Flatten", TEN))
    problem = the(found, "input-shape")
    assert problem.message == "Input 1: is fixed to 3 × 32 × 32, but a sample of Digits is 1 × 28 × 28."
    assert problem.field == "shape"
    assert check(mended(found, problem)).problems == ()


def test_an_output_that_is_an_image():
    problem = the(project(chain("Input", "Conv2D")), "output-shape")
    assert problem.message == "Conv 2D 1: gives 32 × 26 × 26, but Digits has 10 classes."
    assert problem.hint == "End with Flatten and a Dense layer of 10 units."


@pytest.mark.parametrize(
    "tail",
    [
        [("Dense", {"units": 7})],
        [("Dense", {"units": 7}), "Softmax"],
        [("Dense", {"units": 7}), "BatchNorm", "Softmax"],
        [("Dense", {"units": 1, "activation": "Sigmoid"})],
    ],
)
def test_a_wrong_number_of_classes_is_mended_in_the_last_layer_with_units(tail):
    found = project(chain("Input", "Flatten", *tail))
    problem = the(found, "outputs")
    assert problem.fix is not None
    assert (problem.fix.text, problem.fix.edit) == ("Set units to 10", SetParams("Classifier", "dense1", {"units": 10}))
    assert "Digits has 10 classes" in problem.message
    assert "outputs" not in [code for _, code in codes(mended(found, problem))]


def test_a_wrong_number_of_classes_without_a_layer_of_units_has_no_fix():
    assert the(project(chain("Input", "Flatten")), "outputs").fix is None


def test_a_layer_before_a_merge_is_not_offered_as_the_fix():
    graph = chain("Input", "Flatten", ("Dense", {"units": 4}))
    merged = Graph(
        nodes=(*graph.nodes, node("Concatenate")),
        links=(*graph.links, Link(source="dense1", target="concat1"), Link(source="flatten1", target="concat1")),
    )
    assert the(project(merged), "outputs").fix is None


@pytest.mark.parametrize(
    ("loss", "activation", "warned"),
    [
        ("cross_entropy", "Linear", False),
        ("cross_entropy", "Softmax", False),
        ("cross_entropy", "Sigmoid", True),
        ("binary_cross_entropy", "Sigmoid", False),
        ("binary_cross_entropy", "Linear", False),
        ("binary_cross_entropy", "Softmax", True),
        ("mean_squared_error", "Softmax", False),
        ("mean_absolute_error", "Sigmoid", False),
    ],
)
def test_a_loss_that_does_not_suit_the_last_activation_is_a_warning(loss, activation, warned):
    found = project(chain("Input", "Flatten", ("Dense", {"units": 10, "activation": activation})), loss=loss)
    assert codes(found) == ([("warning", "loss-activation")] if warned else [])
    assert check(found).ok


def test_a_network_too_large_for_memory_is_counted_and_not_built():
    found = project(chain("Input", "Flatten", ("Dense", {"units": 1_000_000}), TEN))
    # 784·10⁶ + 10⁶ and 10⁷ + 10 parameters of 24 bytes each: 17.77 GB
    problem = the(found, "memory", memory=8 * 2**30)
    assert problem.node == "dense1"
    assert "Dense 1: has 785,000,000 parameters" in problem.message
    assert "about 17.8 GB, this machine has 8.0 GB" in problem.message
    assert "memory" not in [code for _, code in codes(found, memory=19 * 2**30)]


def test_a_batch_too_large_for_memory_is_named_as_the_batch():
    found = project(chain("Input", ("Conv2D", {"filters": 256, "padding": "same"}), "Flatten", TEN), batch_size=1000)
    problem = the(found, "memory", memory=2**30)
    assert "a batch of 1,000 takes about" in problem.message
    assert problem.hint == "Make the batch smaller."


def test_the_machines_memory_is_asked_for():
    import psutil

    assert machine_memory() == pytest.approx(psutil.virtual_memory().total, rel=0.01)


def test_an_unknown_data_set_is_named_with_those_that_there_are():
    problem = the(project(chain("Input", "Flatten", TEN), data={"dataset": "cats"}), "dataset")
    assert problem.message == "The data set 'cats' is not known."
    assert problem.hint == f"Choose one of: {', '.join(DATASETS)}."


@pytest.mark.parametrize(
    ("data", "batch_size", "expected"),
    [
        ({}, 1294, []),  # 1,437 digits less 143 held back
        ({}, 1295, [("warning", "batch")]),
        ({"limit": 10}, 9, []),
        ({"limit": 10}, 10, [("warning", "batch")]),
        ({"limit": 10, "validation": 0.0}, 10, []),
        ({"limit": 1, "validation": 0.9}, 1, []),
        ({"limit": 10**9}, 64, []),
    ],
)
def test_the_batch_is_held_against_what_is_left_to_train_on(data, batch_size, expected):
    assert codes(project(chain("Input", "Flatten", TEN), data=data, batch_size=batch_size)) == expected


def test_an_unknown_loss():
    problem = the(classifier(loss="magic"), "loss")
    assert problem.message == "The loss 'magic' is not known."
    assert "cross_entropy" in problem.hint


def test_an_unknown_optimizer():
    problem = the(classifier(optimizer=OptimizerSettings(type="Lion")), "optimizer")
    assert problem.message == "The optimizer 'Lion' is not known."
    assert "Adam, AdamW, SGD" in problem.hint


@pytest.mark.parametrize(
    ("params", "field"), [({"beta1": 1.0}, "beta1"), ({"beta1": "0.9"}, "beta1"), ({"momentum": 0.9}, "momentum")]
)
def test_an_optimizers_parameter_that_it_refuses(params, field):
    problem = the(classifier(optimizer=OptimizerSettings(type="Adam", params=params)), "optimizer")
    assert problem.field == field
    assert problem.message.startswith("Adam: ")


@pytest.mark.parametrize(
    ("parts", "refused"),
    [
        (["Input", "Flatten", "BatchNorm", TEN], True),
        (["Input", ("Conv2D", {"kernel": 28}), "BatchNorm", "Flatten", TEN], True),
        (["Input", "BatchNorm", "Flatten", TEN], False),  # 784 pixels to take the mean of
    ],
)
def test_batch_normalization_of_single_numbers_needs_two_samples(parts, refused):
    alone = [
        problem.code for problem in check(project(chain(*parts), batch_size=1)).problems if problem.severity == "error"
    ]
    assert alone == (["batch-norm"] if refused else [])
    assert check(project(chain(*parts), batch_size=2)).ok


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        ({"limit": 1}, True),
        ({"limit": 2, "validation": 0.5}, True),
        ({"limit": 3, "validation": 0.5}, False),  # one is held back
    ],
)
def test_batch_normalization_needs_two_samples_to_train_on_whatever_the_batch(data, refused):
    found = codes(project(chain("Input", "Flatten", "BatchNorm", TEN), data=data))
    assert ("error", "batch-norm") in found if refused else ("error", "batch-norm") not in found


def test_what_must_grow_for_batch_normalization_is_named():
    parts = chain("Input", "Flatten", "BatchNorm", TEN)
    assert the(project(parts, batch_size=1), "batch-norm").hint == "Use a batch of 2 or more."
    assert the(project(parts, data={"limit": 1}), "batch-norm").hint == "Train on 2 samples or more."


SOFT = ("Dense", {"units": 10, "activation": "Softmax"})
SIGMOID = ("Dense", {"units": 10, "activation": "Sigmoid"})


@pytest.mark.parametrize(
    ("tail", "loss", "inner"),
    [
        ([SOFT, "Dropout"], "cross_entropy", "dense1"),
        ([SOFT, "Flatten", "Dropout"], "cross_entropy", "dense1"),
        ([SOFT, "Dropout"], "binary_cross_entropy", "dense1"),
        ([SOFT, "Softmax"], "cross_entropy", "dense1"),
        ([SOFT, "Softmax"], "mean_squared_error", "dense1"),
        ([SIGMOID, "Softmax"], "cross_entropy", "dense1"),
        ([SIGMOID, "Dropout"], "binary_cross_entropy", "dense1"),
        ([SOFT, "Dropout", "Softmax"], "cross_entropy", "dense1"),
        ([TEN, "Softmax", "Softmax"], "cross_entropy", "softmax1"),
        ([TEN, "Softmax", "Dropout"], "cross_entropy", "softmax1"),
    ],
)
def test_an_activation_that_would_be_applied_twice_is_a_warning_that_its_fix_mends(tail, loss, inner):
    found = project(chain("Input", "Flatten", *tail), loss=loss)
    problem = the(found, "softmax-twice")
    assert (problem.severity, problem.node) == ("warning", inner)
    assert check(found).ok
    assert "softmax-twice" not in [code for _, code in codes(mended(found, problem))]


def test_a_softmax_twice_says_who_applies_it_again():
    last = the(project(chain("Input", "Flatten", SOFT, "Softmax")), "softmax-twice")
    assert last.message == "Dense 1: already ends in softmax; Softmax 1 applies softmax to that again."
    loss = the(project(chain("Input", "Flatten", SOFT, "Dropout")), "softmax-twice")
    said = "Dense 1: already ends in softmax; cross-entropy applies softmax again to what Dropout 1 gives."
    assert loss.message == said


def test_a_softmax_twice_between_other_layers_has_no_fix_of_one_step():
    problem = the(project(chain("Input", "Flatten", TEN, "Softmax", "Dropout", "Dropout")), "softmax-twice")
    assert problem.fix is None


@pytest.mark.parametrize(
    ("tail", "loss"),
    [
        ([SOFT], "cross_entropy"),
        ([TEN, "Softmax"], "cross_entropy"),
        ([TEN, "Dropout", "Softmax"], "cross_entropy"),
        ([SOFT, TEN], "cross_entropy"),  # weights stand between
        ([SOFT, SOFT], "cross_entropy"),
        ([SOFT, "Dropout"], "mean_squared_error"),  # this loss takes what comes
        ([SOFT, "BatchNorm"], "cross_entropy"),
    ],
)
def test_an_activation_that_is_applied_once_is_no_problem(tail, loss):
    assert codes(project(chain("Input", "Flatten", *tail), loss=loss)) == []


def test_errors_stand_before_warnings():
    found = project(chain("Input", "Flatten", ("Dense", {"units": 3, "activation": "Sigmoid"})), batch_size=5000)
    assert codes(found) == [("error", "outputs"), ("warning", "loss-activation"), ("warning", "batch")]
    assert not check(found).ok


@pytest.mark.parametrize(
    "graph",
    [
        Graph(nodes=(node("Capsule", "thing1"),)),
        chain("Input", "Capsule", "Flatten", TEN),
        Graph(
            nodes=(node("ReLU"), node("Tanh")),
            links=(Link(source="relu1", target="tanh1"), Link(source="tanh1", target="relu1")),
        ),
        chain("Input", ("Dense", {"units": "x"})),
        Graph(nodes=(node("Input"),)),
    ],
)
def test_whatever_is_wrong_every_problem_says_what_and_how_to_mend_it(graph):
    result = check(project(graph))
    assert not result.ok
    for problem in result.problems:
        assert problem.message.endswith(".")
        assert problem.hint.endswith(".")
        assert problem.node is None or problem.node in graph.by_id


def test_an_unused_network_only_warns():
    broken = Graph(nodes=(node("Dense"),))
    both = Project(networks={"Good": chain("Input", "Flatten", TEN), "Bad": broken}, main="Good")
    result = check(both)
    assert [(p.network, p.severity, p.code) for p in result.problems] == [("Bad", "warning", "unconnected")]
    assert result.ok
    assert result.parameters == 7850
    assert not check(both.replace(main="Bad")).ok


def test_a_batch_norm_inside_a_block_is_held_against_the_batch():
    inner = chain("Input", "BatchNorm")
    begin, end = chain("Input", "Flatten"), node("Dense", units=10)
    block = node("Block", network="Part", input_names=["input1"], output_names=["norm1"])
    outer = Graph(
        nodes=(*begin.nodes, block, end),
        links=(
            *begin.links,
            Link(source="flatten1", target="block1", target_port="input1"),
            Link(source="block1", source_port="norm1", target="dense1"),
        ),
    )
    found = Project(networks={"Main": outer, "Part": inner}, main="Main")
    assert check(found).problems == ()
    alone = found.replace(training=found.training.replace(batch_size=1))
    assert [(p.code, p.network, p.node) for p in check(alone).problems] == [("batch-norm", "Part", "norm1")]


def test_a_block_with_nothing_inside_is_no_input() -> None:
    """Emptied blocks have no ports at all: nothing can be fed by them, and the check says so of others."""
    nodes = (
        *chain("Input", "Flatten", ("Dense", {"units": 10})).nodes,
        *(Node(id=f"block{n}", type="Block", params={"network": "Empty"}) for n in (1, 2)),
    )
    links = chain("Input", "Flatten", ("Dense", {"units": 10})).links
    made = project(Graph(nodes=nodes, links=links))
    made = made.replace(networks={**made.networks, "Empty": Graph()})
    assert "several-inputs" not in [problem.code for problem in check(made).problems]
    loose = made.with_network(made.main_network, Graph(nodes=nodes[1:], links=links[1:]))
    assert "no-input" in [problem.code for problem in check(loose).problems]
