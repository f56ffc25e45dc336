"""The register of English constituencies and their Members of Parliament, and of the councils that they lie in."""

from councilgraph.registers.members.loading import load_members, members
from councilgraph.registers.members.register import MemberRegister, Membership, Overlap, Parliament, Seat

__all__ = ["MemberRegister", "Membership", "Overlap", "Parliament", "Seat", "load_members", "members"]
