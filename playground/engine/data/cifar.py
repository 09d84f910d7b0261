"""CIFAR-10's binary archive, read in memory: sizes are checked before anything is unpacked, nothing is written."""

from __future__ import annotations

import tarfile
import zlib
from pathlib import Path, PurePosixPath

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import DataError
from playground.training.datasets import Dataset

_TRAIN = tuple(f"data_batch_{number}.bin" for number in range(1, 6))
_TEST = "test_batch.bin"
_SLACK = 1 << 20  # for the files in the archive that are not images


def read_cifar(dataset: Dataset, path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """uint8 N×3×32×32 and int64 N for training, then for testing. Raises ``DataError`` naming file and fault."""
    rows = {name: dataset.train_samples // len(_TRAIN) for name in _TRAIN} | {_TEST: dataset.test_samples}
    parts = _members(path, {name: count * (1 + dataset.shape.count) for name, count in rows.items()})
    missing = [name for name in rows if name not in parts]
    if missing:
        raise _damaged(path, tr("does not hold {missing}", missing=missing[0]), dataset)
    train = np.concatenate([parts[name] for name in _TRAIN]).reshape(-1, 1 + dataset.shape.count)
    arrays = []
    for table in (train, parts[_TEST].reshape(-1, 1 + dataset.shape.count)):
        labels = table[:, 0].astype(np.int64)
        if labels.max() >= len(dataset.classes):
            what = tr(
                "holds the label {labels}; {title} has {count} classes",
                labels=labels.max(),
                title=dataset.title,
                count=len(dataset.classes),
            )
            raise _damaged(path, what, dataset)
        arrays += [np.ascontiguousarray(table[:, 1:]).reshape(-1, *dataset.shape.sizes), labels]
    return arrays[0], arrays[1], arrays[2], arrays[3]


def _members(path: Path, sizes: dict[str, int]) -> dict[str, np.ndarray]:
    """The bytes of each file in ``sizes`` that is in the archive and has the size expected. Raises ``DataError``."""
    found: dict[str, np.ndarray] = {}
    seen = 0
    try:
        with path.open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
            for member in archive:
                name = PurePosixPath(member.name).name
                seen += member.size
                if seen > sum(sizes.values()) + _SLACK:
                    raise _damaged(
                        path, tr("unpacks to more than the {values:,} bytes expected", values=sum(sizes.values()))
                    )
                if name not in sizes or not member.isreg():
                    continue
                if member.size != sizes[name]:
                    raise _damaged(
                        path,
                        tr(
                            "{name} has {size:,} bytes; expected {sizes:,}",
                            name=name,
                            size=member.size,
                            sizes=sizes[name],
                        ),
                    )
                content = archive.extractfile(member)
                assert content is not None  # a regular file
                found[name] = np.frombuffer(content.read(), np.uint8)
                if len(found[name]) != sizes[name]:
                    raise _damaged(path, tr("is cut off inside {name}", name=name))
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise _damaged(path, tr("is no whole archive ({error})", error=error)) from error
    except OSError as error:
        if error.errno is None:  # what gzip finds wrong has no number
            raise _damaged(path, tr("is damaged inside ({error})", error=error)) from error
        raise DataError(
            tr("{path}: cannot be read: {value}.", path=path, value=error.strerror or error),
            tr("Check the file's rights."),
        ) from error
    return found


def _damaged(path: Path, what: str, dataset: Dataset | None = None) -> DataError:
    name = dataset.name if dataset else path.parent.name
    return DataError(
        tr("{path}: {what}.", path=path, what=what),
        tr("Delete the file and run “playground datasets get {name}”, or copy it again from its source.", name=name),
    )
