"""Files opened, put under their frameworks, checked, and chosen from."""
