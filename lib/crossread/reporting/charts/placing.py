"""Finding free places for marks and labels, so that none covers another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points


@dataclass
class Places:
    """What is taken of a panel of a width and height in points."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def take(self, *boxes: Box) -> None:
        """Keep others off these boxes."""
        self.taken += boxes

    def first_free(self, boxes: Iterable[Box]) -> Box | None:
        """Take the first of several boxes, if any, that lies within the panel and touches none that is taken."""
        for box in boxes:
            left, top, right, bottom = box
            inside = left >= 0 and top >= 0 and right <= self.width and bottom <= self.height
            if inside and not any(_overlap(box, other) for other in self.taken):
                self.take(box)
                return box
        return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(box: Box, width: float, height: float, gap: float = 3.0) -> list[Box]:
    """List where a label of a width and height can stand beside a mark's box, the best place first.

    These are right of the mark, left of it, above and below; at its sides at the middle and at either end.
    """
    left, top, right, bottom = box
    middle, center = (top + bottom) / 2, (left + right) / 2
    rows = [middle, bottom - height / 2, top + height / 2]
    beside = [(x, row - height / 2) for x in (right + gap, left - gap - width) for row in rows]
    starts = (center - width / 2, left, right - width)
    over = [(x, y) for y in (top - height, bottom) for x in starts]
    return [(x, y, x + width, y + height) for x, y in [*beside, *over]]


def farther(box: Box, width: float, height: float) -> Iterator[Box]:
    """List where a label of a width and height can stand away from a mark's box, the nearest place first."""
    middle = (box[1] + box[3]) / 2
    for out in range(1, 6):
        for up in sorted(range(-8 * out, 8 * out + 1, 4), key=abs):
            for x in (box[2] + 12 * out, box[0] - 12 * out - width):
                yield x, middle + up - height / 2, x + width, middle + up + height / 2


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move ascending places apart until they keep a distance, as little as one sweep each way can.

    None is lower than `low`; none is higher than `high` unless there are too many.
    """
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + gap if moved else low))
    limit = max(high, low + gap * (len(moved) - 1))
    for i in range(len(moved) - 1, -1, -1):
        moved[i] = min(moved[i], limit)
        limit = moved[i] - gap
    return moved
