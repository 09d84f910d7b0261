"""What the records of a project file have in common."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from playground.core.language import tr


def _submodule_name(name: str) -> str:
    if name == "bfloat16":
        raise ValueError(tr("is the name of a method that every torch module has"))
    return name


# Ids end in a number: of torch.nn.Module's attributes only bfloat16 does, so a node id is a legal submodule name.
NodeId = Annotated[str, Field(pattern=r"^[a-z](?:_?[a-z0-9])*[0-9]$", max_length=48), AfterValidator(_submodule_name)]
# A canvas beyond this is a damaged file; Qt's scene loses precision long before.
FARTHEST = 1e7
Coordinate = Annotated[float, Field(ge=-FARTHEST, le=FARTHEST)]


def bounded(value: float) -> float:
    """The coordinate nearest to ``value`` that a file can hold."""
    return float(min(max(value, -FARTHEST), FARTHEST))


class Record(BaseModel):
    """Frozen file data: unknown fields, NaN and infinities are refused with their place."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, strict=True)

    def replace(self, **changes: Any) -> Self:
        """A checked copy with ``changes``; cached properties are not carried over."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**values, **changes})
