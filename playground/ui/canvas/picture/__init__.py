"""The canvas as a picture for a paper: PNG, SVG, PDF, or on the clipboard."""
