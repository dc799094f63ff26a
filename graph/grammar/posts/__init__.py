"""Posts and the bodies they are held in, completed from the list, the report and what else it says."""
