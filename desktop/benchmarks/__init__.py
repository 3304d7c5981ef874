"""How fast the program is, each measure beside the limit it is held to."""
