"""What is known of a block: shapes, counts and receptive field of the network inside, as it is fed here."""

from __future__ import annotations

from itertools import pairwise

from networks import node

from playground.core.graph import Graph, Link
from playground.core.infer import infer
from playground.core.problems import Fix
from playground.core.project import Project
from playground.core.shape import Shape
from playground.training.check import check

IMAGE = Shape.image(3, 16, 16)


def chained(*nodes) -> Graph:
    links = []
    for before, after in pairwise(nodes):
        links.append(
            Link(source=before.id, target=after.id, source_port=before.output_ports[0].name,
                 target_port=after.input_ports[0].name)
        )  # fmt: skip
    return Graph(nodes=nodes, links=tuple(links))


def block(name: str = "Inner", node_id: str = "block1", **params):
    return node("Block", node_id, network=name, **{"input_names": ["input1"], "output_names": ["output1"], **params})


INNER = chained(node("Input"), node("Conv2D", "conv1", filters=4, kernel=3), node("Output"))


def test_shapes_and_counts_of_each_repetition_add_up():
    found = infer(chained(node("Input"), block(repeat=2)), "n", IMAGE, networks={"Inner": INNER})
    facts = found.facts["block1"]
    assert facts.shape == Shape.image(4, 12, 12)
    first, second = 3 * 9 * 4 + 4, 4 * 9 * 4 + 4
    assert facts.parameters == first + second
    assert facts.multiply_adds == 27 * 4 * 14 * 14 + 36 * 4 * 12 * 12
    assert [run.facts["conv1"].parameters for run in facts.inner] == [first, second]


def test_the_receptive_field_goes_through_a_block():
    found = infer(
        chained(node("Input"), block(repeat=2), node("MaxPool2D"), node("Conv2D", "conv1", kernel=3)), "n", IMAGE,
        networks={"Inner": INNER},
    )  # fmt: skip
    # 3, 5, then 5 + 1, then 6 + 2·2
    assert found.facts["block1"].field.size == (5, 5)
    assert found.facts["conv1"].field.size == (10, 10)


def test_shared_weights_must_fit_a_second_time():
    found = infer(chained(node("Input"), block(repeat=2, weights="shared")), "n", IMAGE, networks={"Inner": INNER})
    (problem,) = found.problems
    assert "do not fit a second time" in problem.message
    assert problem.fix is not None and problem.fix.text == "Set weights to separate"


def test_a_problem_inside_is_told_at_the_block_and_in_its_network():
    bad = chained(node("Input"), node("Dense", "dense1", units=3), node("Output"))
    project = Project(
        networks={"Main": chained(node("Input"), block("Bad"), node("Flatten"), node("Dense", "dense1", units=10)),
                  "Bad": bad},
    )  # fmt: skip
    problems = check(project).problems
    assert ("Bad", "dense1", "shape") in [(p.network, p.node, p.code) for p in problems]
    assert ("Main", "block1", "block") in [(p.network, p.node, p.code) for p in problems]


def test_an_input_of_fixed_shape_must_be_fed_that():
    fixed = chained(node("Input", shape=[1, 5, 5]), node("ReLU"), node("Output"))
    found = infer(chained(node("Input"), block()), "n", IMAGE, networks={"Inner": fixed})
    inner = found.facts["block1"].inner[0]
    (problem,) = inner.problems
    assert "fixed to 1 × 5 × 5, but here it is fed 3 × 16 × 16" in problem.message
    assert isinstance(problem.fix, Fix)


def test_the_network_on_its_own_page_has_the_shapes_of_its_use():
    project = Project(networks={"Main": chained(node("Input"), block()), "Inner": INNER})
    assert project.main_network == "Main"
    assert check(project).networks["Inner"].facts["input1"].shape == Shape.image(1, 28, 28)


def test_a_network_nobody_uses_does_not_keep_the_other_from_training():
    good = chained(node("Input"), node("Flatten"), node("Dense", "dense1", units=10))
    bad = chained(node("Input"), node("Dense", "dense1", units=0))
    result = check(Project(networks={"A": good, "B": bad}))
    assert result.ok
    assert [(p.severity, p.network) for p in result.problems] == [("warning", "B")]


def test_ports_follow_the_network():
    project = Project(networks={"Main": chained(node("Input"), block()), "Inner": INNER})
    more = INNER.replace(nodes=(*INNER.nodes, node("Input", "input2")))
    after = project.with_network("Inner", more)
    assert [port.name for port in after.networks["Main"].by_id["block1"].input_ports] == ["input1", "input2"]
    assert after.networks["Main"].links == project.networks["Main"].links


def test_a_sole_port_that_is_renamed_stays_linked():
    project = Project(networks={"Main": chained(node("Input"), block(), node("ReLU")), "Inner": INNER})
    other = chained(node("Input", "input7"), node("ReLU", "relu3"), node("Output", "output4"))
    main = project.with_network("Inner", other).networks["Main"]
    assert [(link.target_port, link.source_port) for link in main.links] == [("input7", "out"), ("in", "output4")]


def test_links_to_ports_that_are_gone_go_too():
    two = INNER.replace(
        nodes=(*INNER.nodes, node("Output", "output2")), links=(*INNER.links, Link(source="conv1", target="output2"))
    )
    main = chained(node("Input"), block(output_names=["output1", "output2"]), node("ReLU"))
    main = main.replace(
        nodes=(*main.nodes, node("Tanh")),
        links=(*main.links, Link(source="block1", source_port="output2", target="tanh1")),
    )
    project = Project(networks={"Main": main, "Inner": two})
    after = project.with_network("Inner", INNER).networks["Main"]
    assert [(link.source, link.target) for link in after.links] == [("input1", "block1"), ("block1", "relu1")]


def test_a_network_that_ends_in_several_values_must_say_which_are_its_results():
    split = chained(node("Input"), node("Split"))
    main = chained(node("Input"), block(output_names=["split1"]))
    (problem,) = infer(main, "n", Shape.vector(6), networks={"Inner": split}).problems
    assert "ends in Split 1, which gives several results" in problem.message
    assert problem.hint == "Mark each that is wanted with an Output in Inner."
