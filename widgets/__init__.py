"""Controls that show a value and say what the reader changed."""
