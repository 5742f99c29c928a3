"""What `bench editor` needs: a project of a size, and what a browser's trace says of it."""
