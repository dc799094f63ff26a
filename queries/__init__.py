"""Questions as files: one `.rq` each, with front matter."""
