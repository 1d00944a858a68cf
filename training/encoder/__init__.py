"""The encoder of English sentences: all-MiniLM-L6-v2 as it was published, in small integers."""
