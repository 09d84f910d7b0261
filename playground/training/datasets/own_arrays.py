"""One's own arrays: .npy and .npz files, and the IDX files of MNIST and its kin."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from playground.core.graph import Record
from playground.core.language import mark, tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import Dataset, Look, Target
from playground.training.datasets.own import FOUND, MAX_CLASSES, Count, Found, Own, file_name

Sizes = tuple[Annotated[int, Field(ge=1, le=2**40)], ...]
_FILE: dict[str, Any] = {"editor": "file"}


class ArrayFound(Record):
    """One array: in which file, under which name in an .npz, its shape with the samples first, and its type."""

    file: str
    name: str = ""
    shape: Annotated[Sizes, Field(min_length=1, max_length=5)]
    dtype: str


class TargetFound(Record):
    """The values of the targets: sorted, as text, where they are few enough for classes; ``whole`` for whole numbers.

    ``kind`` is what was guessed. ``one_hot``: rows with a single 1 each. ``binary``: nothing but 0 and 1.
    """

    kind: Literal["classes", "labels", "values"]
    classes: Annotated[tuple[str, ...], Field(max_length=MAX_CLASSES)] = ()
    shape: Sizes = ()
    whole: bool = False
    binary: bool = False
    one_hot: bool = False


class ArraysFound(Found):
    """What reading the arrays found; ``range`` is the least and the greatest number of the inputs."""

    x: ArrayFound
    y: ArrayFound | None = None
    test_x: ArrayFound | None = None
    test_y: ArrayFound | None = None
    target: TargetFound | None = None
    look: Literal["table", "sequences", "images"] = "table"
    channels_last: bool = False
    missing: Count = 0
    range: tuple[float, float] | None = None


_UNLIKE: dict[Look, str] = {
    "table": mark("a sample of {file} is {what}, which cannot be looked at as table"),
    "images": mark("a sample of {file} is {what}, which cannot be looked at as images"),
    "sequences": mark("a sample of {file} is {what}, which cannot be looked at as sequences"),
}


class _FromArrays(Own):
    """Inputs and targets from arrays, with a test part where there are two more."""

    found: ArraysFound | None
    target: Literal["guess", "classes", "labels", "values"]

    @property
    def parts(self) -> ArraysFound:
        """What reading found. Raises ``ValueError`` before."""
        if self.found is None:
            raise ValueError("the arrays have not been read yet")
        return self.found

    @property
    def target_kind(self) -> Literal["classes", "labels", "values", "none"]:
        found = self.parts.target
        if found is None:
            return "none"
        return found.kind if self.target == "guess" else self.target

    def _lacking(self) -> str:
        sizes = self.parts.x.shape[1:]
        fits = {"table": True, "images": len(sizes) in {2, 3}, "sequences": len(sizes) in {1, 2}}
        if not fits.get(self.look_at, False):
            what = " × ".join(map(str, sizes)) or tr("one number")
            return tr(_UNLIKE[self.look_at], file=file_name(self.files[0]), what=what)
        return self._lacking_target()

    def _lacking_target(self) -> str:
        found = self.parts.target
        file = file_name(self.parts.y.file if self.parts.y else self.files[0])
        if found is None:
            return ""
        if self.target_kind == "classes" and len(found.classes) < 2:
            if not found.classes:
                return tr("the values of {file} are no classes: choose “values” as the target", file=file)
            return tr(
                "{file} has a single class (“{name}”), so there is nothing to tell apart",
                file=file,
                name=found.classes[0],
            )
        if self.target_kind == "labels" and not (found.binary and len(found.shape) == 1):
            return tr(
                "labels are rows of 0 and 1, and {file} holds others; choose “classes” or “values” as the target",
                file=file,
            )
        if self.target_kind == "values" and not found.whole and found.classes and self.parts.y is not None:
            text = self.parts.y.dtype[:1] in "US"
            return tr("{file} holds text: choose “classes” as the target", file=file) if text else ""
        return ""

    def _shape(self) -> Shape:
        sizes, look = self.parts.x.shape[1:], self.look_at
        if look == "images":
            if len(sizes) == 2:
                return Shape.image(1, *sizes)
            return Shape.image(sizes[2], *sizes[:2]) if self.parts.channels_last else Shape.of(sizes)
        if look == "sequences":
            return Shape.sequence(*(sizes if len(sizes) == 2 else (sizes[0], 1)))
        return Shape.vector(1) if not sizes else Shape.of(sizes)

    @property
    def look_at(self) -> Look:
        return self.parts.look

    def _target(self) -> Target:
        found = self.parts.target
        if found is None:
            return Target("none")
        if self.target_kind == "classes":
            return Target.classes(*found.classes)
        shape = Shape.of(found.shape or (1,))
        names = tuple(f"y{number}" for number in range(1, shape.sizes[0] + 1)) if shape.rank == 1 else ()
        names = ("y",) if names == ("y1",) else names
        return Target(self.target_kind, names, shape)

    def _described(self) -> Dataset:
        found, shape = self.parts, self._shape()
        features = tuple(f"x{n}" for n in range(1, shape.sizes[0] + 1)) if shape.is_vector else ()
        return Dataset(
            self.name, file_name(self.files[0]), self.summary, shape, self._target(), found.x.shape[0],
            0 if found.test_x is None else found.test_x.shape[0], self.look_at, features=features,
            range=(0.0, 1.0) if found.x.dtype == "uint8" and shape.is_image else None,
            source=tr("Your own files"), notes=found.notes,
        )  # fmt: skip


class Arrays(_FromArrays):
    """NumPy arrays; those in .npy files are read from disk as they are needed, so they may be larger than memory."""

    name: ClassVar[str] = "arrays"
    title: ClassVar[str] = "NumPy arrays"
    summary: ClassVar[str] = "Your own .npy files, one of inputs and one of targets, or an .npz file with both."
    x: str = Field("", max_length=4096, title="Inputs", description="A .npy or .npz file.", json_schema_extra=_FILE)
    y: str = Field(
        "", max_length=4096, title="Targets", description="A .npy file; empty when inputs come as .npz, or for none.",
        json_schema_extra=_FILE,
    )  # fmt: skip
    test_x: str = Field("", max_length=4096, title="Test inputs", description="Where they have a file of their own.",
                        json_schema_extra=_FILE)  # fmt: skip
    test_y: str = Field("", max_length=4096, title="Test targets", description="Where they have a file of their own.",
                        json_schema_extra=_FILE)  # fmt: skip
    x_name: str = Field("", max_length=200, title="Name of inputs", description="Of the array in the .npz file.")
    y_name: str = Field("", max_length=200, title="Name of targets", description="Of the array in the .npz file.")
    target: Literal["guess", "classes", "labels", "values"] = Field("guess", description="What the targets are.")
    look: Literal["guess", "table", "sequences", "images"] = Field("guess", description="What a sample is.")
    found: ArraysFound | None = Field(None, json_schema_extra=FOUND)

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(file for file in (self.x, self.y, self.test_x, self.test_y) if file)

    @property
    def decides(self) -> tuple[str, ...]:
        return self.x, self.y, self.test_x, self.test_y, self.x_name, self.y_name

    @property
    def look_at(self) -> Look:
        return self.parts.look if self.look == "guess" else self.look


class Idx(_FromArrays):
    """Images and labels in the format of MNIST, raw or gzipped."""

    name: ClassVar[str] = "idx"
    title: ClassVar[str] = "IDX files"
    summary: ClassVar[str] = "Your own images and labels in the IDX format of MNIST, raw or gzipped."
    images: str = Field("", max_length=4096, description="For example train-images-idx3-ubyte.gz.",
                        json_schema_extra=_FILE)  # fmt: skip
    labels: str = Field("", max_length=4096, description="For example train-labels-idx1-ubyte.gz; empty for none.",
                        json_schema_extra=_FILE)  # fmt: skip
    test_images: str = Field("", max_length=4096, description="Where they have a file of their own.",
                             json_schema_extra=_FILE)  # fmt: skip
    test_labels: str = Field("", max_length=4096, description="Where they have a file of their own.",
                             json_schema_extra=_FILE)  # fmt: skip
    target: Literal["guess", "classes", "labels", "values"] = Field("guess", description="What the labels are.")
    found: ArraysFound | None = Field(None, json_schema_extra=FOUND)

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(file for file in self.decides if file)

    @property
    def decides(self) -> tuple[str, ...]:
        return self.images, self.labels, self.test_images, self.test_labels
