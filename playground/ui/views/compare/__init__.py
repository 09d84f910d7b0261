"""The view that holds two samples against each other, layer by layer."""
