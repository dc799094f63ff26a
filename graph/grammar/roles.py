"""stub"""
def find_roles(document, people, acts, gatherings, course): return {}
