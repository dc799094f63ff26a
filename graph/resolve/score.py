"""A score of two mentions, explained part by part."""

from dataclasses import dataclass

from graph.resolve.resolution import Part

SAME = 4.0  # from here on two mentions are one
REVIEW = 2.0  # from here on somebody should look


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the parts. `conflict`: they cannot be one, whatever else agrees."""

    total: float
    parts: tuple[Part, ...] = ()
    conflict: bool = False

    @property
    def same(self) -> bool:
        """Say whether the mentions are one."""
        return not self.conflict and self.total >= SAME

    @property
    def doubtful(self) -> bool:
        """Say whether the mentions may be one: for a person to look at."""
        return not self.conflict and REVIEW <= self.total < SAME

    def explain(self) -> str:
        """Return the parts in words: "post +6.0 (Bộ trưởng Bộ Công an); rank +1.0 (…)"."""
        return "; ".join(f"{p.name} {p.score:+.1f} ({p.reason})" for p in self.parts)
