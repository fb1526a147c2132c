"""How far a rule's value is trusted, 0-1."""

DEFAULT_CONFIDENCE = 0.8
RULE_CONFIDENCE: dict[str, float] = {}
