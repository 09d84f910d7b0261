"""Small real tables that come with the program, in the units they were measured in."""

from __future__ import annotations

from typing import ClassVar

from playground.core.language import tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.kind import DatasetKind, Group

_SHAPES = ("radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points",
           "symmetry", "fractal dimension")  # fmt: skip


class BundledTable(DatasetKind):
    """A table of scikit-learn's: a row is a sample, the last column what is to be predicted."""

    group: ClassVar[Group] = "table"
    features: ClassVar[tuple[str, ...]]
    target: ClassVar[Target]
    samples: ClassVar[int]

    def describe(self) -> Dataset:
        return Dataset(
            self.name, tr(self.title), tr(self.summary), Shape.vector(len(self.features)), self.target, self.samples,
            look="table", features=self.features, source=tr(self.source), licence=tr(self.licence),
        )  # fmt: skip


class Iris(BundledTable):
    name: ClassVar[str] = "iris"
    title: ClassVar[str] = "Iris"
    summary: ClassVar[str] = "150 irises of three species by four lengths. One species stands apart, two overlap."
    features: ClassVar[tuple[str, ...]] = (
        "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)",
    )  # fmt: skip
    target: ClassVar[Target] = Target.classes("setosa", "versicolor", "virginica")
    samples: ClassVar[int] = 150
    source: ClassVar[str] = "scikit-learn load_iris (Fisher 1936, UCI)"
    licence: ClassVar[str] = "CC BY 4.0"


class Wine(BundledTable):
    name: ClassVar[str] = "wine"
    title: ClassVar[str] = "Wine"
    summary: ClassVar[str] = "178 wines of three growers by thirteen measurements of very different size: scale them."
    features: ClassVar[tuple[str, ...]] = (
        "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols", "flavanoids",
        "nonflavanoid_phenols", "proanthocyanins", "color_intensity", "hue", "od280/od315_of_diluted_wines", "proline",
    )  # fmt: skip
    target: ClassVar[Target] = Target.classes("class_0", "class_1", "class_2")
    samples: ClassVar[int] = 178
    source: ClassVar[str] = "scikit-learn load_wine (Aeberhard & Forina 1991, UCI)"
    licence: ClassVar[str] = "CC BY 4.0"


class BreastCancer(BundledTable):
    name: ClassVar[str] = "breast-cancer"
    title: ClassVar[str] = "Breast cancer"
    summary: ClassVar[str] = "569 tumours, malignant or benign, by thirty measurements of their cells' nuclei."
    features: ClassVar[tuple[str, ...]] = (
        *(f"mean {name}" for name in _SHAPES), *(f"{name} error" for name in _SHAPES),
        *(f"worst {name}" for name in _SHAPES),
    )  # fmt: skip
    target: ClassVar[Target] = Target.classes("malignant", "benign")
    samples: ClassVar[int] = 569
    source: ClassVar[str] = "scikit-learn load_breast_cancer (Wolberg, Street & Mangasarian 1995, UCI)"
    licence: ClassVar[str] = "CC BY 4.0"


class Diabetes(BundledTable):
    name: ClassVar[str] = "diabetes"
    title: ClassVar[str] = "Diabetes"
    summary: ClassVar[str] = (
        "Regression: how far the disease of 442 patients went in a year, 25 to 346, by ten measurements. Scale both."
    )
    features: ClassVar[tuple[str, ...]] = ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6")
    target: ClassVar[Target] = Target.values("progression")
    samples: ClassVar[int] = 442
    source: ClassVar[str] = "scikit-learn load_diabetes, unscaled (Efron et al. 2004, Least Angle Regression)"
    licence: ClassVar[str] = "published with the paper; no licence stated"


BUNDLED: tuple[type[BundledTable], ...] = (Iris, Wine, BreastCancer, Diabetes)
