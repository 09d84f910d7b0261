"""The few questions that stop everything else, and the windows of the Help menu."""
