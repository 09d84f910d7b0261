"""What can be trained and how, as descriptions that the forms are drawn from. No torch, no Qt."""
