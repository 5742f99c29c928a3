"""How rows become values: one file per kind of question, each a function of a connection."""
