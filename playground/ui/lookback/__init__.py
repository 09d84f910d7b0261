"""Looking back: at which step of its run the network is seen, and branching off there."""

from __future__ import annotations
