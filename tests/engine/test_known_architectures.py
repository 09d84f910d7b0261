"""Known networks, built from layers: as many parameters as were published, and torch agrees with every shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from architectures import bert_base, inception_3a, lenet5, mobilenet_v2, resnet18, sentiment_lstm, unet

from playground.api import Network
from playground.core.infer import infer
from playground.engine.compiler import compile_graph

# Published numbers, and where.
KNOWN: list[tuple[Callable[[], Network], int, str]] = [
    # Zhang et al., Dive into Deep Learning, section 7.6: 156 + 2,416 + 48,120 + 10,164 + 850
    (lenet5, 61_706, "10"),
    # docs.pytorch.org/vision: ResNet18_Weights, num_params
    (resnet18, 11_689_512, "1,000"),
    # Of the network in figure 1 of arXiv:1505.04597, counted by its reimplementations (tf_unet, Keras)
    (unet, 31_030_658, "2 × 388 × 388"),
    # arXiv:1409.4842, table 1, says 159K: 163,328 weights = 159.5 · 1024; with its 368 biases
    (inception_3a, 163_696, "256 × 28 × 28"),
    # Trevett, PyTorch Sentiment Analysis, part 2 (two bidirectional layers, packed or not)
    (sentiment_lstm, 4_810_857, "1"),
    # huggingface: BertModel bert-base-uncased, num_parameters(); the paper, arXiv:1810.04805, says 110M
    (bert_base, 109_482_240, "768"),
    # docs.pytorch.org/vision: MobileNet_V2_Weights, num_params
    (mobilenet_v2, 3_504_872, "1,000"),
]


@pytest.mark.parametrize(("build", "published", "shape"), KNOWN, ids=[build.__name__ for build, *_ in KNOWN])
def test_it_has_the_published_number_of_parameters(build, published, shape):
    graph = build().graph
    found = infer(graph, "Network", None)
    assert found.problems == ()
    assert found.parameters == published
    assert str(found.facts[graph.nodes[-1].id].shape) == shape


@pytest.mark.parametrize(("build", "published", "shape"), KNOWN, ids=[build.__name__ for build, *_ in KNOWN])
def test_torch_builds_it_and_finds_the_same(build, published, shape):
    """On the meta device: real modules and shapes, without the memory and the arithmetic."""
    graph = build().graph
    found = infer(graph, "Network", None)
    with torch.device("meta"):
        module = compile_graph(graph, None).eval()
        fed = [found.facts[node_id].shape for node_id in graph.entrances]
        batch = [torch.zeros(2, *s.sizes, dtype=torch.long if s.whole else torch.float32) for s in fed]
        output = module(*batch)
    assert sum(parameter.numel() for parameter in module.parameters()) == published
    assert output.shape == (2, *found.facts[graph.nodes[-1].id].shape.sizes)


@pytest.mark.parametrize("build", [lenet5, inception_3a, sentiment_lstm])
def test_it_computes_and_learns(build):
    torch.manual_seed(0)
    graph = build().graph
    module = compile_graph(graph, None)
    (shape,) = (infer(graph, "Network", None).facts[node_id].shape for node_id in graph.entrances)
    batch = torch.randint(0, 25_002, (2, *shape.sizes)) if shape.whole else torch.rand(2, *shape.sizes)
    module(batch).square().mean().backward()
    assert all(p.grad is not None and bool(torch.isfinite(p.grad).all()) for p in module.parameters())


def test_one_layer_of_bert_has_the_published_number_of_parameters():
    """4·(768² + 768) of the attention + 2·768·3072 + 3072 + 768 of the Dense layers + 4·768 of the norms."""
    one, none = (infer(bert_base(layers).graph, "Network", None).parameters for layers in (1, 0))
    assert one - none == 7_087_872
    assert 12 * 7_087_872 == 85_054_464


def test_the_receptive_field_of_resnet18():
    """A k × k window adds (k − 1) · the product of all strides before it."""
    kernels_and_strides = [(7, 2), (3, 2)]
    for stage in range(4):
        kernels_and_strides += [(3, 1 if stage == 0 else 2), (3, 1), (3, 1), (3, 1)]
    field = jump = 1
    for kernel, stride in kernels_and_strides:
        field, jump = field + (kernel - 1) * jump, jump * stride
    graph = resnet18().graph
    last = next(node.id for node in reversed(graph.nodes) if node.type == "ReLU")
    assert field == 435
    assert str(infer(graph, "Network", None).facts[last].field) == "435 × 435"
