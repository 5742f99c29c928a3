"""Other people's durable jobs, run beside ours in a virtual environment of their own."""
