"""What a person would otherwise run for the presets vae, gan-small, lstm-forecast and autoencoder: plain PyTorch with a
DataLoader. Knows nothing of us.

``python plain_generative.py vae --data DIR --epochs 3 --limit 20000 --threads 1`` prints samples per second as JSON,
without the first epoch. It does nothing but train: no evaluation, no reading of the loss, no pictures.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, TensorDataset

BATCH = {"vae": 128, "gan-small": 128, "lstm-forecast": 32, "autoencoder": 64}
Step = Callable[..., None]


class VAE(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.mean, self.log_variance = nn.Linear(784, 400), nn.Linear(400, 20), nn.Linear(400, 20)
        self.decoder = nn.Sequential(nn.Linear(20, 400), nn.ReLU(), nn.Linear(400, 784))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        h = functional.relu(self.hidden(torch.flatten(x, 1)))
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
        return self.decoder(z), mean, log_variance


class Forecaster(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.lstm, self.dense = nn.LSTM(1, 128, num_layers=3, batch_first=True), nn.Linear(128, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.dense(self.lstm(x)[0][:, -1])


def vae() -> Step:
    model = VAE()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    def step(x: Tensor, _y: Tensor) -> None:
        optimizer.zero_grad()
        scores, mean, log_variance = model(x)
        reconstruction = functional.binary_cross_entropy_with_logits(scores, torch.flatten(x, 1), reduction="sum")
        kl = -0.5 * torch.sum(1 + log_variance - mean.square() - log_variance.exp())
        ((reconstruction + kl) / len(x)).backward()
        optimizer.step()

    return step


def autoencoder() -> Step:
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 784), nn.Sigmoid())
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    def step(x: Tensor, _y: Tensor) -> None:
        optimizer.zero_grad()
        functional.mse_loss(model(x), torch.flatten(x, 1)).backward()
        optimizer.step()

    return step


def forecast() -> Step:
    model = Forecaster()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    def step(x: Tensor, y: Tensor) -> None:
        optimizer.zero_grad()
        functional.mse_loss(model(x), y).backward()
        optimizer.step()

    return step


def gan() -> Step:
    generator = nn.Sequential(
        nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 7 * 7 * 32), nn.ReLU(), nn.Unflatten(1, (32, 7, 7)),
        nn.ConvTranspose2d(32, 32, 5, 1, 2, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
        nn.ConvTranspose2d(32, 16, 5, 2, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
        nn.ConvTranspose2d(16, 1, 5, 2, 2, 1), nn.Tanh(),
    )  # fmt: skip
    discriminator = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 256), nn.LeakyReLU(), nn.Linear(256, 128), nn.LeakyReLU(), nn.Linear(128, 1)
    )
    optimizers = [torch.optim.Adam(net.parameters(), lr=5e-4, betas=(0.5, 0.999)) for net in (generator, discriminator)]
    loss = nn.BCEWithLogitsLoss()

    def step(x: Tensor, _y: Tensor) -> None:
        real, fake = torch.ones(len(x), 1), torch.zeros(len(x), 1)
        optimizers[1].zero_grad()
        made = generator(torch.randn(len(x), 64))
        (loss(discriminator(x * 2 - 1), real) + loss(discriminator(made.detach()), fake)).backward()
        optimizers[1].step()
        optimizers[0].zero_grad()
        loss(discriminator(made), real).backward()
        optimizers[0].step()

    return step


STEPS = {"vae": vae, "gan-small": gan, "lstm-forecast": forecast, "autoencoder": autoencoder}


def images(folder: Path, limit: int) -> TensorDataset:
    zipped = folder / "train-images-idx3-ubyte.gz"
    data = gzip.decompress(zipped.read_bytes()) if zipped.exists() else (folder / zipped.stem).read_bytes()
    values = np.frombuffer(data, np.uint8, offset=16).reshape(-1, 1, 28, 28)[:limit]
    return TensorDataset(torch.from_numpy(values.copy()).float() / 255, torch.zeros(len(values)))


def windows(file: Path) -> TensorDataset:
    """Windows and what follows them, made beforehand: ``x`` and ``y`` of an .npz."""
    arrays = np.load(file)
    return TensorDataset(torch.from_numpy(arrays["x"]), torch.from_numpy(arrays["y"]))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("network", choices=STEPS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=60_000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch-size", type=int)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    data = windows(options.data) if options.network == "lstm-forecast" else images(options.data, options.limit)
    loader = DataLoader(data, batch_size=options.batch_size or BATCH[options.network], shuffle=True)
    step, started = STEPS[options.network](), 0.0
    for epoch in range(options.epochs):
        if epoch == 1:
            started = time.perf_counter()
        for x, y in loader:
            step(x, y)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"samples_per_second": (options.epochs - 1) * len(data) / seconds, "peak_megabytes": peak}))


if __name__ == "__main__":
    main()
