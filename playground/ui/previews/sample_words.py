"""What is said of the sample that flows through the network, and of where samples come from."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.protocol import LayersSeen, Part

PARTS: dict[Part, str] = {"test": mark("Test"), "train": mark("Training"), "validation": mark("Validation")}
DRAW = mark("Draw a sample, and see what every layer makes of it while you draw")
WRITE = mark("Write a text of your own, and see what every layer makes of it")
FILES = mark(
    "Images, arrays, rows and texts (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.npy *.csv *.tsv *.txt);;All files (*)"
)


def words_of(sight: LayersSeen, *, draft: bool) -> list[str]:
    """What it is and what the network says of it; of a ``draft``, that this is untrained."""
    told = [tr("truth {name}", name=sight.truth)] if sight.truth else []
    told += [tr("says {name}", name=sight.said)] if sight.said else []
    return [tr("untrained"), *told] if draft and sight.said else told


def wrong(sight: LayersSeen) -> bool:
    """Whether the network says what is not true."""
    return bool(sight.truth and sight.said) and sight.truth != sight.said
