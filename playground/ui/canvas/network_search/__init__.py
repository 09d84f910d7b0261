"""Search in the networks of the project, with jump: Ctrl+F."""
