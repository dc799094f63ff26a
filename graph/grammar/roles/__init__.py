"""Who did what at a gathering, and what was said: cues, their doers, and where it happened."""
