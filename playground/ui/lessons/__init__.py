"""Lessons: guided tours that run in the real program and look at what the person did."""
