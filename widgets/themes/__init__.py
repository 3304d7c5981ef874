"""The themes, a file each: roles of colour and the value each has in the theme."""
