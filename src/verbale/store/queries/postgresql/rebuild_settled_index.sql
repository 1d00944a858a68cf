-- Make the search index anew.
REINDEX INDEX settled_words
