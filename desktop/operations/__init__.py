"""What a person can do, without a screen: each returns a function of the vault."""
