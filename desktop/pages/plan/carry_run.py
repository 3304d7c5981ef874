"""Going through what is carried: which is in sight, which wait, what was answered last."""

from __future__ import annotations

from dataclasses import replace

from desktop.operations.carrying import Asked, Sheet


class CarryRun:
    """Answers count at once; a newer sheet puts right what was not taken."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self.asked: list[Asked] = []
        self.given: list[str] = []
        self._at = 0

    def take(self, sheet: Sheet | None) -> None:
        """A newer sheet; what was in sight stays in sight where it still waits."""
        before = self.now
        self.sheet = sheet
        self.asked = list(sheet.asked) if sheet else []
        if not before or not self.go_to(before.item.digest):
            self._at = min(self._at, max(len(self.asked) - 1, 0))
        if self.now and self.now.kept:
            self.go_on()

    @property
    def now(self) -> Asked | None:
        """The one in sight."""
        return self.asked[self._at] if self._at < len(self.asked) else None

    @property
    def open(self) -> int:
        """How many wait."""
        return sum(not one.kept for one in self.asked)

    @property
    def total(self) -> int:
        """How many there were, with those that were changed or dropped."""
        return max(self.sheet.total, len(self.asked)) if self.sheet else 0

    def here(self) -> tuple[int, int]:
        """Of the section in sight: how many are kept, and how many stand."""
        now = self.now
        same = [one for one in self.asked if now and one.item.section is now.item.section]
        return sum(one.kept for one in same), len(same)

    def can_step(self, by: int) -> bool:
        """Whether there is one before or after."""
        return 0 <= self._at + by < len(self.asked)

    def step(self, by: int) -> None:
        """The one before or after, answered or not."""
        if self.can_step(by):
            self._at += by

    def go_to(self, digest: str) -> bool:
        """Bring one into sight; False where it is not carried any more."""
        found = next((n for n, one in enumerate(self.asked) if one.item.digest == digest), -1)
        self._at = found if found >= 0 else self._at
        return found >= 0

    def go_on(self) -> None:
        """The next that waits, from here on and round again."""
        order = [*range(self._at, len(self.asked)), *range(self._at)]
        self._at = next((n for n in order if not self.asked[n].kept), self._at)

    def answered(self, *, kept: bool) -> None:
        """The one in sight was kept, or is gone; the next that waits comes into sight."""
        now = self.now
        if now is None:
            return
        self.given.append(now.item.digest)
        if kept:
            self.asked[self._at] = replace(now, kept=True)
        else:
            del self.asked[self._at]
            self._at = min(self._at, max(len(self.asked) - 1, 0))
        self.go_on()
