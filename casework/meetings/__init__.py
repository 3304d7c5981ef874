"""The Level 2 or 3 meeting: referral, who is invited and why, figures of the area, the agenda from what is open."""
