"""What a menu's entry is called elsewhere: on a button, in the command palette, in a list of shortcuts."""

from __future__ import annotations

import re

# Languages without the letters of the keyboard put the key behind: 运行(&R). Qt's icon texts keep it, without the &.
_KEY_BEHIND = re.compile(r"\s*\((?:&\w|[A-Z0-9])\)(?=…?$)")


def plain(text: str) -> str:
    """``text`` of a menu, or the icon text made of it, without the mark of the mnemonic and the dots behind."""
    return _KEY_BEHIND.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
