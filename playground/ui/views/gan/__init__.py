"""The GAN cockpit: what a generator and a discriminator make of each other, and the levers to move them."""
