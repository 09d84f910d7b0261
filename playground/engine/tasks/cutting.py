"""Parts of a compiled network that share its weights: nothing is copied, and what learns in one is seen in all."""

from __future__ import annotations

import operator

from torch import fx

from playground.engine.compiler import CompiledNetwork, node_of


def watched(network: fx.GraphModule, node: str) -> fx.GraphModule:
    """``network`` that also gives what the submodule ``node`` is given: its result, then each of these."""
    graph, copies = _copied(network)
    fed = _call(network, node).args
    (result,) = _output(network).args
    copied = tuple(copies[value] for value in (result, *fed) if isinstance(value, fx.Node))
    return _made(network, graph, copied, "Watched")


def before(network: fx.GraphModule, node: str) -> fx.GraphModule:
    """From the inputs of ``network`` to what the submodule ``node`` is given, a tuple."""
    graph, copies = _copied(network)
    fed = tuple(copies[value] for value in _call(network, node).args if isinstance(value, fx.Node))
    return _made(network, graph, fed, "Before")


def after(network: fx.GraphModule, node: str) -> fx.GraphModule:
    """From what the submodule ``node`` gives to the result of ``network``. All that leads there must go through it."""
    return _after(network, _call(network, node))


def upto(network: fx.GraphModule, layer: str) -> fx.GraphModule:
    """From the inputs of ``network`` to what the layer with the id ``layer`` gives, its activation included.

    Raises ``KeyError`` for a layer that it does not compute.
    """
    graph, copies = _copied(network)
    return _made(network, graph, copies[_last(network, layer)], "UpTo")


def after_layer(network: fx.GraphModule, layer: str) -> fx.GraphModule | None:
    """From what ``upto`` gives to the result of ``network``; None where more than that is needed for it."""
    if not isinstance(_output(network).args[0], fx.Node):
        return None  # several results
    found = _after(network, _last(network, layer))
    feeds = [value for value in found.graph.nodes if value.op == "placeholder"]
    return found if len(feeds) == 1 and feeds[0].name.startswith(_GIVEN) else None


_GIVEN = "given_to_the_rest"


def _after(network: fx.GraphModule, value: fx.Node) -> fx.GraphModule:
    graph, copies = _copied(network)
    (result,) = _output(network).args
    assert isinstance(result, fx.Node)
    cut = copies[value]
    with graph.inserting_before(next(iter(graph.nodes))):
        given = graph.placeholder(_GIVEN)
    cut.replace_all_uses_with(given)
    end = copies[result]
    found = _made(network, graph, given if end is cut else end, "After")
    for feed in [feed for feed in found.graph.nodes if feed.op == "placeholder" and not feed.users]:
        found.graph.erase_node(feed)
    found.recompile()
    return found


def _last(network: fx.GraphModule, layer: str) -> fx.Node:
    """What ``layer`` gives as a whole. Raises ``KeyError``."""
    values = [value for value in network.graph.nodes if value.op != "output" and node_of(value.name) == layer]
    whole = [value for value in values if not (value.target is operator.getitem and "__out" in value.name)]
    if not whole:
        raise KeyError(layer)
    return whole[-1]


def _copied(network: fx.GraphModule) -> tuple[fx.Graph, dict[fx.Node, fx.Node]]:
    """The nodes of ``network`` but its output in a graph of their own, and which is the copy of which."""
    graph = fx.Graph()
    copies: dict[fx.Node, fx.Node] = {}
    for node in network.graph.nodes:
        if node.op != "output":
            copies[node] = graph.node_copy(node, lambda original: copies[original])
    return graph, copies


def _call(network: fx.GraphModule, node: str) -> fx.Node:
    return next(value for value in network.graph.nodes if value.op == "call_module" and value.target == node)


def _output(network: fx.GraphModule) -> fx.Node:
    return next(value for value in network.graph.nodes if value.op == "output")


def _made(network: fx.GraphModule, graph: fx.Graph, result: fx.Node | tuple[fx.Node, ...], name: str) -> fx.GraphModule:
    """What ``graph`` computes of the submodules of ``network``; what is not needed for it is not computed."""
    graph.output(result)
    found = CompiledNetwork(network, graph, class_name=name)
    found.graph.eliminate_dead_code()
    found.delete_all_unused_submodules()
    found.recompile()
    return found
