"""Items to scores, at one date or at many, exactly as `docs/method.md` says."""

from readiness.scoring.evidence import Evidence, prepare
from readiness.scoring.score import score_at, score_history

__all__ = ["Evidence", "prepare", "score_at", "score_history"]
