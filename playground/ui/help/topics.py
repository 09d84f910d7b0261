"""All pages of help: their keys, titles, groups and search words. Built from the registries, theory from its files.

A key is a group and a name: ``layer:Conv2D``, ``loss:huber``, ``setting:TrainingSettings.epochs``, ``theory:gan``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import playground.layers  # noqa: F401 — registers the layers
from playground.core.forms import form_fields
from playground.core.language import VARIABLE, mark, tr
from playground.core.layer import FAMILIES, REGISTRY, Layer
from playground.training.datasets import DATASETS
from playground.training.losses import LOSSES
from playground.training.metrics import METRICS
from playground.training.optimizers import OPTIMIZERS
from playground.training.schedules import SCHEDULES
from playground.training.settings_explained import ELSEWHERE, RECORD_TITLES, RECORDS
from playground.training.tasks import TASKS
from playground.ui.fuzzy import INSIDE, WORD, fit, nearly

# In the order of the contents; the titles stand above them.
GROUPS: dict[str, str] = {
    "theory": mark("Theory"), "layer": mark("Layers"), "task": mark("Tasks"), "loss": mark("Losses"),
    "optimizer": mark("Optimizers"), "schedule": mark("Learning-rate schedules"), "metric": mark("Metrics"),
    "setting": mark("Settings"), "data": mark("Data sets"),
}  # fmt: skip
_TYPO = 0.1
_WITHOUT_FIELDS = frozenset({"theory", "metric", "setting"})


@dataclass(frozen=True, slots=True)
class Topic:
    """One page. ``section`` parts a group further: the family of a layer, the record of a setting."""

    key: str
    title: str
    group: str
    summary: str = ""
    section: str = ""
    family: str = ""
    keywords: tuple[str, ...] = ()
    see: tuple[str, ...] = ()  # pages that it names itself

    @property
    def name(self) -> str:
        return self.key.partition(":")[2]


def all_topics() -> tuple[Topic, ...]:
    """Every page, in the order of the contents. They are put together anew when there are other layers, or words."""
    return _all(os.environ.get(VARIABLE, "en"), REGISTRY.all())


@lru_cache(maxsize=2)
def _all(_language: str, _layer_kinds: tuple[type[Layer], ...]) -> tuple[Topic, ...]:
    return (*_theory(), *_layers(), *_described())


def topic_of(key: str) -> Topic | None:
    return next((topic for topic in all_topics() if topic.key == key), None)


def resolve(wanted: str) -> tuple[str, str]:
    """The key of a page, and the parameter that is meant on it ("" for none), of what somebody asks for.

    Takes keys and what the inspector says: ``Conv2D``, ``Conv2D.kernel``, ``Adam.beta1``, ``epochs``. Raises
    ``KeyError`` where there is no such page.
    """
    known = {topic.key for topic in all_topics()}
    if wanted in known:
        return wanted, ""
    whole, _, field = wanted.rpartition(".")
    for name, part in ((wanted, ""), (whole, field)):
        for group in (group for group in GROUPS if not part or group not in _WITHOUT_FIELDS):
            for key in (name, f"{group}:{name}"):
                if name and key in known:
                    return key, part
    settings = [f"setting:{record}.{wanted}" for record in RECORDS]
    found = next((key for key in settings if key in known), None)
    if found is None:
        raise KeyError(wanted)
    return found, ""


def _theory() -> Iterator[Topic]:
    from playground.ui.help.theory_files import theory_pages

    for page in theory_pages():
        yield Topic(f"theory:{page.name}", page.title, "theory", page.summary, keywords=page.keywords, see=page.see)


def _layers() -> Iterator[Topic]:
    for kind in sorted(REGISTRY.all(), key=lambda kind: FAMILIES.index(kind.family)):
        yield Topic(
            f"layer:{kind.type_name}", tr(kind.title), "layer", tr(kind.summary), section=kind.family,
            family=kind.family, keywords=(kind.type_name, *kind.keywords),
        )  # fmt: skip


def _described() -> Iterator[Topic]:
    for name, task in TASKS.items():
        yield Topic(f"task:{name}", tr(task.title), "task", tr(task.summary), keywords=(name,))
    for name, loss in LOSSES.items():
        yield Topic(f"loss:{name}", tr(loss.title), "loss", tr(loss.summary), keywords=(name,))
    for name, optimizer in OPTIMIZERS.items():
        yield Topic(f"optimizer:{name}", tr(optimizer.title), "optimizer", tr(optimizer.summary), keywords=(name,))
    for name, schedule in SCHEDULES.items():
        yield Topic(f"schedule:{name}", tr(schedule.title), "schedule", tr(schedule.summary), keywords=(name,))
    for name, metric in METRICS.items():
        yield Topic(f"metric:{name}", tr(metric.title), "metric", tr(metric.summary), keywords=(name,))
    yield from _settings()
    for name, data in DATASETS.items():
        yield Topic(f"data:{name}", tr(data.title), "data", tr(data.summary), keywords=(name, data.group))


def _settings() -> Iterator[Topic]:
    for record, kind in RECORDS.items():
        for field in form_fields(kind):
            if field.name not in ELSEWHERE:
                yield Topic(
                    f"setting:{record}.{field.name}", tr(field.label), "setting", tr(field.help),
                    section=RECORD_TITLES[record], keywords=(field.name,),
                )  # fmt: skip


def found(topics: Iterable[Topic], text: str) -> list[Topic]:
    """The pages that ``text`` finds, best first; where it finds none, those whose title it nearly is."""
    words, topics = text.split(), tuple(topics)
    scored = [(_score(topic, text, words), number, topic) for number, topic in enumerate(topics)]
    hits = [(score, number, topic) for score, number, topic in scored if score > 0]
    if not hits:
        hits = [(_TYPO, number, topic) for number, topic in enumerate(topics) if nearly(text, topic.title)]
    return [topic for _, _, topic in sorted(hits, key=lambda hit: (-hit[0], hit[1]))]


def _score(topic: Topic, text: str, words: list[str]) -> float:
    if not words:
        return 0.0
    each = [_word(topic, word) for word in words]
    whole = fit(text.strip(), topic.title)
    return max(whole, 0.9 * sum(each) / len(each) if all(each) else 0.0)


def _word(topic: Topic, word: str) -> float:
    """Letters must stand together, but in the title: otherwise everything would be found."""
    best = fit(word, topic.title)
    best = max([best, *(0.9 * score for key in topic.keywords if (score := fit(word, key)) >= INSIDE)])
    if len(word) >= 3 and fit(word, topic.summary) >= WORD:
        best = max(best, 0.35)
    return best
