"""The data in the window: what the worker is asked about them, and the tab that shows them."""
