"""Names of persons and what stands before them: ranks, the heads of posts, second mentions."""
