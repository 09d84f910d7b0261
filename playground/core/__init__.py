"""What a network and a project are. Plain data: no Qt, no torch, no numpy."""
