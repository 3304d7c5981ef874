"""Orders through their life: ends, changes, limits, notices and reviews."""
