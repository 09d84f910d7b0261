"""A proof in words, for the command line, for messages and for the window."""

from __future__ import annotations

from playground.protocol import Proof


def batches_text(proof: Proof) -> str:
    """``64, 7 and 1``."""
    *first, last = map(str, proof.batches)
    return f"{', '.join(first)} and {last}" if first else last


def proof_head(proof: Proof) -> tuple[str, ...]:
    """On what it was run, and at which batches."""
    kind = "samples of noise" if proof.noise else "test samples" if proof.real else "random samples"
    head = f"checked in a clean process on {proof.samples} {kind}, at batches of {batches_text(proof)}"
    if proof.noise:
        return head, "noise, as the generator gets it"
    if proof.real:
        return (head,)
    return head, "random samples, because the project's data are not on this machine or do not fit its inputs"


def proof_lines(proof: Proof) -> tuple[str, ...]:
    """On what it was run, how well it agreed, how fast it is."""
    same = f", the same class for {proof.agreement} of {proof.samples}" if proof.agreement is not None else ""
    head, *more = proof_head(proof)
    speed = f"{milliseconds(proof.milliseconds)}, in this program {milliseconds(proof.own_milliseconds)}"
    return (
        f"{head}, with {proof.runtime}",
        *more,
        f"largest difference {proof.difference:.1e}{same}",
        f"{proof.samples} samples take {speed}",
    )


def milliseconds(value: float) -> str:
    """Three digits that matter."""
    return f"{value:.0f} ms" if value >= 100 else f"{value:.3g} ms"


def size_text(count: int) -> str:
    """Bytes for people."""
    return f"{count / 2**20:,.1f} MB" if count >= 2**20 else f"{count / 1024:,.1f} KB"
