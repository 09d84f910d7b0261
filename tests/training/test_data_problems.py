"""What is told of one's own data before Run."""

from __future__ import annotations

from typing import Any

from networks import chain, project

from playground.core.project import DataSettings, Preparation
from playground.training.check import check
from playground.training.datasets import describe
from playground.training.datasets.own import Class
from playground.training.datasets.own_images import ImageFolder, ImagesFound, SizeFound

SIZES = (
    SizeFound(height=16, width=20, count=7, example="cats/a.png"),
    SizeFound(height=9, width=30, count=1, example="dogs/b.png"),
)


def images(sizes: tuple[SizeFound, ...], preparation: Preparation | None = None, **found: Any):  # type: ignore[no-untyped-def]
    kind = ImageFolder(
        folder="/photos/pets",
        found=ImagesFound(
            of=("/photos/pets", ""), files=8, train_samples=8, sizes=sizes, sizes_total=len(sizes), channels=1,
            classes=(Class(name="cats", count=4), Class(name="dogs", count=4)), **found,
        ),
    )  # fmt: skip
    made = project(chain("Input", "Flatten", ("Dense", {"units": 2})))
    data = DataSettings(
        dataset="image-folder", params=kind.to_params(), validation=0.0, preparation=preparation or Preparation()
    )
    return made.replace(data=data)


def test_images_of_several_sizes_need_one_and_the_fix_sets_it() -> None:
    mixed = images(SIZES)
    found = check(mixed)
    assert not found.ok
    problem = next(problem for problem in found.problems if problem.code == "image-sizes")
    assert problem.severity == "error"
    assert problem.message == (
        "pets: images have 2 sizes; cats/a.png has 16 × 20 pixels, dogs/b.png 9 × 30 (height × width)."
    )
    assert "“Resize to”" in problem.hint
    assert problem.fix is not None
    assert problem.fix.text == "Resize all to 16 × 20"
    mended = problem.fix.edit.apply(mixed)
    assert mended.data.preparation.size == (16, 20)
    assert check(mended).ok
    dataset = describe(mended.data)
    assert dataset is not None
    assert dataset.shape.sizes == (1, 16, 20)


def test_images_of_one_size_need_nothing() -> None:
    assert check(images(SIZES[:1])).ok
    assert "image-sizes" not in {problem.code for problem in check(images(SIZES, Preparation(size=(8, 8)))).problems}


def test_labels_of_the_test_part_alone_are_warned_of() -> None:
    found = check(images(SIZES[:1], untrained=("dogs",)))
    assert found.ok
    problem = next(problem for problem in found.problems if problem.code == "untrained-labels")
    assert str(problem).startswith("pets: 1 test label (dogs) never occurs in training.")
    several = check(images(SIZES[:1], untrained=("7", "8")))
    assert any("2 test labels (7, 8) never occur in training" in problem.message for problem in several.problems)
