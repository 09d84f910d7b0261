"""A proof in words, for the command line, for messages and for the window."""

from __future__ import annotations

from playground.core.language import tr
from playground.protocol import Proof


def batches_text(proof: Proof) -> str:
    """``64, 7 and 1``."""
    *first, last = map(str, proof.batches)
    return tr("{first} and {last}", first=", ".join(first), last=last) if first else last


def proof_head(proof: Proof) -> tuple[str, ...]:
    """On what it was run, and at which batches."""
    values = {"count": proof.samples, "batches": batches_text(proof)}
    if proof.noise:
        head = tr("checked in a clean process on {count} samples of noise, at batches of {batches}", **values)
        return head, tr("noise, as the generator gets it")
    if proof.real:
        return (tr("checked in a clean process on {count} test samples, at batches of {batches}", **values),)
    head = tr("checked in a clean process on {count} random samples, at batches of {batches}", **values)
    return head, tr("random samples, because the project's data are not on this machine or do not fit its inputs")


def proof_lines(proof: Proof) -> tuple[str, ...]:
    """On what it was run, how well it agreed, how fast it is."""
    head, *more = proof_head(proof)
    agreement = tr("largest difference {difference:.1e}", difference=proof.difference)
    if proof.agreement is not None:
        agreement = tr(
            "largest difference {difference:.1e}, the same class for {same} of {count}",
            difference=proof.difference, same=proof.agreement, count=proof.samples,
        )  # fmt: skip
    speed = tr(
        "{count} samples take {time}, in this program {own}", count=proof.samples,
        time=milliseconds(proof.milliseconds), own=milliseconds(proof.own_milliseconds),
    )  # fmt: skip
    return tr("{what}, with {runtime}", what=head, runtime=proof.runtime), *more, agreement, speed


def milliseconds(value: float) -> str:
    """Three digits that matter."""
    return f"{value:.0f} ms" if value >= 100 else f"{value:.3g} ms"


def size_text(count: int) -> str:
    """Bytes for people."""
    return f"{count / 2**20:,.1f} MB" if count >= 2**20 else f"{count / 1024:,.1f} KB"
