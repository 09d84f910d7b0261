"""A compiled network against the same one written by hand as ``nn.Module``: forward and backward.

Same weights, same batch, one step each in turn, garbage collection between steps; what is compared is the median step.
The two give the same outputs, bit for bit, which is checked first.
"""

from __future__ import annotations

import gc
import time

import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.report import Row, main, median
from playground.api import Network
from playground.core.graph import Graph
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph
from playground.engine.threads import training_threads

SECONDS = 12.0
BLOCKS = 20


class HandMLP(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.dense1, self.dense2, self.dense3 = nn.Linear(784, 256), nn.Linear(256, 128), nn.Linear(128, 10)
        self.relu1, self.relu2 = nn.ReLU(), nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        x = torch.flatten(x, 1)
        return self.dense3(self.relu2(self.dense2(self.relu1(self.dense1(x)))))


class HandCNN(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 16, 3), nn.Conv2d(16, 32, 3)
        self.relu1, self.relu2, self.relu3 = nn.ReLU(), nn.ReLU(), nn.ReLU()
        self.pool1, self.pool2 = nn.MaxPool2d(2), nn.MaxPool2d(2)
        self.dense1, self.dense2 = nn.Linear(32 * 5 * 5, 64), nn.Linear(64, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = self.pool1(self.relu1(self.conv1(x)))
        x = self.pool2(self.relu2(self.conv2(x)))
        return self.dense2(self.relu3(self.dense1(torch.flatten(x, 1))))


class HandBlock(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.norm1 = nn.Conv2d(16, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16)
        self.conv2, self.norm2 = nn.Conv2d(16, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16)
        self.relu1, self.relu2 = nn.ReLU(), nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        return self.relu2(self.norm2(self.conv2(self.relu1(self.norm1(self.conv1(x))))) + x)


class HandResidual(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1)
        self.blocks = nn.ModuleList(HandBlock() for _ in range(BLOCKS))
        self.dense1 = nn.Linear(16, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)
        for block in self.blocks:
            x = block(x)
        return self.dense1(torch.mean(x, (2, 3)))


def mlp() -> Network:
    net = Network()
    x = net.add("Flatten", net.add("Input", shape=[1, 28, 28]))
    for units in (256, 128):
        x = net.add("Dense", x, units=units, activation="ReLU")
    net.add("Dense", x, units=10)
    return net


def cnn() -> Network:
    net = Network()
    x = net.add("Input", shape=[1, 28, 28])
    for filters in (16, 32):
        x = net.add("MaxPool2D", net.add("Conv2D", x, filters=filters, activation="ReLU"))
    net.add("Dense", net.add("Dense", net.add("Flatten", x), units=64, activation="ReLU"), units=10)
    return net


def residual() -> Network:
    net = Network()

    def conv(x: str) -> str:
        return net.add("BatchNorm", net.add("Conv2D", x, filters=16, padding=1, bias=False))

    x = net.add("Conv2D", net.add("Input", shape=[3, 16, 16]), filters=16, padding=1)
    for _ in range(BLOCKS):
        x = net.add("ReLU", net.add("Add", conv(net.add("ReLU", conv(x))), x))
    net.add("Dense", net.add("GlobalAvgPool", x), units=10)
    return net


def measure() -> list[Row]:
    torch.set_num_threads(training_threads())
    rows = []
    for what, hand, drawn, sizes in (
        ("MLP", HandMLP(), mlp(), (64, 1, 28, 28)),
        ("CNN", HandCNN(), cnn(), (64, 1, 28, 28)),
        (f"{BLOCKS}-block residual network", HandResidual(), residual(), (16, 3, 16, 16)),
    ):
        rows.append(_compare(what, hand, drawn.graph, sizes))
    return rows


def _compare(what: str, hand: nn.Module, graph: Graph, sizes: tuple[int, ...]) -> Row:
    torch.manual_seed(0)
    ours = compile_graph(graph, Shape.of(sizes[1:]))
    batch, labels = torch.randn(sizes), torch.randint(0, 10, sizes[:1])
    with torch.no_grad():
        for mine, theirs in zip(hand.parameters(), ours.parameters(), strict=True):
            mine.copy_(theirs)
    if not torch.equal(hand(batch), ours(batch)):
        raise SystemExit(f"{what}: the compiled network computes something else")
    times: dict[str, list[float]] = {"hand": [], "ours": []}
    end = time.perf_counter() + SECONDS
    turn = 0
    gc.disable()
    while time.perf_counter() < end:
        order = (("hand", hand), ("ours", ours))
        for name, module in order if turn % 2 == 0 else order[::-1]:
            times[name].append(_step(module, batch, labels))
        turn += 1
        if turn % 50 == 0:
            gc.collect()
    gc.enable()
    ratio = median(times["hand"]) / median(times["ours"])
    return Row(
        f"{what}, compiled against written by hand", f"{ratio:.3f} ×", "≥ 0.98 ×", ratio >= 0.98,
        f"{1000 * median(times['ours']):.2f} ms against {1000 * median(times['hand']):.2f} ms, forward and backward, "
        f"batch {sizes[0]}; medians of {turn} steps each, alternating; {torch.get_num_threads()} thread(s)",
    )  # fmt: skip


def _step(module: nn.Module, batch: Tensor, labels: Tensor) -> float:
    """Seconds of one forward and backward pass."""
    module.zero_grad(set_to_none=True)
    started = time.perf_counter()
    functional.cross_entropy(module(batch), labels).backward()
    return time.perf_counter() - started


if __name__ == "__main__":
    main(measure)
