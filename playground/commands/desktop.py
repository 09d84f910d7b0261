"""The program in a Linux desktop's menu: an entry, its icon, and which files it opens.

Follows the freedesktop.org specifications: Desktop Entry, Icon Theme, Shared MIME-info. Everything goes below the
person's own ``XDG_DATA_HOME``; nothing needs rights that they lack, and all of it can be taken away again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playground.commands.failures import Failure
from playground.core.files import FileError, write_atomic
from playground.core.resources import resource_path

NAME = "neural-playground"
BUNDLE_TYPE, PROJECT_TYPE = "application/x-neural-playground-bundle", "application/x-neural-playground-project+json"
SIZES = (16, 32, 48, 64, 128, 256)  # pixels; the drawing itself is installed, too
_MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{BUNDLE_TYPE}">
    <comment>Neural Playground trained bundle</comment>
    <comment xml:lang="zh_CN">Neural Playground 训练包</comment>
    <sub-class-of type="application/zip"/>
    <icon name="{NAME}"/>
    <glob pattern="*.playground" weight="80"/>
  </mime-type>
  <mime-type type="{PROJECT_TYPE}">
    <comment>Neural Playground project</comment>
    <comment xml:lang="zh_CN">Neural Playground 项目</comment>
    <sub-class-of type="application/json"/>
    <icon name="{NAME}"/>
    <magic priority="60">
      <match type="string" offset="0:65536" value="&quot;format&quot;: &quot;neural-playground&quot;"/>
    </magic>
  </mime-type>
</mime-info>
"""


def install() -> None:
    """Write the entry, the icons and the file types; what is there already is written again."""
    home = _home()
    try:
        for path, content in _texts(home).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, content.encode("utf-8"))
            print(f"wrote {path}")
        for path in _write_icons(home):
            print(f"wrote {path}")
    except (OSError, FileError) as error:
        raise Failure(f"The desktop entry cannot be written: {error}", "Look at the folder's rights.") from error
    _tell_the_desktop(home)
    print("Neural Playground is in the desktop's menu, and opens .playground files and its projects.")


def uninstall() -> None:
    """Take away all that ``install`` wrote."""
    home, gone = _home(), 0
    for path in (*_texts(home), *_icons(home)):
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Failure(f"{path} cannot be removed: {error.strerror}.", "Look at the folder's rights.") from error
        print(f"removed {path}")
        gone += 1
    _tell_the_desktop(home)
    print("Neural Playground is no longer in the desktop's menu." if gone else "There was nothing to remove.")


def _home() -> Path:
    """The person's folder of shared data. Raises ``Failure`` on systems that have no such desktop."""
    if not sys.platform.startswith("linux"):
        raise Failure(
            "Only Linux desktops take an entry from the program itself.",
            "On macOS and Windows make a shortcut to `playground`.",
        )
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if named and Path(named).is_absolute() else Path.home() / ".local" / "share"


def entry() -> str:
    """The desktop entry. The interpreter is named as it runs now: a virtual environment stays the one that is meant."""
    return "\n".join((
        "[Desktop Entry]", "Type=Application", "Version=1.1", "Name=Neural Playground",
        "GenericName=Neural network editor", "GenericName[zh_CN]=神经网络编辑器",
        "Comment=Build a neural network, train it, and watch it learn",
        "Comment[zh_CN]=搭建神经网络，训练它，看它学习",
        f"Exec={_quoted(sys.executable)} -m playground %f", f"Icon={NAME}", "Terminal=false",
        "Categories=Education;ArtificialIntelligence;", "Keywords=deep learning;machine learning;AI;PyTorch;",
        f"MimeType={BUNDLE_TYPE};{PROJECT_TYPE};", "StartupNotify=true", "StartupWMClass=NeuralPlayground", "",
    ))  # fmt: skip


def _quoted(text: str) -> str:
    """An argument as Exec lines want it: in quotes, with what they give a meaning escaped, and % doubled."""
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in text).replace("%", "%%")
    # the value of a key is unescaped once before the quotes are read
    return '"' + escaped.replace("\\", "\\\\") + '"'


def _texts(home: Path) -> dict[Path, str]:
    return {
        home / "applications" / f"{NAME}.desktop": entry(),
        home / "mime" / "packages" / f"{NAME}.xml": _MIME,
        home / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg": _drawing(),
    }


def _drawing() -> str:
    return resource_path("icons", "app.svg").read_text(encoding="utf-8")


def _icons(home: Path) -> list[Path]:
    return [home / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png" for size in SIZES]


def _write_icons(home: Path) -> list[Path]:
    """The drawing in the sizes of the icon theme. Raises ``OSError``."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(_drawing().encode("utf-8"))
    for path, size in zip(_icons(home), SIZES, strict=True):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        path.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(path)):
            raise OSError(f"{path} cannot be written")
    return _icons(home)


def _tell_the_desktop(home: Path) -> None:
    """Have it read its folders again, where its tools are installed; without them it does so when it starts."""
    for command in (
        ["update-mime-database", str(home / "mime")], ["update-desktop-database", str(home / "applications")],
        ["gtk-update-icon-cache", "-q", "-t", "-f", str(home / "icons" / "hicolor")],
    ):  # fmt: skip
        tool = shutil.which(command[0])
        if tool is not None and Path(command[-1]).is_dir():
            done = subprocess.run([tool, *command[1:]], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 — tools of the desktop
            if done.returncode:
                print(f"{command[0]}: {done.stderr.strip() or 'failed'}", file=sys.stderr)
