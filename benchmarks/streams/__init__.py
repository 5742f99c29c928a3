"""The parts of the benchmark of the event streams: those who send, each a process, and the audience that hears them."""
