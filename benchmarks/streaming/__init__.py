"""What the benchmark of streams runs beside the product: a paced model, a bare passthrough, and who listens."""
