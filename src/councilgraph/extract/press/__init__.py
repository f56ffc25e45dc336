"""Articles of the press, and what councils and departments publish in their manner."""
