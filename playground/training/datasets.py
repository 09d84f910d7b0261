"""The named data sets: what one sample looks like, how many there are, where the files come from."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.shape import Shape


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of a data set as it is published: its name, size in bytes when unpacked, and MD5 of the .gz."""

    name: str
    md5: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set by name. ``classes`` are the labels' names; the test part is the data set's own."""

    name: str
    title: str
    summary: str
    shape: Shape
    classes: tuple[str, ...]
    train_samples: int
    test_samples: int
    bundled: bool
    source: str
    licence: str
    files: tuple[DataFile, ...] = ()
    mirrors: tuple[str, ...] = ()


_DIGITS = tuple(str(digit) for digit in range(10))

DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        Dataset(
            name="digits",
            title="Digits",
            summary="1,797 real handwritten digits, 8×8 scans scaled to 28×28. Comes with the program.",
            shape=Shape.image(1, 28, 28),
            classes=_DIGITS,
            train_samples=1437,
            test_samples=360,
            bundled=True,
            source="scikit-learn load_digits (Alpaydin & Kaynak 1998, UCI)",
            licence="CC BY 4.0",
        ),
        Dataset(
            name="mnist",
            title="MNIST",
            summary="70,000 real handwritten digits, 28×28, the classic first data set.",
            shape=Shape.image(1, 28, 28),
            classes=_DIGITS,
            train_samples=60_000,
            test_samples=10_000,
            bundled=False,
            source="LeCun, Cortes, Burges",
            licence="CC BY-SA 3.0",
            files=(
                DataFile("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                DataFile("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
                DataFile("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
                DataFile("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c"),
            ),
            mirrors=(
                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                "https://storage.googleapis.com/cvdf-datasets/mnist/",
            ),
        ),
    )
}
