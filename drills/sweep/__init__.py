"""Every boundary of the flows is passed by name, so that a life can be ended at exactly one of them."""
