"""One's own images: a folder for each class, or a table that tells the label of each file."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from playground.core.graph import Record
from playground.core.language import tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.own import FOUND, MAX_CLASSES, Class, Count, Found, Own, file_name

Side = Annotated[int, Field(ge=1, le=100_000)]


class SizeFound(Record):
    """A size that images have, how many have it, and one of them."""

    height: Side
    width: Side
    count: Count
    example: str


class ImagesFound(Found):
    """What reading the images found. ``sizes`` are the most frequent ones, most frequent first; ``sizes_total`` counts
    all. ``files`` counts those that were looked at, ``skipped`` names those that are no images.
    """

    files: Count
    classes: Annotated[tuple[Class, ...], Field(max_length=MAX_CLASSES)] = ()
    test_samples: Count = 0
    train_samples: Count
    sizes: tuple[SizeFound, ...] = Field(min_length=1)
    sizes_total: Count = 1
    channels: Annotated[int, Field(ge=1, le=3)]
    skipped: tuple[str, ...] = ()

    @property
    def mixed(self) -> bool:
        return self.sizes_total > 1


class ImageFolder(Own):
    """A folder of images."""

    name: ClassVar[str] = "image-folder"
    title: ClassVar[str] = "Image folder"
    summary: ClassVar[str] = "Your own images: a folder for each class, or one CSV file with the label of each file."
    folder: str = Field("", max_length=4096, description="The images.", json_schema_extra={"editor": "folder"})
    labels: str = Field(
        "", max_length=4096, description="A CSV file with a column of file names and one of labels; empty where "
        "folders are the classes.", json_schema_extra={"editor": "file"},
    )  # fmt: skip
    found: ImagesFound | None = Field(None, json_schema_extra=FOUND)

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(file for file in (self.folder, self.labels) if file)

    @property
    def decides(self) -> tuple[str, ...]:
        return self.folder, self.labels

    @property
    def parts(self) -> ImagesFound:
        """What reading found. Raises ``ValueError`` before."""
        if self.found is None:
            raise ValueError("the images have not been read yet")
        return self.found

    def _lacking(self) -> str:
        classes = self.parts.classes
        if len(classes) == 1:
            return tr(
                "all images of {file} belong to one class (“{name}”), so there is nothing to tell apart; add a folder "
                "for another class, or choose the folder itself to learn without classes",
                file=file_name(self.files[0]),
                name=classes[0].name,
            )
        return ""

    def _described(self) -> Dataset:
        found = self.parts
        size, classes = found.sizes[0], tuple(each.name for each in found.classes)
        return Dataset(
            self.name, file_name(self.files[0]), self.summary,
            Shape.image(found.channels, size.height, size.width),
            Target.classes(*classes) if classes else Target("none"), found.train_samples, found.test_samples, "images",
            range=(0.0, 1.0), source=tr("Your own files"), notes=found.notes,
        )  # fmt: skip
