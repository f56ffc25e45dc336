"""Registers: who exists, under which names and numbers, since when."""

from councilgraph.registers.councils import Council, CouncilRegister, Match, councils, load_register

__all__ = ["Council", "CouncilRegister", "Match", "councils", "load_register"]
