"""Which language the window speaks: the system's, or the one that was chosen. Also Qt's own words, on its dialogs."""

from __future__ import annotations

import logging
from xml.etree.ElementTree import ParseError

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from playground.core.language import OFFERED, speak_language

SYSTEM = "system"
CHOICES = (SYSTEM, *OFFERED)
_log = logging.getLogger(__name__)


def language_for(chosen: str, system: list[str] | None = None, offered: tuple[str, ...] = OFFERED) -> str:
    """One of the languages ``offered`` for one of ``CHOICES``; ``system``: what the system prefers, best first."""
    if chosen in offered:
        return chosen
    for tag in QLocale.system().uiLanguages() if system is None else system:
        parts = tag.replace("_", "-").split("-")
        if parts[0] == "zh" and "zh_CN" in offered and not {"Hant", "TW", "HK", "MO"} & set(parts):
            return "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


def speak_in(application: QApplication, chosen: str) -> str:
    """Speak one of ``CHOICES`` in ``application``, before its first window is made; the language it came to."""
    name = language_for(chosen)
    try:
        speak_language(name)
    except (OSError, ParseError):
        _log.exception("the words of %s cannot be read", name)
        name = "en"
        speak_language(name)
    if name != "en":
        translator = QTranslator(application)
        if translator.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(translator)
    return name
