"""HTTP and the command line; nothing else knows Flask."""
