"""Lists of answers that several fields share, a file each."""
