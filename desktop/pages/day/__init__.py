"""The meetings of a day over all cases, as the rail shows them."""
