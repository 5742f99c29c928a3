"""`run.py make`: a video from the terminal, through the same API as every other client."""
