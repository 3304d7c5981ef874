"""Pages as bytes, made from values alone."""
