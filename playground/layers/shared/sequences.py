"""What the layers that walk along a sequence share: the check of what comes in."""

from __future__ import annotations

from playground.core.language import tr
from playground.core.shape import Insert, Shape, ShapeError


def require_sequence(shape: Shape, name: str, number: int = 0) -> tuple[int, int]:
    """Time steps and features of input ``number``. Raises ``ShapeError`` for anything but time × features."""
    if shape.is_sequence:
        return shape.sizes[0], shape.sizes[1]
    remedy: Insert | None = None
    hint = "Bring it into the form time × features with Reshape or Permute."
    if shape.is_vector:
        remedy = Insert("Unsqueeze", {"axis": 1}, number)
        hint = "Put an Unsqueeze with axis 1 before it: each number becomes a time step."
    elif shape.rank == 2 or (shape.is_image and shape.sizes[0] == 1):
        remedy = Insert("Reshape", {"sizes": list(shape.sizes[-2:])}, number)
        hint = f"Put a Reshape to {shape.sizes[-2]} × {shape.sizes[-1]} before it: each row becomes a time step."
    raise ShapeError(
        tr(
            "gets {named}; {article} {name} layer takes a sequence (time × features)",
            named=shape.named(),
            article=_article(name),
            name=name,
        ),
        hint,
        remedy,
    )


def _article(name: str) -> str:
    return "an" if name.startswith(("L", "R")) and name.isupper() else "a"
