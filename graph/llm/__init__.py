"""A second extractor: a language model behind an OpenAI-compatible endpoint. Off unless it is asked for.

Each fact must quote words of the report; a fact whose quote is not found is refused (`graph.llm.quotes`).
"""
