"""Recall, licences and terrorism notification."""
