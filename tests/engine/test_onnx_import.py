"""What torch exports of modules written by hand becomes a network that computes the same, and is exported the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from onnx_models import assert_same_outputs, exported_by_torch, kinds
from torch import Tensor, nn
from torch.nn import functional

from playground.training.check import check

pytestmark = pytest.mark.usefixtures("onnx_operators")


class LeNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = functional.max_pool2d(torch.tanh(self.conv1(x)), 2)
        x = functional.max_pool2d(torch.tanh(self.conv2(x)), 2).flatten(1)
        return self.fc3(torch.tanh(self.fc2(torch.tanh(self.fc1(x)))))


class Residual(nn.Module):
    def __init__(self, channels: int, filters: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, filters, 3, stride, 1, bias=False)
        self.norm1, self.norm2 = nn.BatchNorm2d(filters), nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        same = channels == filters and stride == 1
        self.short = nn.Identity() if same else nn.Conv2d(channels, filters, 1, stride, bias=False)
        for norm in (self.norm1, self.norm2):
            nn.init.uniform_(norm.running_var, 0.5, 1.5)
            nn.init.normal_(norm.running_mean, std=0.2)

    def forward(self, x: Tensor) -> Tensor:
        inner = self.norm2(self.conv2(torch.relu(self.norm1(self.conv1(x)))))
        return torch.relu(inner + self.short(x))


class Reader(nn.Module):
    """Words to classes: an embedding, two recurrent layers, the last step."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(50, 8)
        self.lstm = nn.LSTM(8, 12, 2, batch_first=True, bidirectional=True)
        self.gru = nn.GRU(24, 10, batch_first=True, bidirectional=True)
        self.out = nn.Linear(20, 3)

    def forward(self, x: Tensor) -> Tensor:
        steps, _ = self.lstm(self.words(x))
        _, last = self.gru(steps)
        return self.out(torch.cat([last[-2], last[-1]], 1))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.embed, self.out = nn.Linear(6, 16), nn.Linear(16, 3)
        self.places = nn.Parameter(torch.randn(7, 16))
        self.layer = nn.TransformerEncoderLayer(16, 4, 32, batch_first=True, activation="gelu")

    def forward(self, x: Tensor) -> Tensor:
        return self.out(self.layer(self.embed(x) + self.places).mean(1))


class SelfAttention(nn.Module):
    """Written out, as papers do."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(16, 16) for _ in range(4))
        self.norm = nn.RMSNorm(16, eps=1e-5)

    def forward(self, x: Tensor) -> Tensor:
        batch, time, width = x.shape
        q, k, v = (f(x).view(batch, time, 4, 4).transpose(1, 2) for f in (self.q, self.k, self.v))
        mixed = torch.softmax(q @ k.transpose(-1, -2) / 2.0, -1) @ v
        return self.norm(x + self.o(mixed.transpose(1, 2).reshape(batch, time, width)))[:, 0]


class UNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.down1, self.down2 = nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 8, 3, padding=1)
        self.middle, self.up2 = nn.Conv2d(8, 16, 3, padding=1), nn.ConvTranspose2d(16, 8, 2, 2)
        self.join2, self.up1 = nn.Conv2d(16, 8, 3, padding=1), nn.Upsample(scale_factor=2, mode="bilinear")
        self.join1, self.norm = nn.Conv2d(12, 2, 3, padding=1), nn.GroupNorm(2, 8)

    def forward(self, x: Tensor) -> Tensor:
        one = torch.relu(self.down1(x))
        two = functional.silu(self.norm(self.down2(functional.max_pool2d(one, 2))))
        low = functional.gelu(self.middle(functional.max_pool2d(two, 2)))
        up = functional.mish(self.join2(torch.cat([self.up2(low), two], 1)))
        return self.join1(torch.cat([self.up1(up), one], 1))


class NextBlock(nn.Module):
    """Channels last in the middle, as ConvNeXt does."""

    def __init__(self) -> None:
        super().__init__()
        self.stem, self.deep = nn.Conv2d(3, 8, 4, 4), nn.Conv2d(8, 8, 7, padding=3, groups=8)
        self.norm, self.wide, self.narrow = nn.LayerNorm(8), nn.Linear(8, 32), nn.Linear(32, 8)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        inner = self.narrow(functional.gelu(self.wide(self.norm(self.deep(x).permute(0, 2, 3, 1)))))
        return (x + inner.permute(0, 3, 1, 2)).mean((2, 3))


class TwoInTwoOut(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.one, self.two = nn.Linear(4, 5), nn.Conv2d(1, 5, 3)

    def forward(self, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        gate, seen = self.one(x), self.two((y - 0.5) / 0.25)
        return seen * torch.sigmoid(gate)[:, :, None, None], torch.maximum(gate, seen.amax((2, 3)))


TORCH = {
    "ResNet": (
        lambda: nn.Sequential(
            nn.Conv2d(3, 8, 7, 2, 3), nn.ReLU(), nn.MaxPool2d(3, 2, 1), Residual(8, 8, 1), Residual(8, 16, 2),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, 10),
        ),
        [(3, 32, 32)],
    ),
    "Transformer encoder": (Encoder, [(7, 6)]),
    "self-attention": (SelfAttention, [(7, 16)]),
    "U-Net": (UNet, [(1, 16, 16)]),
    "ConvNeXt block": (NextBlock, [(3, 32, 32)]),
    "two in, two out": (TwoInTwoOut, [(4,), (1, 6, 6)]),
    "one dimension": (
        lambda: nn.Sequential(
            nn.Conv1d(3, 8, 5, 2, 3), nn.BatchNorm1d(8), nn.ReLU(), nn.MaxPool1d(3, 2, 1),
            nn.Conv1d(8, 8, 3, dilation=2, groups=4), nn.InstanceNorm1d(8, affine=True), nn.Flatten(),
            nn.Linear(104, 3),
        ),
        [(3, 64)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TORCH)
def test_what_torch_exports_computes_the_same_before_and_after(name: str, tmp_path: Path) -> None:
    make, shapes = TORCH[name]
    torch.manual_seed(0)
    path = exported_by_torch(tmp_path / "torch.onnx", make(), *(torch.rand(2, *shape) for shape in shapes))
    assert_same_outputs(path, tmp_path / "again.onnx")


def test_a_reader_of_words(tmp_path: Path) -> None:
    path = exported_by_torch(tmp_path / "words.onnx", Reader(), torch.randint(0, 50, (2, 9)))
    imported = assert_same_outputs(path, ids=50)
    # slices of both directions put side by side again are what the layer gives by itself
    assert kinds(imported) == ["Input", "Embedding", "LSTM", "LSTM", "GRU", "Dense"]
    graph = imported.project.networks[imported.network]
    assert graph.by_id["input1"].params["values"] == "ids"
    assert [n.name for n in graph.nodes if n.name] == ["words", "out"]


def test_layers_are_what_a_person_would_draw(tmp_path: Path) -> None:
    torch.manual_seed(0)
    path = exported_by_torch(tmp_path / "lenet.onnx", LeNet(), torch.rand(2, 1, 28, 28))
    imported = assert_same_outputs(path, tmp_path / "again.onnx")
    graph = imported.project.networks[imported.network]
    assert kinds(imported) == [
        "Input",
        "Conv2D",
        "MaxPool2D",
        "Conv2D",
        "MaxPool2D",
        "Flatten",
        "Dense",
        "Dense",
        "Dense",
    ]
    assert graph.by_id["conv1"].params["activation"] == "Tanh"
    assert graph.by_id["conv1"].params["padding"] == 2
    assert {"conv1.weight", "fc3.bias"} <= set(imported.weights)
    # it fits the digits that come with the program: it can be trained on
    assert check(imported.project).ok
