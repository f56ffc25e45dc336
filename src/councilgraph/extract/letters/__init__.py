"""Letters: of inspectorates on assessments and visits, of ministers, of councils."""
