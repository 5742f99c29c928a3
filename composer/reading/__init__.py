"""What a sentence says: texts in quotes, counts, durations, colours, sizes, lists, figures and a topic."""
