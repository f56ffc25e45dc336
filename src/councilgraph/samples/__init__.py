"""Our own fictional documents, laid out as a project is: ``documents/`` with the PDFs and their manifest, ``registers/``.

``sources/`` holds the words, one TOML file a report; `make` sets them. Councils, people and events are invented, and every
page says so.
"""
