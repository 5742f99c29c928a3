"""Who does the work: the actors of the tree, the messages between them, and the runtime that keeps them alive."""
