"""What every layer on the canvas makes of one sample, while the network learns and when it rests."""
