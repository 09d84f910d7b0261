"""The panel in which one watches a run: curves, gradients, test images."""
