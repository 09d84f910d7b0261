"""What a folder of images holds: classes, sizes, colours, and which files are damaged."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from playground.core.language import tr
from playground.engine.data.arrays import DataError
from playground.engine.data.sources.own_frames import beginning
from playground.engine.data.sources.own_images import Listed, file_column, list_images
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_pictures import IMAGE_SUFFIXES, BadImage, look_at
from playground.training.datasets.own import MAX_CLASSES, MAX_UNTRAINED, Class, counted, shortened, untrained_words
from playground.training.datasets.own_images import ImageFolder, ImagesFound, SizeFound

__all__ = ["IMAGE_SUFFIXES", "inspect_images", "names_images"]
_SIZES = 20
_NAMED = 5


def inspect_images(kind: ImageFolder, data_dir: Path | str | None, progress: Progress | None = None) -> ImageFolder:
    """``kind`` with what its images are; each is read once, so that damage is known. Raises ``DataError``."""
    listing = list_images(kind, data_dir)
    if len(listing.classes) > MAX_CLASSES:
        raise DataError(
            tr(
                "{files}: has {count:,} classes; there can be at most {max_classes:,}.",
                files=kind.files[0],
                count=len(listing.classes),
                max_classes=MAX_CLASSES,
            ),
            tr("Choose the folder in which each class has a folder of its own."),
        )
    good: list[Listed] = []
    bad: dict[str, str] = {}
    sizes: Counter[tuple[int, int]] = Counter()
    examples: dict[tuple[int, int], str] = {}
    channels: Counter[int] = Counter()
    for number, each in enumerate(listing.files, start=1):
        try:
            depth, *size = look_at(each.path)
        except BadImage as error:
            bad[each.name] = f"{each.name}: {error}"
        else:
            good.append(each)
            sizes[size[0], size[1]] += 1
            examples.setdefault((size[0], size[1]), each.name)
            channels[depth] += 1
        if progress is not None:
            progress(number, len(listing.files))
    if not good:
        raise DataError(
            tr(
                "{files}: none of its {count:,} images can be read; {next}.",
                files=kind.files[0],
                count=len(listing.files),
                next=next(iter(bad.values()), ""),
            ),
            tr("Choose a folder with images that other programs show."),
        )
    counts = Counter(each.label for each in good)
    learned, tested = ({each.label for each in good if each.test is test} for test in (False, True))
    untrained = tuple(name for name in listing.classes if name in tested - learned)[:MAX_UNTRAINED]
    found = ImagesFound(
        of=kind.decides, untrained=untrained,
        files=len(listing.files), channels=max(channels), sizes_total=len(sizes), skipped=tuple(bad),
        classes=tuple(Class(name=name, count=counts[name]) for name in listing.classes),
        train_samples=sum(not each.test for each in good), test_samples=sum(each.test for each in good),
        sizes=tuple(
            SizeFound(height=height, width=width, count=count, example=examples[height, width])
            for (height, width), count in sizes.most_common(_SIZES)
        ),
        notes=(
            *listing.notes,
            *([untrained_words(untrained)] if untrained else []),
            *_notes(list(bad.values()), list(listing.skipped), sizes, channels, counts, listing.classes),
        ),
    )  # fmt: skip
    return kind.model_copy(update={"found": found})


def _notes(
    bad: list[str], skipped: list[str], sizes: Counter[tuple[int, int]], channels: Counter[int], counts: Counter[str],
    classes: tuple[str, ...],
) -> list[str]:  # fmt: skip
    notes = []
    if bad:
        notes.append(
            tr(
                "Skipped: {counted} ({shortened}).",
                counted=counted(len(bad), "image that cannot be read"),
                shortened=shortened(bad, _NAMED),
            )
        )
    if skipped:
        notes.append(
            tr(
                "Skipped: {counted} ({shortened}).",
                counted=counted(len(skipped), "file"),
                shortened=shortened(skipped, _NAMED),
            )
        )
    empty = [name for name in classes if not counts[name]]
    if empty:
        notes.append(tr("Classes without an image that can be read: {shortened}.", shortened=shortened(empty)))
    if len(sizes) > 1:
        (height, width), count = sizes.most_common(1)[0]
        notes.append(
            tr(
                "Images have {count:,} sizes; {count2:,} of {values:,} have {height} × {width} (height × "
                "width). Set “Resize to” under Data: then all are resized.",
                count=len(sizes),
                count2=count,
                values=sum(sizes.values()),
                height=height,
                width=width,
            )
        )
    if len(channels) > 1:
        notes.append(tr("Taken as colour images: {counted}.", counted=counted(channels[1], "image in grey")))
    return notes


def names_images(path: Path) -> bool:
    """Whether a table names image files with labels beside them."""
    columns = beginning(path)
    return len(columns) > 1 and file_column(columns) is not None
