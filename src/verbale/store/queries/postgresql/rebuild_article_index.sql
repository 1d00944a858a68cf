-- Make the search index anew.
REINDEX INDEX article_words
