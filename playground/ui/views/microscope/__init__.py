"""The microscope: all maps of one layer, and the arithmetic of one number."""
