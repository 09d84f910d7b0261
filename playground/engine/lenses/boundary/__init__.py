"""What a network says over a plane of inputs: which plane, what is asked there, and the study that looks."""
