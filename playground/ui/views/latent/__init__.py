"""The space of codes: a map of samples, and codes that one moves, lays out, mixes and weighs."""
