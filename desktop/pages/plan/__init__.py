"""The plan part of a case: its sections, what is missing, the chain, the whole as text, its versions."""
