"""Reviews of a case at Level 1, audits of the case and its meetings, observations of the chair."""
