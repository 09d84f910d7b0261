"""Data sets that come as files: bundled ones, and those that are downloaded on request."""

from __future__ import annotations

from typing import ClassVar

from playground.core.language import tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import DataFile, Dataset, Target
from playground.training.datasets.kind import DatasetKind, Group

DIGITS = tuple(str(digit) for digit in range(10))


class Published(DatasetKind):
    """Images with classes in IDX or binary files, as they were published, with a test part of their own."""

    group: ClassVar[Group] = "images"
    shape: ClassVar[Shape]
    classes: ClassVar[tuple[str, ...]]
    train_samples: ClassVar[int]
    test_samples: ClassVar[int]
    files: ClassVar[tuple[DataFile, ...]] = ()
    mirrors: ClassVar[tuple[str, ...]] = ()

    def describe(self) -> Dataset:
        return Dataset(
            self.name, tr(self.title), tr(self.summary), self.shape, Target.classes(*self.classes), self.train_samples,
            self.test_samples, "images", bundled=not self.files, source=tr(self.source), licence=tr(self.licence),
            files=self.files, mirrors=self.mirrors, range=(0.0, 1.0),
        )  # fmt: skip


class Digits(Published):
    name: ClassVar[str] = "digits"
    title: ClassVar[str] = "Digits"
    summary: ClassVar[str] = "1,797 real handwritten digits, 8×8 scans scaled to 28×28. Comes with the program."
    shape: ClassVar[Shape] = Shape.image(1, 28, 28)
    classes: ClassVar[tuple[str, ...]] = DIGITS
    train_samples: ClassVar[int] = 1437
    test_samples: ClassVar[int] = 360
    source: ClassVar[str] = "scikit-learn load_digits (Alpaydin & Kaynak 1998, UCI)"
    licence: ClassVar[str] = "CC BY 4.0"


class Mnist(Published):
    name: ClassVar[str] = "mnist"
    title: ClassVar[str] = "MNIST"
    summary: ClassVar[str] = "70,000 real handwritten digits, 28×28, the classic first data set."
    shape: ClassVar[Shape] = Shape.image(1, 28, 28)
    classes: ClassVar[tuple[str, ...]] = DIGITS
    train_samples: ClassVar[int] = 60_000
    test_samples: ClassVar[int] = 10_000
    source: ClassVar[str] = "LeCun, Cortes, Burges"
    licence: ClassVar[str] = "CC BY-SA 3.0"
    files: ClassVar[tuple[DataFile, ...]] = (
        DataFile("train-images-idx3-ubyte.gz", "md5:f68b3c2dcbeaaa9fbdd348bbdeb94873", 9_912_422),
        DataFile("train-labels-idx1-ubyte.gz", "md5:d53e105ee54ea40749a09fcbcd1e9432", 28_881),
        DataFile("t10k-images-idx3-ubyte.gz", "md5:9fb629c4189551a2d022fa330f9573f3", 1_648_877),
        DataFile("t10k-labels-idx1-ubyte.gz", "md5:ec29112dd5afa0611ce80d1b7f02629c", 4_542),
    )
    mirrors: ClassVar[tuple[str, ...]] = (
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
    )


class FashionMnist(Published):
    name: ClassVar[str] = "fashion-mnist"
    title: ClassVar[str] = "Fashion-MNIST"
    summary: ClassVar[str] = "70,000 pictures of clothes, 28×28: as MNIST, but harder."
    shape: ClassVar[Shape] = Shape.image(1, 28, 28)
    classes: ClassVar[tuple[str, ...]] = (
        "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    )  # fmt: skip
    train_samples: ClassVar[int] = 60_000
    test_samples: ClassVar[int] = 10_000
    source: ClassVar[str] = "Zalando Research (Xiao, Rasul & Vollgraf 2017)"
    licence: ClassVar[str] = "MIT"
    files: ClassVar[tuple[DataFile, ...]] = (
        DataFile(
            "train-images-idx3-ubyte.gz",
            "sha256:3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            26_421_880,
        ),
        DataFile(
            "train-labels-idx1-ubyte.gz",
            "sha256:a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            29_515,
        ),
        DataFile(
            "t10k-images-idx3-ubyte.gz",
            "sha256:346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            4_422_102,
        ),
        DataFile(
            "t10k-labels-idx1-ubyte.gz",
            "sha256:67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            5_148,
        ),
    )
    mirrors: ClassVar[tuple[str, ...]] = (
        "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    )


class Kmnist(Published):
    name: ClassVar[str] = "kmnist"
    title: ClassVar[str] = "KMNIST"
    summary: ClassVar[str] = "70,000 cursive Japanese characters out of old books, 28×28: as MNIST, but of many shapes."
    shape: ClassVar[Shape] = Shape.image(1, 28, 28)
    classes: ClassVar[tuple[str, ...]] = ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")
    train_samples: ClassVar[int] = 60_000
    test_samples: ClassVar[int] = 10_000
    source: ClassVar[str] = "ROIS-CODH (Clanuwat et al. 2018, Deep Learning for Classical Japanese Literature)"
    licence: ClassVar[str] = "CC BY-SA 4.0"
    files: ClassVar[tuple[DataFile, ...]] = (
        DataFile("train-images-idx3-ubyte.gz", "md5:bdb82020997e1d708af4cf47b453dcf7", 18_165_135),
        DataFile("train-labels-idx1-ubyte.gz", "md5:e144d726b3acfaa3e44228e80efcd344", 29_497),
        DataFile("t10k-images-idx3-ubyte.gz", "md5:5c965bf0a639b31b8f53240b1b52f4d7", 3_041_136),
        DataFile("t10k-labels-idx1-ubyte.gz", "md5:7320c461ea6c1c855c0b718fb2a4b134", 5_120),
    )
    mirrors: ClassVar[tuple[str, ...]] = ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/",)


class Cifar10(Published):
    name: ClassVar[str] = "cifar-10"
    title: ClassVar[str] = "CIFAR-10"
    summary: ClassVar[str] = "60,000 small colour photographs of ten kinds of things, 3×32×32."
    shape: ClassVar[Shape] = Shape.image(3, 32, 32)
    classes: ClassVar[tuple[str, ...]] = (
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    )  # fmt: skip
    train_samples: ClassVar[int] = 50_000
    test_samples: ClassVar[int] = 10_000
    source: ClassVar[str] = "Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images"
    licence: ClassVar[str] = "free to use with the paper named; no licence stated"
    files: ClassVar[tuple[DataFile, ...]] = (
        DataFile("cifar-10-binary.tar.gz", "md5:c32a1d4ab5d03f1284b67883e8d87530", 170_052_171),
    )
    mirrors: ClassVar[tuple[str, ...]] = ("https://www.cs.toronto.edu/~kriz/",)
