"""What several layer kinds share: bases, and the arithmetic of axes, windows and places. No layer lives here."""
