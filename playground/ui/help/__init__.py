"""Help and theory: a page for everything that the program offers, made from the classes themselves, with pictures that
compute. Nothing of it is loaded before a page is wanted; ``ui/help_port.py`` is the door.
"""
