"""Registers: who exists, under which names and numbers, since when."""

from councilgraph.registers.councils import Change, Council, CouncilRegister, Match
from councilgraph.registers.loading import councils, load_register

__all__ = ["Change", "Council", "CouncilRegister", "Match", "councils", "load_register"]
