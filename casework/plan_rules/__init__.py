"""What a plan must hold and how it must be said, as rules with codes: the chain, generic words, eligibility."""
