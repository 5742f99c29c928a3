"""The gates: what decides whether a component is accepted. They know values and child processes, and no actor."""
