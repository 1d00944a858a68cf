"""Pictures of the record, one file a kind; `drawing` puts the SVG together."""
