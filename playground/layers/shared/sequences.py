"""What the layers that walk along a sequence share: the check of what comes in."""

from __future__ import annotations

from playground.core.language import tr
from playground.core.shape import Insert, Shape, ShapeError
from playground.layers.shared.places import a_layer


def require_sequence(shape: Shape, name: str, number: int = 0) -> tuple[int, int]:
    """Time steps and features of input ``number``. Raises ``ShapeError`` for anything but time × features."""
    if shape.is_sequence:
        return shape.sizes[0], shape.sizes[1]
    remedy: Insert | None = None
    hint = tr("Bring it into the form time × features with Reshape or Permute.")
    if shape.is_vector:
        remedy = Insert("Unsqueeze", {"axis": 1}, number)
        hint = tr("Put an Unsqueeze with axis 1 before it: each number becomes a time step.")
    elif shape.rank == 2 or (shape.is_image and shape.sizes[0] == 1):
        remedy = Insert("Reshape", {"sizes": list(shape.sizes[-2:])}, number)
        hint = tr(
            "Put a Reshape to {rows} × {columns} before it: each row becomes a time step.",
            rows=shape.sizes[-2],
            columns=shape.sizes[-1],
        )
    raise ShapeError(
        tr(
            "gets {named}; {a_layer} takes a sequence (time × features)",
            named=shape.named(),
            a_layer=a_layer(name),
        ),
        hint,
        remedy,
    )
