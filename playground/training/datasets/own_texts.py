"""One's own texts: a folder of .txt files for each class, a table with a column of text, or label and text by line."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from playground.core.language import tr
from playground.core.shape import VECTOR, Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.own import FOUND, MAX_CLASSES, Class, Count, Found, Own, file_name
from playground.training.datasets.own_table import Encoding

# ids that stand for no word: filling up, and a word that is not known
RESERVED_IDS = 2


class TextsFound(Found):
    """What reading the texts found. ``words`` counts different ones, ``longest`` and ``typical`` words in a text.

    ``form``: how texts and classes lie in the file; of a table ``columns`` names all, and ``text`` and ``label`` those
    that were taken.
    """

    form: Literal["folder", "table", "lines"]
    samples: Count
    classes: Annotated[tuple[Class, ...], Field(max_length=MAX_CLASSES)] = ()
    words: Count
    longest: Count
    typical: Count
    columns: tuple[str, ...] = ()
    text: str = ""
    label: str = ""
    test_samples: Count = 0


class TextFiles(Own):
    """Texts, each with a class."""

    name: ClassVar[str] = "text-files"
    title: ClassVar[str] = "Text files"
    summary: ClassVar[str] = "Your own texts: a folder of .txt files for each class, or a table with text and label."
    path: str = Field("", max_length=4096, description="A folder or file.", json_schema_extra={"editor": "file"})
    text: str = Field("", max_length=200, description="The column of text; empty to guess it.")
    label: str = Field("", max_length=200, description="The column of labels; empty to guess it.")
    length: int = Field(64, ge=1, le=10_000, description="Words kept of each text; shorter ones are filled up.")
    vocabulary: int = Field(10_000, ge=3, le=1_000_000, description="Ids in all; rarer words count as unknown.")
    encoding: Encoding = Field("utf-8", description="How the files are written; Latin-1 for old files.")
    found: TextsFound | None = Field(None, json_schema_extra=FOUND)

    @property
    def files(self) -> tuple[str, ...]:
        return (self.path,) if self.path else ()

    @property
    def decides(self) -> tuple[str, ...]:
        return self.path, self.text, self.label, self.encoding

    @property
    def parts(self) -> TextsFound:
        """What reading found. Raises ``ValueError`` before."""
        if self.found is None:
            raise ValueError("the texts have not been read yet")
        return self.found

    def _lacking(self) -> str:
        classes = self.parts.classes
        if len(classes) == 1:
            return tr(
                "all texts of {file} belong to one class (“{name}”), so there is nothing to tell apart; add texts of "
                "another class",
                file=file_name(self.path),
                name=classes[0].name,
            )
        return ""

    def _described(self) -> Dataset:
        found = self.parts
        classes = tuple(each.name for each in found.classes)
        return Dataset(
            self.name, file_name(self.path), self.summary, Shape((self.length,), VECTOR, whole=True),
            Target.classes(*classes) if classes else Target("none"), found.samples, found.test_samples, "text",
            vocabulary=min(self.vocabulary, found.words + RESERVED_IDS), source=tr("Your own files"), notes=found.notes,
        )  # fmt: skip
