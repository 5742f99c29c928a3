"""How each kind of entry becomes rows: one file per group, each a function of the open transaction."""
