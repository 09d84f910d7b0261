"""What the run controller is made of: the worker, the weights it holds, what it was asked, and what comes back."""
