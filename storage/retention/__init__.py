"""What goes with time: how long each class of what is stored is kept, and how the rest is removed."""
