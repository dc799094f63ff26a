"""Phrases that name a gathering, and a gathering while it is put together."""
