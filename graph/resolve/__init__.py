"""From mentions to resources: who is who across reports, with reasons."""
