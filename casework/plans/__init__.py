"""Plan templates, a file an edition: sections, fields, guidance, a good and a poor example each."""
