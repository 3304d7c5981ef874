"""The documents that can be printed, one definition file each."""
