"""The pages of data sets and of settings."""

from __future__ import annotations

from playground.core.forms import form_fields
from playground.core.language import mark, tr
from playground.training.datasets import DATASETS, Dataset
from playground.training.settings_explained import RECORDS, SETTINGS
from playground.ui.help.blocks import Action, Block, Facts, Formula, Heading, Text
from playground.ui.help.fields import parameter, parameters
from playground.ui.help.pages import Context
from playground.ui.help.said import source, when
from playground.ui.help.topics import Topic
from playground.ui.widgets.numbers import grouped, named

Made = tuple[list[Block], list[Action]]
# What data of a group are like, and what they are good for.
_GROUPS: dict[str, tuple[str, str]] = {
    "images": (
        mark(
            "A sample is an image: channels × height × width, bytes that count from 0 to 1. Neighbouring pixels "
            "belong together, which convolutions use and Dense layers do not know."
        ),
        mark("To see what convolutions are for, and to look at what each layer makes of a picture."),
    ),
    "points": (
        mark(
            "A sample is a point of a plane, two numbers. What the network says can be drawn over the whole "
            "plane, so one sees the border that it has found. The points are made anew from the seed; nothing is "
            "read."
        ),
        mark(
            "For first steps: a run takes seconds, and the decision boundary shows at once what a layer more or "
            "less does."
        ),
    ),
    "table": (
        mark(
            "A sample is a row of a table: one number for each column. Columns may be of very different size, so "
            "they are scaled; what is to be predicted is one of them."
        ),
        mark("For measurements and records, with Dense layers. With few rows watch the validation loss."),
    ),
    "sequences": (
        mark(
            "A sample is a piece of a series: time × features. What follows is to be predicted. The parts for "
            "validation and test come later in time than what is learned from."
        ),
        mark("For forecasting, with recurrent layers, convolutions along time or attention."),
    ),
    "text": (
        mark(
            "A sample is a text, as a row of whole numbers that each name a word. An Embedding turns them into "
            "vectors that a network can compute with."
        ),
        mark(
            "For telling texts apart, with an Embedding followed by a recurrent layer, convolutions or a "
            "Transformer."
        ),
    ),
    "own": (
        mark(
            "Data of your own are read where they lie; the program looks at them once to know shapes, classes and"
            " columns, and keeps only where they are. Drop the files on the window, or choose them under Data."
        ),
        mark("As soon as you have data of your own. Begin with a preset of the same kind to see that all works."),
    ),
}  # fmt: skip


def data_set(topic: Topic, context: Context) -> Made:
    kind = DATASETS[topic.name]
    about, good_for = _GROUPS[kind.group]
    blocks: list[Block] = [Text(tr(kind.summary)), Text(tr(about))]
    described = kind().describe()
    if described is not None:
        blocks.append(Facts(_facts(described)))
    blocks += when(good_for)
    fields = parameters(kind)
    if fields:
        blocks += [Heading(tr("Parameters")), *fields]
    blocks += source(tr(kind.source))
    if kind.licence:
        blocks.append(Text(tr("Licence: {licence}.", licence=tr(kind.licence)), "caption"))
    used = context.project is not None and context.project.data.dataset == topic.name
    text = tr("In use: show it") if used else tr("Use it")
    return blocks, [Action("show" if used else "use", topic.key, text)]


def _facts(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    target = dataset.target
    names = ", ".join(target.names[:10]) + (" …" if len(target.names) > 10 else "")
    titles = {"classes": tr("Classes"), "labels": tr("Labels"), "values": tr("Predicts"), "none": tr("Predicts")}
    rows = [
        (tr("Sample"), named(dataset.shape)),
        (titles[target.kind], names or tr("nothing")),
        (tr("Samples"), grouped(dataset.train_samples + dataset.test_samples)),
    ]
    if dataset.files:
        rows.append((tr("Files"), tr("downloaded when first used")))
    return tuple(rows)


def setting(topic: Topic, context: Context) -> Made:
    record, _, name = topic.name.partition(".")
    field = next(field for field in form_fields(RECORDS[record]) if field.name == name)
    said = SETTINGS[record, name]
    now = None
    if context.project is not None:
        training, data = context.project.training, context.project.data
        records = (training, training.early_stopping, data, data.preparation, data.augmentation)
        now = next(each.model_dump() for each in records if type(each).__name__ == record)
    blocks: list[Block] = [Text(tr(field.help)), Text(tr(said.explanation))]
    if said.formula:
        blocks.append(Formula(said.formula))
    blocks += [
        *when(said.when, tr("When to change it")),
        Heading(tr("The setting")),
        parameter(field, now),
        *source(said.reference),
    ]
    return blocks, [Action("show", topic.key, tr("Show the setting"))]
