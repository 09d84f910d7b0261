"""The sections of the Training tab: task, schedule, loss and class weights, early stopping, computing."""

from __future__ import annotations

import math

import pytest
from inspecting import IdleController, mlp_session
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.core.edits import SetData, SetTask, SetTraining
from playground.core.project import EarlyStopping, OptimizerSettings, ScheduleSettings
from playground.ui.inspector.rate_curve import RateCurve
from playground.ui.inspector.section import NEXT_RUN
from playground.ui.inspector.training_page import TrainingPage
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme
from playground.ui.widgets.editors import ChoiceEditor, Editor
from playground.ui.widgets.text_editors import TextEditor


@pytest.fixture
def session() -> ProjectSession:
    return mlp_session()


@pytest.fixture
def controller() -> IdleController:
    return IdleController()


@pytest.fixture
def page(qtbot: QtBot, session: ProjectSession, controller: IdleController) -> TrainingPage:
    page = TrainingPage(session, controller)
    qtbot.addWidget(page)
    page.resize(300, 1500)
    with qtbot.waitExposed(page):
        page.show()
    return page


def choose(editor: Editor, value: object) -> None:
    """As a person's choice from the list arrives."""
    assert isinstance(editor, ChoiceEditor)
    index = editor.combo.findData(value)
    assert index >= 0
    editor.combo.setCurrentIndex(index)
    editor.combo.activated.emit(index)


def type_over(qtbot: QtBot, editor: Editor, text: str) -> None:
    assert isinstance(editor, TextEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)


def can_choose(editor: ChoiceEditor, value: str) -> tuple[bool, str]:
    index = editor.combo.findData(value)
    reason = editor.combo.itemData(index, Qt.ItemDataRole.ToolTipRole) or ""
    return editor.combo.model().item(index).isEnabled(), reason


# --- the task --------------------------------------------------------------------------------------------------------


def test_a_task_says_what_it_needs_and_switching_is_one_undo_step(session: ProjectSession, page: TrainingPage) -> None:
    assert page.task.needs.text().startswith("It takes: one network with one Input")
    before = session.project
    choose(page.task.form.rows["type"].editor, "gan")
    assert session.project.task.type == "gan"
    assert session.project.networks == before.networks
    assert "Discriminator" in page.task.needs.text()
    assert page.losses.own_note.text() == "Generative adversarial network has its own loss."
    assert not page.losses.form.isVisible()
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.project == before
    assert page.losses.form.isVisible()
    assert page.task.own.form is None


def test_a_tasks_own_fields_are_edited_and_undone(qtbot: QtBot, session: ProjectSession, page: TrainingPage) -> None:
    choose(page.task.form.rows["type"].editor, "gan")
    form = page.task.own.form
    assert form is not None
    form_of_loss = form.rows["form"].editor
    assert isinstance(form_of_loss, ChoiceEditor)
    texts = [form_of_loss.combo.itemText(i) for i in range(form_of_loss.combo.count())]
    assert texts == ["Non-saturating", "Minimax", "Least squares", "Wasserstein, with penalty"]
    choose(form_of_loss, "least_squares")
    type_over(qtbot, form.rows["discriminator_steps"].editor, "25")
    assert session.project.task.params == {"form": "least_squares", "discriminator_steps": 25}
    assert session.undo_stack.count() == 3  # the task, its form, and both digits of 25 as one
    session.undo_stack.undo()
    assert session.project.task.params == {"form": "least_squares"}


def test_a_wrong_parameter_of_a_file_is_told_at_its_field(session: ProjectSession, page: TrainingPage) -> None:
    session.do(SetTask({"type": "gan", "params": {"label_smoothing": 7}}))
    form = page.task.own.form
    assert form is not None
    assert "It holds '7'" in form.rows["label_smoothing"].message.text()
    assert form.rows["form"].message.text() == ""


def test_a_task_that_is_not_known_is_named(session: ProjectSession, page: TrainingPage) -> None:
    session.do(SetTask({"type": "telepathy", "params": {}}))
    assert "'telepathy' is not known" in page.task.form.rows["type"].message.text()


# --- the schedule ----------------------------------------------------------------------------------------------------


def test_the_schedule_is_drawn_before_anything_runs(qtbot: QtBot, session: ProjectSession, page: TrainingPage) -> None:
    # 1,797 digits: 359 are tested on, 143 of the rest validated on; 1,295 in batches of 64 make 21 steps, one short
    session.do(SetTraining({"epochs": 10, "batch_size": 64, "learning_rate": 0.1}))
    choose(page.schedule.form.rows["schedule"].editor, "cosine")
    points = dict(page.schedule.curve.points)
    steps = max(points) + 1
    assert steps == 10 * 21
    for step, rate in points.items():
        assert rate == pytest.approx(0.1 * (1 + math.cos(math.pi * step / steps)) / 2, abs=1e-12)
    form = page.schedule.own.form
    assert form is not None
    type_over(qtbot, form.rows["minimum"].editor, "0.5")
    assert session.project.training.schedule == ScheduleSettings(type="cosine", params={"minimum": 0.5})
    assert page.schedule.curve.points[-1][1] == pytest.approx(0.05, rel=1e-3)
    session.do(SetTraining({"epochs": 20}))
    assert page.schedule.curve.points[-1][0] == 20 * 21 - 1


def test_another_schedule_keeps_what_it_has_too(session: ProjectSession, page: TrainingPage) -> None:
    session.do(SetTraining({"schedule": ScheduleSettings(type="step", params={"gamma": 0.25, "every": 3})}))
    choose(page.schedule.form.rows["schedule"].editor, "exponential")
    assert session.project.training.schedule == ScheduleSettings(type="exponential", params={"gamma": 0.25})


def test_a_warm_up_longer_than_the_run_is_told(session: ProjectSession, page: TrainingPage) -> None:
    session.do(SetTraining({"epochs": 3, "schedule": ScheduleSettings(type="warm_up", params={"epochs": 5.0})}))
    assert "warms up for 5 epochs, but the run has 3" in page.schedule.note.text()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_curve_is_painted_where_its_points_are(qtbot: QtBot, qapp: object, name: str) -> None:
    theme().apply(qapp, name)  # type: ignore[arg-type]
    curve = RateCurve()
    qtbot.addWidget(curve)
    curve.resize(300, curve.height())
    curve.show_curve([(0, 1.0), (99, 0.0)], 10, 10)
    with qtbot.waitExposed(curve):
        curve.show()
    image = curve.grab().toImage()
    area = curve._area()

    def near(x: float, y: float) -> int:
        wanted = theme().color("train")
        around = [QColor(image.pixelColor(round(x) + dx, round(y) + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        return min(
            abs(c.red() - wanted.red()) + abs(c.green() - wanted.green()) + abs(c.blue() - wanted.blue())
            for c in around
        )

    middle = QPointF(area.center().x(), area.bottom() - area.height() * 0.5 / 1.08)
    assert near(middle.x(), middle.y()) < 90
    assert near(area.right() - 20, area.top() + 10) > 90
    theme().apply(qapp, "light")  # type: ignore[arg-type]


# --- loss and class weights ------------------------------------------------------------------------------------------


def test_a_loss_that_cannot_judge_the_target_says_why(session: ProjectSession, page: TrainingPage) -> None:
    assert can_choose(page.losses.chooser, "cross_entropy") == (True, "")
    session.do(SetData({"dataset": "diabetes"}))
    possible, reason = can_choose(page.losses.chooser, "cross_entropy")
    assert not possible
    assert reason == "It judges classes; Diabetes has numbers to predict."
    assert can_choose(page.losses.chooser, "huber")[0]
    assert not page.losses.weights.isVisible()


def test_class_weights_have_a_field_for_each_class(qtbot: QtBot, session: ProjectSession, page: TrainingPage) -> None:
    weights = page.losses.weights
    assert weights.isVisible()
    choose(weights.choice.editor, "balanced")
    assert session.project.training.class_weights == "balanced"
    assert weights.own is None
    choose(weights.choice.editor, "own")
    assert session.project.training.class_weights == (1.0,) * 10
    assert weights.own is not None
    assert [row.field.label for row in weights.own.rows.values()] == list("0123456789")
    type_over(qtbot, weights.own.rows["3"].editor, "2.5")
    assert session.project.training.class_weights == (1.0, 1.0, 1.0, 2.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
    session.undo_stack.undo()
    assert session.project.training.class_weights == (1.0,) * 10
    session.do(SetData({"dataset": "iris"}))
    assert "It has 10 weights, but the data have 3 classes." in weights.choice.message.text()
    assert weights.own is None


# --- the rest --------------------------------------------------------------------------------------------------------


def test_early_stopping_shows_its_fields_while_it_is_on(
    qtbot: QtBot, session: ProjectSession, page: TrainingPage
) -> None:
    assert not page.stopping.form.isVisible()
    qtbot.mouseClick(page.stopping.switch.rows["on"].editor.box, Qt.MouseButton.LeftButton)
    assert session.project.training.early_stopping == EarlyStopping(on=True)
    assert page.stopping.form.isVisible()
    combo = page.stopping.measure.combo
    names = [combo.itemData(i) for i in range(combo.count())]
    assert names == ["loss", "accuracy", "top_5", "precision", "recall", "f1", "auroc"]
    choose(page.stopping.measure, "f1")
    type_over(qtbot, page.stopping.form.rows["patience"].editor, "12")
    assert session.project.training.early_stopping == EarlyStopping(on=True, metric="f1", patience=12)
    session.do(SetData({"dataset": "diabetes"}))
    assert "'f1' is not measured here" in page.stopping.form.rows["metric"].message.text()


def test_gradients_are_clipped_where_a_number_is_given(
    qtbot: QtBot, session: ProjectSession, page: TrainingPage
) -> None:
    row = page.optimizer.clip.rows["clip_norm"]
    assert row.editor.line.placeholderText() == "off"
    type_over(qtbot, row.editor, "1.5")
    assert session.project.training.clip_norm == 1.5
    row.editor.line.clear()
    row.editor.line.textEdited.emit("")
    assert session.project.training.clip_norm is None


def test_mixed_precision_needs_a_graphics_card(
    session: ProjectSession, controller: IdleController, page: TrainingPage
) -> None:
    assert not can_choose(page.speed.precision, "mixed")[0]
    assert "NVIDIA" in page.speed.form.rows["precision"].note.text()
    controller.find(cuda="NVIDIA H100")
    assert can_choose(page.speed.precision, "mixed") == (True, "")
    assert page.speed.form.rows["precision"].note.text() == ""
    choose(page.speed.precision, "mixed")
    session.do(SetTraining({"device": "cpu"}))
    assert "NVIDIA" in page.speed.form.rows["precision"].message.text()  # a file may ask for it all the same


def test_compiling_needs_a_compiler(
    session: ProjectSession, page: TrainingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CXX", raising=False)
    page.render_now()
    row = page.speed.form.rows["compiled"]
    assert not row.editor.isEnabled()
    assert "C++ compiler" in row.note.text()
    session.do(SetTraining({"compiled": True}))
    assert row.editor.isEnabled()  # to be switched off
    assert "C++ compiler" in row.message.text()


def test_full_batch_gradient_descent_leaves_the_batch_size_alone(session: ProjectSession, page: TrainingPage) -> None:
    session.do(SetTraining({"optimizer": OptimizerSettings(type="GradientDescent")}))
    row = page.length.form.rows["batch_size"]
    assert not row.editor.isEnabled()
    assert row.note.text() == "This optimizer looks at all training samples in each step."
    assert page.schedule.curve.points[-1][0] == session.project.training.epochs - 1


def test_what_counts_at_the_next_run_says_so(
    session: ProjectSession, controller: IdleController, page: TrainingPage
) -> None:
    controller.start(session.project)
    session.do(
        SetTraining({"schedule": ScheduleSettings(type="cosine"), "clip_norm": 1.0, "class_weights": "balanced"})
    )
    session.do(SetTraining({"early_stopping": EarlyStopping(on=True, patience=9)}))
    rows = (
        page.schedule.form.rows["schedule"], page.optimizer.clip.rows["clip_norm"], page.losses.weights.choice,
        page.stopping.switch.rows["on"], page.stopping.form.rows["patience"],
    )  # fmt: skip
    assert [row.note.text() for row in rows] == [NEXT_RUN] * 5
    assert page.stopping.form.rows["metric"].note.text() == ""


def test_settings_of_a_task_that_do_nothing_cannot_be_set_and_say_why(
    session: ProjectSession, page: TrainingPage
) -> None:
    session.do(SetTask({"type": "gan", "params": {}}))
    assert page.task.own.form is not None
    penalty, smoothing = (page.task.own.form.rows[name] for name in ("gp_weight", "label_smoothing"))
    assert (penalty.editor.isEnabled(), smoothing.editor.isEnabled()) == (False, True)
    assert penalty.note.text() == "The Wasserstein form alone has one."
    session.do(SetTask({"type": "gan", "params": {"form": "wasserstein_gp"}}))
    assert (penalty.editor.isEnabled(), smoothing.editor.isEnabled()) == (True, False)
    session.do(SetTask({"type": "gan", "params": {"form": "wasserstein_gp", "label_smoothing": 0.1}}))
    assert smoothing.editor.isEnabled()  # to be set to 0
    session.do(SetTask({"type": "vae", "params": {}}))
    assert page.task.own.form is not None
    assert not page.task.own.form.rows["deviation"].editor.isEnabled()
