"""The search at the pointer: what could stand here, found by a few letters and judged before it is added."""
