"""The page that the program opens with."""

from playground.ui.start.page import StartPage

__all__ = ["StartPage"]
