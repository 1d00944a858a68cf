"""What an actor holds on a topic: stances over time with their conditions, what changed, and where spokesmen differ."""

from verbale.positions.holding import Difference, Held, Position, Step, position

__all__ = ["Difference", "Held", "Position", "Step", "position"]
