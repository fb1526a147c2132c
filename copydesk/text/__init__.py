"""From bytes to normalised text, lines and paragraphs. The only place where text changes."""
