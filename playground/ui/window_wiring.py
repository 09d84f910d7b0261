"""Connects a window's parts: what its menus and its start page ask for, and its workbench once there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.ui.lookback.going_back import GoingBack
    from playground.ui.main_window import MainWindow
    from playground.ui.run_status import RunStatus
    from playground.ui.workbench import Workbench


def connect_start(window: MainWindow) -> None:
    """Menus and start page, which are there from the first picture on."""
    actions, files, start = window.menu_actions, window.files, window.start_page
    for name in ("new", "open", "save", "save_as", "save_bundle", "export"):
        getattr(actions, name).triggered.connect(getattr(files, name))
    actions.import_onnx.triggered.connect(window.imports.ask)
    actions.new_from_task.triggered.connect(window.tasks.new_from_task)
    actions.find_rate.triggered.connect(window.tasks.find_rate)
    actions.help.triggered.connect(window.helping.here)
    actions.help_contents.triggered.connect(window.helping.show_contents)
    window.menus.recent_chosen.connect(files.open_path)
    start.preset_chosen.connect(files.open_preset)
    start.file_chosen.connect(files.open_path)
    start.new_requested.connect(files.new)
    start.task_requested.connect(window.tasks.new_from_task)
    start.open_requested.connect(files.open)
    start.back_requested.connect(window.show_workbench)


def make_workbench(window: MainWindow) -> tuple[Workbench, RunStatus]:
    """The workbench of ``window`` and what shows the run in its toolbar, connected with everything."""
    from playground.ui.canvas_actions import connect_canvas, connect_panel
    from playground.ui.line_keys import LineKeys
    from playground.ui.run_status import RunStatus
    from playground.ui.stale_notices import StaleNotices
    from playground.ui.workbench import Workbench

    controller, actions = window.controller, window.menu_actions
    workbench = Workbench(window.session, controller)
    for name in workbench.panels:
        workbench.bind(name, getattr(actions, f"show_{name}"))
    workbench.bind_previews(actions.live_previews)
    workbench.bind_links(actions.links_group)
    workbench.canvas.minimap.bind(actions.overview)
    workbench.inspector.open_help_with(window.helping.open)
    connect_canvas(actions, workbench.canvas.view)
    connect_panel(actions, workbench.canvas)
    workbench.docks.offer_in(window.menus.views)
    actions.close_view.triggered.connect(workbench.docks.close_front)
    status = RunStatus(window.session, controller, window.toolbar, actions, window)
    _connect_run(window, workbench)
    StaleNotices(window.session, controller, window.messages, window)
    LineKeys(window, [actions.export])
    actions.find.triggered.connect(workbench.find_layer_kind)
    actions.evaluate.triggered.connect(workbench.show_evaluate)
    actions.predict.triggered.connect(workbench.show_predict)
    _connect_files(window, workbench)
    status.enable(False)
    return workbench, status


def _connect_run(window: MainWindow, workbench: Workbench) -> None:
    """The buttons of the run, and what it has to say."""
    from playground.ui.lookback.going_back import GoingBack
    from playground.ui.run_actions import RunActions
    from playground.ui.run_messages import RunMessages
    from playground.ui.slow_motion import SlowMotion
    from playground.ui.step_menu import StepMenu

    controller, actions, train = window.controller, window.menu_actions, window.menus.train
    for name in ("step", "stop", "train_on"):
        getattr(actions, name).triggered.connect(getattr(controller, name))
    messages = RunMessages(window.session, controller, window.messages, window, window.files.tells_of)
    client = workbench.inspector.data_page.client
    messages.reading_wanted.connect(client.read_project_again)
    StepMenu(window.session, controller, window.toolbar, actions, train, window)
    SlowMotion(controller, train, actions.find_rate, window)
    going_back: GoingBack = GoingBack(
        window.session, controller, lambda: workbench.plots.runs, window.messages, train, actions.find_rate, window
    )
    run = RunActions(controller, actions, going_back, window.files.save_bundle, window)
    workbench.inspector.training_page.find_wanted.connect(actions.find_rate.trigger)
    controller.blocked.connect(workbench.show_problems)
    for panel in (workbench.plots, workbench.evaluate, workbench.predict):
        panel.run_wanted.connect(run.begin)


def _connect_files(window: MainWindow, workbench: Workbench) -> None:
    """What the worker says of files, and of data that were read."""
    controller, files = window.controller, window.files
    controller.saved.connect(files.on_bundle_saved)
    controller.request_failed.connect(files.on_request_failed)
    controller.file_progress.connect(files.on_progress)
    controller.file_progress.connect(files.opening.on_progress)
    controller.bundle_opened.connect(files.opening.on_bundle_opened)
    controller.bundle_refused.connect(files.opening.on_bundle_refused)
    window.imports.follow(controller)
    client = workbench.inspector.data_page.client
    client.chosen.connect(window.drops.on_chosen)
    client.failed.connect(window.drops.on_failed)
    controller.run_reset.connect(files.on_run_dropped)
    controller.worker_died.connect(files.on_run_dropped)
    controller.worker_died.connect(window.rescue.back_up)
