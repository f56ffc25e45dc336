"""Inspection reports: what their front pages, tables, headings and lists have in common, and one module a kind."""
