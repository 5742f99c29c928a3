"""Event streams: one hub on the server's loop, where sockets and cursors live and outlive the actors."""
