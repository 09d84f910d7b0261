"""Interactive pictures: painted in the theme's colours, worked by mouse and keys, computed by ``help/maths``."""
