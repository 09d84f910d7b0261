"""What there is to choose for a plot."""

from __future__ import annotations

from playground import protocol
from playground.ui.plots.quantities import losses, quantities


def test_what_a_run_announces_stands_first_then_what_else_was_measured() -> None:
    series = ["loss/training", "accuracy/training", "f1/validation", "top_5/validation", "learning_rate", "gradient/a"]
    offered = quantities(("f1", "accuracy"), series)
    assert [quantity.name for quantity in offered] == ["f1", "accuracy", "top_5", "learning_rate"]
    assert [quantity.title for quantity in offered] == ["F1", "Accuracy", "Top-5 accuracy", "Learning rate"]
    assert [quantity.percent for quantity in offered] == [True, True, True, False]


def test_metrics_are_offered_before_their_first_point() -> None:
    assert [quantity.name for quantity in quantities(("mae",), [])] == ["mae"]


def test_the_loss_of_one_network_has_a_training_and_a_validation_line() -> None:
    strokes = losses(("accuracy",), ["loss/training"]).strokes
    assert [(stroke.series, stroke.token) for stroke in strokes] == [
        ("loss/training", "train"),
        ("loss/validation", "val"),
    ]


def test_losses_of_parts_share_one_plot_and_are_no_choice_beside_it() -> None:
    metrics = ("generator_loss", "discriminator_loss", "real_score")
    strokes = losses(metrics, ["loss/training"]).strokes
    training = [(stroke.label, stroke.series, stroke.part) for stroke in strokes if not stroke.validation]
    assert training == [
        ("generator", "generator_loss/training", 0),
        ("discriminator", "discriminator_loss/training", 1),
    ]
    assert [quantity.name for quantity in quantities(metrics, [])] == ["real_score"]


def test_a_metric_that_this_program_does_not_know_keeps_its_name() -> None:
    (found,) = quantities((), [protocol.validation("inception_score")])
    assert (found.title, found.percent) == ("Inception score", False)


def test_parts_have_short_names_that_differ() -> None:
    strokes = losses(("generator_loss", "discriminator_loss"), []).strokes
    assert [stroke.short for stroke in strokes if not stroke.validation] == ["G", "D"]
    strokes = losses(("reader_loss", "rater_loss"), []).strokes
    assert [stroke.short for stroke in strokes if not stroke.validation] == ["reader", "rater"]
