"""How the rows of each kind of record stand on paper, one definition file each."""
