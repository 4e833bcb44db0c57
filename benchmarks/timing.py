"""How long a piece of work takes: the one clock of the benchmarks that run inside a process."""

from collections.abc import Callable
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """The seconds that one run of `work` takes, by the wall."""
    begun = perf_counter()
    work()
    return perf_counter() - begun
