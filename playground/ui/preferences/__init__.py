"""What a person can set of the program itself, in one dialog."""
