"""Measures the annotators on texts with known answers: what `copydesk evaluate` and the gate of CI run.

One module a task (`boilerplate`, `language`, `stories`, `dates`, `entities`, `clusters`): its gold, its scorer and the
call of our annotator; `gold`, `timeml`, `conll` and `marked` read files. Never opens a warehouse.
"""

TASKS = ("language", "stories", "dates", "entities", "clusters", "boilerplate")
"""What can be measured; see `copydesk.evaluation.tasks`."""
