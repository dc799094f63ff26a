"""What can be said: the OWL ontology, its SKOS schemes, SHACL shapes and the templates of IRIs."""
