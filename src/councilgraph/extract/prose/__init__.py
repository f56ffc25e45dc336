"""Grammars of running prose that letters and articles share."""
