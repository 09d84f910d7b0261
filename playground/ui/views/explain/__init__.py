"""The view that explains a prediction: what counted for it, by several methods side by side."""
