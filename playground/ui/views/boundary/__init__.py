"""The view of what a network says over a plane of its inputs."""
