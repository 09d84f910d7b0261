"""Descriptions that forms are drawn from: a pydantic class for each kind, its parameters as fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict


class Described(BaseModel):
    """Base of the kinds of data sets, tasks and schedules: what a file names by type and parameters."""

    # validators are built when a kind is used first: a window that opens needs few of them
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, strict=True, defer_build=True)
    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]

    @classmethod
    def read(cls, params: Mapping[str, Any]) -> Self:
        """The kind with the parameters of a file. Raises ``pydantic.ValidationError``."""
        # as JSON: there a list may stand for a tuple, and a number for nothing else
        return cls.model_validate_json(json.dumps(dict(params)))

    def to_params(self) -> dict[str, Any]:
        """What differs from the defaults, as a file holds it."""
        found: dict[str, Any] = self.model_dump(mode="json", exclude_defaults=True)
        return found
