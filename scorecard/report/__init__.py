"""What is shown, before it is known in which format."""
