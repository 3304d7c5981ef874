"""The audiences that paper is made for: what of a case each may be given, kind by kind and field by field."""
