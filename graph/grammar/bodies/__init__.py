"""Names of bodies and of the places in them: where they begin, go on and end, and what letters stand for."""
