"""What the program remembers between two starts. Every value is checked when read: a settings file can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from platformdirs import user_data_path, user_log_path
from PySide6.QtCore import QByteArray, QSettings

from playground.core.language import LANGUAGES
from playground.ui.link_choices import SHOWS, Shows

ORGANIZATION = APPLICATION = "NeuralPlayground"
THEMES = ("system", "light", "dark", "contrast-light", "contrast-dark")
ARRANGED = ("rows", "right", "down")  # ways of playground.core.layout.arranging
MAX_RECENT = 10
_LARGEST_PANEL = 4000  # pixels; beyond it the file is damaged


class Settings:
    """Typed reading and writing of the settings file."""

    @property
    def _store(self) -> QSettings:
        """Qt keeps one file open behind all of these."""
        return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANIZATION, APPLICATION)

    @property
    def theme(self) -> str:
        """One of ``THEMES``."""
        return self._choice("theme", THEMES)

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def links_show(self) -> Shows:
        """What the width of links stands for while a network is looked at."""
        text = self._text("links_show")
        return next((shows for shows in SHOWS if shows == text), SHOWS[0])

    @links_show.setter
    def links_show(self, shows: Shows) -> None:
        self._store.setValue("links_show", shows)

    @property
    def arranged(self) -> str:
        """How layers were arranged last: one of ``ARRANGED``."""
        return self._choice("canvas/arranged", ARRANGED)

    @arranged.setter
    def arranged(self, way: str) -> None:
        self._store.setValue("canvas/arranged", way)

    @property
    def snapping(self) -> bool:
        """Whether dragged layers snap to guides."""
        return self._text("canvas/snapping") != "false"

    @snapping.setter
    def snapping(self, wanted: bool) -> None:
        self._store.setValue("canvas/snapping", "true" if wanted else "false")

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing is animated that could as well just be there."""
        return self._text("reduced_motion") == "true"

    @reduced_motion.setter
    def reduced_motion(self, wanted: bool) -> None:
        self._store.setValue("reduced_motion", "true" if wanted else "false")

    @property
    def recent_files(self) -> list[Path]:
        """Files opened or saved last, newest first; files that are gone are left out."""
        paths = (Path(text) for text in self._texts("recent"))
        return [path for path in paths if path.is_file()][:MAX_RECENT]

    def add_recent(self, path: Path) -> None:
        self._set_recent([path.resolve(), *(old for old in self.recent_files if old != path.resolve())])

    def clear_recent(self) -> None:
        self._set_recent([])

    def _set_recent(self, paths: list[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths[:MAX_RECENT]])

    @property
    def folder(self) -> Path:
        """Where file dialogs open: the folder used last, or the person's home."""
        return self._folder("folder") or Path.home()

    @folder.setter
    def folder(self, path: Path) -> None:
        self._store.setValue("folder", str(path))

    @property
    def data_dir(self) -> Path | None:
        """The folder of data sets that was chosen by "Locate files…"."""
        return self._folder("data_dir")

    @data_dir.setter
    def data_dir(self, path: Path | None) -> None:
        self._store.setValue("data_dir", "" if path is None else str(path))

    @property
    def geometry(self) -> QByteArray:
        """The window's place as Qt wrote it; Qt itself refuses what does not fit a screen."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    def panel_size(self, name: str, default: int, minimum: int) -> int:
        """Width or height of a panel in pixels."""
        try:
            size = int(self._text(f"panels/{name}") or default)
        except ValueError:
            return default
        return size if minimum <= size <= _LARGEST_PANEL else default

    def set_panel_size(self, name: str, size: int) -> None:
        self._store.setValue(f"panels/{name}", size)

    def panel_shown(self, name: str) -> bool:
        return self._text(f"panels/{name}_shown") != "false"

    def set_panel_shown(self, name: str, shown: bool) -> None:
        self._store.setValue(f"panels/{name}_shown", "true" if shown else "false")

    @property
    def open_views(self) -> list[str]:
        """What stands open or elsewhere among the tabs, as "name:place", in their order."""
        return self._texts("views/open")

    @open_views.setter
    def open_views(self, names: Sequence[str]) -> None:
        self._store.setValue("views/open", list(names))

    def window_geometry(self, name: str) -> QByteArray:
        """The place of a tab's own window, as Qt wrote it."""
        value = self._store.value(f"views/{name}_geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_window_geometry(self, name: str, value: QByteArray) -> None:
        self._store.setValue(f"views/{name}_geometry", value)

    def section_open(self, title: str) -> bool:
        """Whether a section of the forms stands open; sections begin closed."""
        return self._text(f"sections/{title}") == "open"

    def set_section_open(self, title: str, opened: bool) -> None:
        self._store.setValue(f"sections/{title}", "open" if opened else "closed")

    @property
    def language(self) -> str:
        """What the program speaks: one of ``speaking.CHOICES``."""
        return self._choice("language", ("system", *LANGUAGES))

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language", name)

    @property
    def recent_commands(self) -> list[str]:
        """Keys of the commands that were used last in the command palette, newest first."""
        return self._texts("commands/recent")

    @recent_commands.setter
    def recent_commands(self, keys: Sequence[str]) -> None:
        self._store.setValue("commands/recent", list(keys))

    @property
    def recent_layers(self) -> list[str]:
        """Entries of the search that were added last, newest first (see ``canvas.entries``)."""
        return self._texts("canvas/recent_layers")

    @recent_layers.setter
    def recent_layers(self, entries: Sequence[str]) -> None:
        self._store.setValue("canvas/recent_layers", list(entries))

    @property
    def folded_families(self) -> list[str]:
        """Families of the palette whose layers are folded away."""
        return self._texts("palette/folded")

    @folded_families.setter
    def folded_families(self, families: Sequence[str]) -> None:
        self._store.setValue("palette/folded", list(families))

    def lesson_step(self, name: str) -> int:
        """The step of a lesson that was reached, from 0; 0 for one that was never begun."""
        text = self._text(f"lessons/{name}")
        return int(text) if text.isdecimal() and len(text) < 4 else 0

    def set_lesson_step(self, name: str, step: int) -> None:
        self._store.setValue(f"lessons/{name}", step)

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return "" if value is None else str(value)

    def _texts(self, key: str) -> list[str]:
        value = self._store.value(key)
        if isinstance(value, str):  # Qt reads a list of one as a plain text
            return [value] if value else []
        return [text for text in value if isinstance(text, str)] if isinstance(value, Sequence) else []

    def _choice(self, key: str, choices: Sequence[str]) -> str:
        text = self._text(key)
        return text if text in choices else choices[0]

    def _folder(self, key: str) -> Path | None:
        text = self._text(key)
        return Path(text) if text and Path(text).is_dir() else None


@cache
def settings() -> Settings:
    """The one settings object of the process."""
    return Settings()


def data_folder() -> Path:
    """The program's own folder in the person's data, made when missing."""
    return user_data_path("neural-playground", appauthor=False, ensure_exists=True)


def log_folder() -> Path:
    """Where the program writes what went wrong, made when missing."""
    return user_log_path("neural-playground", appauthor=False, ensure_exists=True)
