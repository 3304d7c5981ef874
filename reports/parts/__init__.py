"""The parts that documents are made of, each from the paper to blocks."""
