"""What attention layers share: heads that split the features among them."""

from __future__ import annotations

from playground.core.language import tr
from playground.core.shape import Change, ShapeError


def require_heads(heads: int, features: int) -> None:
    """Raises ``ShapeError`` unless each head gets as many features; the remedy is the nearest number that divides."""
    if features % heads == 0:
        return
    fitting = min((n for n in range(1, features + 1) if features % n == 0), key=lambda n: (abs(n - heads), n))
    raise ShapeError(
        tr("has {heads} heads, which do not divide its {features:,} features", heads=heads, features=features),
        tr("Use {fitting} heads, or give it a number of features that {heads} divides.", fitting=fitting, heads=heads),
        Change({"heads": fitting}),
    )
