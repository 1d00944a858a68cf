"""What a statement is about: topics as data that users can edit, assigned by their words."""

from verbale.topics.about import VERSION, About, Topics
from verbale.topics.topic import Topic, TopicsError, read_topics, shipped, shipped_text

__all__ = ["VERSION", "About", "Topic", "Topics", "TopicsError", "read_topics", "shipped", "shipped_text"]
