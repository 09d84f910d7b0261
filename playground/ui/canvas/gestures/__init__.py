"""What the mouse does on the canvas, one object per press–drag–release."""
