"""The meetings of a case: referrals, meetings set up and held, level decisions, reviews, leaving MAPPA."""
