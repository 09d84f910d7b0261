"""Everything that computes: compiler, training loop, worker process. Torch lives here and nowhere else; never Qt.

Importing this package loads no torch, so that the window can name the worker's entry point.
"""
