"""What a task has to show of its network, one widget for each kind of view."""
