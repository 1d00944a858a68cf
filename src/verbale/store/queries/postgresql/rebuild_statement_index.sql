-- Make the search index anew.
REINDEX INDEX statement_words
