"""Moments that change hands: shared by a run that branches off, or taken over from a process that was killed."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from playground.core.language import tr
from playground.engine.moments.folder import Folder
from playground.engine.moments.moment import Moment, Unreadable, read_facts
from playground.engine.moments.moments import Kept, Moments

_log = logging.getLogger(__name__)


def fork(moments: Moments, step: int) -> Moments:
    """Those up to ``step`` once more, for a run of its own: files are shared while both have them."""
    other = moments.like()
    shared: dict[int, Kept] = {}
    for known, kept in moments.kept.items():
        if known > step:
            break
        try:
            if kept.moment is None:
                _link(moments.file(known), other.file(known))
        except OSError as error:
            _log.warning("a snapshot cannot be shared: %s", error)
            continue
        shared[known] = Kept(kept.size, kept.epoch_end, kept.moment)
    other.include(shared)
    return other


def found(path: Path, until: int) -> Moments:
    """Those that a process which is gone has left in ``path``, the last one whole. Raises ``OSError``, and
    ``Unreadable`` where there is none.

    What came after step ``until`` nobody was told of any more: it goes, so that there is no gap in the history.
    """
    folder = Folder(path.parent)
    folder.take_over(path)
    moments = Moments(folder=folder)
    kept: dict[int, Kept] = {}
    for unfinished in path.glob("*.new"):
        unfinished.unlink()
    for step in sorted((int(file.stem) for file in path.glob("*.safetensors") if file.stem.isdigit()), reverse=True):
        file = moments.file(step)
        if step > until:
            file.unlink(missing_ok=True)
            continue
        try:
            facts = read_facts(file) if kept else Moment.read(file).facts
            kept[step] = Kept(file.stat().st_size, facts["position"]["batch"] == 0, None)
        except (Unreadable, KeyError, TypeError) as error:
            _log.warning("a snapshot that was left cannot be read: %s", error)
            file.unlink(missing_ok=True)
    if not kept:
        moments.close()
        raise Unreadable(tr("no snapshot was left"))
    moments.include(kept)
    return moments


def _link(source: Path, target: Path) -> None:
    """One file under two names; where the disk knows no such thing, a copy. Raises ``OSError``."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
