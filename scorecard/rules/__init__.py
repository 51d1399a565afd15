"""What a well-shaped file can still get wrong: one function a rule."""
