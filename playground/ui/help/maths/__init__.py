"""The arithmetic of the pictures: numpy, the same as torch computes, which tests hold against each other."""
