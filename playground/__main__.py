"""``python -m playground``: the same as the command ``playground``."""

from __future__ import annotations

import sys

from playground.cli import main

if __name__ == "__main__":  # worker processes import this module under another name
    sys.exit(main())
