"""Two more layers for Neural Playground."""
