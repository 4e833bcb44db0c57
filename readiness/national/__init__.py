"""The national picture: what is published about every English authority, read like evidence and never scored."""

from readiness.national.known import figures_known, judgements_known, neighbours_of
from readiness.national.read import National, read_national

__all__ = ["National", "figures_known", "judgements_known", "neighbours_of", "read_national"]
