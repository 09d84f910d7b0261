"""What a person would otherwise run: the presets' networks in plain PyTorch with a DataLoader. Knows nothing of us.

``python plain_script.py mnist-mlp --epochs 3 --limit 20000 --threads 1`` prints samples per second as JSON, without
the first epoch. It does nothing but train: no evaluation, no accuracy, no reading of the loss.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

BATCH = {"mnist-mlp": 64, "mnist-cnn": 32}


def network(name: str) -> nn.Module:
    if name == "mnist-mlp":
        return nn.Sequential(
            nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 10)
        )
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 64), nn.ReLU(), nn.Linear(64, 10),
    )  # fmt: skip


def read_idx(folder: Path, stem: str) -> np.ndarray:
    zipped = folder / f"{stem}.gz"
    data = gzip.decompress(zipped.read_bytes()) if zipped.exists() else (folder / stem).read_bytes()
    sizes = np.frombuffer(data, ">i4", count=data[3], offset=4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("network", choices=BATCH)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=60_000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch-size", type=int)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    images = read_idx(options.data, "train-images-idx3-ubyte")[: options.limit]
    labels = read_idx(options.data, "train-labels-idx1-ubyte")[: options.limit]
    x = torch.from_numpy(images.copy()).unsqueeze(1).float() / 255
    y = torch.from_numpy(labels.astype(np.int64))
    loader = DataLoader(TensorDataset(x, y), batch_size=options.batch_size or BATCH[options.network], shuffle=True)

    model = network(options.network)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    loss_function = nn.CrossEntropyLoss()
    started = 0.0
    for epoch in range(options.epochs):
        if epoch == 1:
            started = time.perf_counter()
        for batch, target in loader:
            optimizer.zero_grad()
            loss = loss_function(model(batch), target)
            loss.backward()
            optimizer.step()
    seconds = time.perf_counter() - started
    print(json.dumps({"samples_per_second": (options.epochs - 1) * len(y) / seconds}))


if __name__ == "__main__":
    main()
