"""How an exported training script gets its data: arrays that travel with it, or the files of a published data set."""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.core.codegen.layout import WIDTH
from playground.core.codegen.quoting import docstring, literal
from playground.core.language import tr
from playground.core.project import DataSettings
from playground.engine.data import DataError, load_data
from playground.engine.export.python_text import filled
from playground.training.datasets import Dataset

BUNDLED_FILE = "data.npz"
# Arrays that would make the folder larger than this stay behind.
MOST_BYTES = 64 * 2**20
PARTS = ("train_x", "train_y", "test_x", "test_y")


@dataclass(frozen=True)
class DataSource:
    """Parts of the script: ``load_data`` with what it needs, its imports, its option and what is said about it."""

    text: str
    imports: str = ""
    option: str = ""
    argument: str = ""
    note: str = ""


_BUNDLED = '''
def load_data() -> Data:
    """«title»: samples N×«shape»«bytes»; labels are the numbers of the classes."""
    with np.load(HERE / «file», allow_pickle=False) as arrays:
        train_x, train_y, test_x, test_y = (
            torch.from_numpy(arrays[name]) for name in «parts»
        )
    return train_x, train_y, test_x, test_y
'''

_PUBLISHED = '''
DATA_SET = «name»
NAMES = (  # training samples and labels, test samples and labels
«names»
)
HASHES = (
«hashes»
)
FILES = dict(zip(NAMES, HASHES, strict=True))
MIRRORS = «mirrors»


def load_data(folder: Path) -> Data:
    """«title»: samples N×«shape», bytes from 0 to 255, and numbers of the classes."""
    places = [folder / DATA_SET, folder]
    train_x, train_y, test_x, test_y = (
        read_idx(find(name, places) or download(name, places[0])) for name in FILES
    )
    shape = «sizes»
    return (
        train_x.reshape(-1, *shape),
        train_y.to(torch.int64),
        test_x.reshape(-1, *shape),
        test_y.to(torch.int64),
    )


def find(name: str, places: Sequence[Path]) -> Path | None:
    """The file as published, or unpacked, also with the dot that some mirrors write."""
    raw = name.removesuffix(".gz")
    for place in places:
        for written in (name, raw, raw.replace("-idx", ".idx"), name.replace("-idx", ".idx")):
            if (place / written).is_file():
                return place / written
    return None


def download(name: str, place: Path) -> Path:
    """Fetch a file from the first mirror that has it, and keep it when it is the right one."""
    place.mkdir(parents=True, exist_ok=True)
    reasons = []
    for mirror in MIRRORS:
        print(f"downloading {mirror}{name}", flush=True)
        try:
            with urllib.request.urlopen(mirror + name, timeout=20) as answer:
                content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            reasons.append(f"{mirror}: {error}")
            continue
        kind, _, wanted = FILES[name].partition(":")
        if hashlib.new(kind, content, usedforsecurity=False).hexdigest() == wanted:
            part = place / f"{name}.part"
            part.write_bytes(content)
            return part.replace(place / name)
        reasons.append(f"{mirror}: not the file expected (its {kind} differs)")
    raise SystemExit(f"{name} is not in {place} and cannot be had: {'; '.join(reasons)}")


def read_idx(path: Path) -> Tensor:
    """The bytes in an IDX file, raw or gzipped (http://yann.lecun.com/exdb/mnist)."""
    content = path.read_bytes()
    try:
        content = gzip.decompress(content) if content[:2] == b"\\x1f\\x8b" else content
    except (OSError, EOFError, zlib.error) as error:
        raise SystemExit(f"{path} is damaged: {error}") from error
    rank = content[3] if content[:3] == b"\\0\\0\\x08" and len(content) > 3 else 0
    head = 4 + 4 * rank
    sizes = [int.from_bytes(content[place : place + 4], "big") for place in range(4, head, 4)]
    if not rank or len(content) != head + math.prod(sizes):
        raise SystemExit(f"{path} is damaged, or no IDX file of bytes")
    values = np.frombuffer(content, np.uint8, offset=head)
    return torch.from_numpy(values.reshape(sizes).copy())
'''
_IMPORTS = """
import gzip
import hashlib
import http.client
import math
import urllib.request
import zlib
"""
_OPTION = """    folder = os.environ.get("PLAYGROUND_DATA_DIR") or HERE / "data"
    parser.add_argument("--data", type=Path, default=folder, help="where the data lie, or go")
"""


def data_source(dataset: Dataset) -> DataSource:
    """The part of the script that brings in ``dataset``."""
    words = {
        "title": docstring(dataset.title),
        "name": literal(dataset.name),
        "shape": "×".join(map(str, dataset.shape.sizes)),
        "sizes": literal(dataset.shape.sizes),
        "bytes": ", bytes from 0 to 255" if dataset.shape.is_image else "",
        "file": literal(BUNDLED_FILE),
        "parts": literal(PARTS),
        "names": "\n".join(f"    {literal(file.name)}," for file in dataset.files),
        "hashes": "\n".join(f"    {literal(file.hash)}," for file in dataset.files),
        "mirrors": _lines(dataset.mirrors),
    }
    if travels(dataset):
        source = docstring(", ".join(part for part in (dataset.source, dataset.licence) if part))
        note = f"The data are in {BUNDLED_FILE}: {source}.\n" if source else f"The data are in {BUNDLED_FILE}.\n"
        return DataSource(filled(_BUNDLED, words), note=_wrapped(note))
    note = (
        f"{words['title']} is looked for in --data (or PLAYGROUND_DATA_DIR), else downloaded to it.\n"
        f"It comes from {docstring(dataset.source)}; {docstring(dataset.licence)}.\n"
    )
    return DataSource(filled(_PUBLISHED, words), _IMPORTS, _OPTION, "options.data", _wrapped(note))


def _lines(values: tuple[str, ...]) -> str:
    """A tuple, one value on a line; a single one beside its name."""
    if len(values) == 1:
        return literal(values)
    return "(\n" + "".join(f"    {literal(value)},\n" for value in values) + ")"


def _wrapped(note: str) -> str:
    """Lines that are too long broken."""
    return "".join(f"{part}\n" for line in note.splitlines() for part in textwrap.wrap(line, WIDTH))


def travels(dataset: Dataset) -> bool:
    """Whether the arrays themselves go into the export: small data that nobody publishes as files."""
    return dataset.bundled or not dataset.files


def readable(dataset: Dataset) -> bool:
    """Whether the script can bring in ``dataset``: arrays that go along, or published files of the IDX format."""
    if not travels(dataset):
        return all("idx" in file.name for file in dataset.files)
    # only images whose range is told are kept as bytes
    size = 1 if dataset.shape.is_image and dataset.range == (0.0, 1.0) else 8 if dataset.shape.whole else 4
    return (dataset.train_samples + dataset.test_samples) * dataset.shape.count * size <= MOST_BYTES


def data_file(data: DataSettings, data_dir: Path | str | None = None, sha256: str = "") -> bytes:
    """The arrays of a data set that travels, for ``numpy.load``. With ``sha256`` they must be those that have it.

    Raises ``DataError``.
    """
    arrays = load_data(data, data_dir)
    if sha256 not in ("", arrays.sha256):
        raise DataError(
            tr("{title}: the data found here are not those that the network learned from.", title=arrays.dataset.title),
            tr("They would go along with the training script: bring the others back, or say in which folder they lie."),
        )
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **{name: getattr(arrays, name) for name in PARTS})
    return buffer.getvalue()
