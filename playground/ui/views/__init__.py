"""Views into a network: each one file with one ``View``, listed in ``catalogue``, made when it is first opened."""
