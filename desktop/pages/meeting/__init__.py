"""Meeting mode: the page that is on the screen while a Level 2 or 3 meeting sits."""
