"""What the run controller tells: the worker's events, and what became of the run."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class RunSignals(QObject):
    """Signals that carry an object carry the record of ``protocol`` of that name, where nothing else is said."""

    state_changed = Signal(str)
    edited_changed = Signal(bool)  # whether the project differs from what the run trains
    blocked = Signal(str)  # why Run did nothing: the project has an error
    ready = Signal(object)
    run_started = Signal(object)
    progressed = Signal(object)
    epoch_done = Signal(object)
    histograms_taken = Signal(object)
    predictions = Signal(object)
    views = Signal(object)
    seen = Signal(object)  # Seen or Unseen: of the run that is current
    draft_changed = Signal()  # there is another network to look at before a first run, or none any more
    snapshots = Signal(object)  # the steps of the current run that can be looked at and branched off
    diverged = Signal(object)  # numbers went out of bounds; the run pauses on its last good weights
    run_finished = Signal(object)
    run_failed = Signal(object)
    worker_died = Signal(object)
    run_reset = Signal()
    runs_left = Signal()  # other runs can be taken up again, see RunController.left
    pace_changed = Signal(float)  # seconds between two steps; 0 for as fast as it goes
    bundle_opened = Signal(object)
    bundle_refused = Signal(object)  # RunFailed: its weights cannot be loaded
    model_imported = Signal(object)
    saved = Signal(object)
    copied = Signal(object)  # Saved: a bundle that nobody asked for, see RunController.copy_weights
    copy_failed = Signal(object)  # RequestFailed
    exported = Signal(object)
    export_progress = Signal(object)
    file_progress = Signal(object)
    request_failed = Signal(object)
    data_progress = Signal(object)
    answered = Signal(object)  # what was asked with ``ask``: the answers, or its RequestFailed
