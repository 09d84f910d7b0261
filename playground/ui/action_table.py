"""Every command of the menus in words: its text, shortcuts and tip. The texts are looked up when they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from playground.core.language import mark

_Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Described:
    """``keys`` are standard ones, which the system knows, or sequences as ``QKeySequence`` reads them."""

    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    tip: str = ""
    checkable: bool = False


# What people who know other programs call it: the command palette finds it by these words, too.
OTHER_WORDS: dict[str, str] = {
    "arrange": mark("layout, tidy up, organize, beautify"), "arrange_right": mark("layout, horizontal"),
    "arrange_down": mark("layout, vertical"), "arrange_rows": mark("layout, wrap"),
    "turn": mark("direction, orientation, vertical ports"), "group": mark("subgraph, collapse, module, component"),
    "frame": mark("box, region, comment"), "note": mark("comment, annotation, sticky, text"),
    "replace": mark("swap, change kind"), "take_out": mark("detach, bypass"), "find_network": mark("find"),
    "fit": mark("zoom to all, show everything"), "export_picture": mark("screenshot, image"),
    "preferences": mark("options, configuration"), "evaluate": mark("test, score"), "predict": mark("inference, apply"),
    "find_rate": mark("learning rate finder"), "save_bundle": mark("checkpoint, save weights, save model"),
}  # fmt: skip

TABLE: dict[str, Described] = {
    "new": Described(mark("&New"), (_Key.New,), mark("Start an empty project")),
    "new_from_task": Described(
        mark("New from &task…"), ("Ctrl+Shift+N",), mark("Choose what to learn, and from which data")
    ),
    "open": Described(mark("&Open…"), (_Key.Open,), mark("Open a project or a trained bundle")),
    "save": Described(mark("&Save"), (_Key.Save,), mark("Save the project")),
    "save_as": Described(mark("Save &as…"), ("Ctrl+Shift+S",), mark("Save the project under another name")),
    "save_bundle": Described(
        mark("Save trained &bundle…"), ("Ctrl+B",), mark("Project, trained weights and history in one file")
    ),
    "import_onnx": Described(mark("&ONNX model…"), (), mark("A network with its weights, from an .onnx file")),
    "export": Described(
        mark("&Export…"), ("Ctrl+E", "Ctrl+Shift+E"), mark("Model, source or weights for other programs")
    ),
    "export_picture": Described(
        mark("Export &picture…"), ("Ctrl+Alt+E",), mark("The canvas as PNG, SVG or PDF, fit for a paper")
    ),
    "quit": Described(mark("&Quit"), (_Key.Quit, "Ctrl+Q")),
    "cut": Described(mark("Cu&t"), (_Key.Cut,)),
    "copy": Described(mark("&Copy"), (_Key.Copy,)),
    "copy_text": Described(
        mark("Copy as te&xt"), ("Ctrl+Shift+C",), mark("The selected layers as a JSON list that one can read and write")
    ),
    "copy_code": Described(
        mark("Copy as P&yTorch"), ("Ctrl+Alt+P",), mark("The selected layers as the source of a PyTorch module")
    ),
    "copy_picture": Described(
        mark("Copy p&icture"), ("Ctrl+Alt+I",), mark("The network, or what is selected of it, as a picture")
    ),
    "paste": Described(mark("&Paste"), (_Key.Paste,)),
    "duplicate": Described(mark("&Duplicate"), ("Ctrl+D",)),
    "group": Described(
        mark("&Group into block"), ("Ctrl+G",), mark("Put the selected layers into a network of their own")
    ),
    "ungroup": Described(mark("&Ungroup"), ("Ctrl+Shift+G",), mark("Put a block's layers where it stands")),
    "enter_block": Described(mark("Enter &block"), (), mark("See the inside of the selected block; Esc goes back")),
    "add_layer": Described(
        mark("&Add layer…"), ("Tab",), mark("Search for a layer at the pointer, or beside the selected one")
    ),
    "replace": Described(
        mark("&Replace with…"), ("R",), mark("Another layer in this place, with the links and parameters that fit")
    ),
    "take_out": Described(
        mark("Take &out of its links"),
        ("Ctrl+Shift+D",),
        mark("What fed the layer feeds what followed it; it stays beside"),
    ),
    "delete_heal": Described(
        mark("Delete and &heal"), ("Ctrl+Del", "Ctrl+Backspace"), mark("What fed the layer feeds what followed it")
    ),
    "link_from": Described(
        mark("&Link from its output"), ("L",), mark("Pull a link by keys: Tab chooses, Enter connects")
    ),
    "link_to": Described(
        mark("Link to its &input"), ("Shift+L",), mark("Pull a link by keys: Tab chooses, Enter connects")
    ),
    "next_link": Described(
        mark("&Next of its links"), ("Ctrl+Down",), mark("Select one link of the layer after the other")
    ),
    "previous_link": Described(mark("&Previous of its links"), ("Ctrl+Up",)),
    "follow_forward": Described(mark("&Follow a link forward"), ("Ctrl+Right",)),
    "follow_back": Described(mark("Follow a link &back"), ("Ctrl+Left",)),
    "go_left": Described(mark("Layer on the &left"), ("Alt+Left",)),
    "go_right": Described(mark("Layer on the &right"), ("Alt+Right",)),
    "go_up": Described(mark("Layer &above"), ("Alt+Up",)),
    "go_down": Described(mark("Layer b&elow"), ("Alt+Down",)),
    "frame": Described(mark("Put a &frame around"), ("Ctrl+Alt+G",), mark("A titled area behind the selected layers")),
    "note": Described(mark("Add &note"), ("Ctrl+Alt+N",), mark("A text on the canvas")),
    "collapse": Described(
        mark("&Collapse or expand frame"), ("Ctrl+Alt+C",), mark("Put a frame's layers away, or show them again")
    ),
    "fit_frame": Described(
        mark("Fit fra&me"), ("Ctrl+Alt+F",), mark("Make the selected frame as large as what it holds")
    ),
    "arrange": Described(
        mark("&Arrange automatically"), ("Alt+Shift+A",), mark("What is selected, else all, the way it was done last")
    ),
    "arrange_right": Described(
        mark("Left to &right"), ("Alt+Shift+R",), mark("In columns, each layer to the right of what feeds it")
    ),
    "arrange_down": Described(
        mark("Top to bo&ttom"), ("Alt+Shift+B",), mark("In rows, each layer under what feeds it")
    ),
    "arrange_rows": Described(
        mark("In ro&ws that fit the window"), ("Alt+Shift+W",), mark("Left to right, broken into rows as a text is")
    ),
    "align_left": Described(
        mark("Align &left"), ("Alt+Shift+Left",), mark("Left edges of the selected layers in line")
    ),
    "align_center": Described(mark("Align &centers"), ("Alt+Shift+C",), mark("The selected layers one above another")),
    "align_right": Described(mark("Align ri&ght"), ("Alt+Shift+Right",), mark("Right edges in line")),
    "align_top": Described(mark("Align to&p"), ("Alt+Shift+Up",), mark("Upper edges in line")),
    "align_middle": Described(mark("Align &middles"), ("Alt+Shift+M",), mark("The selected layers side by side")),
    "align_bottom": Described(mark("Align &bottom"), ("Alt+Shift+Down",), mark("Lower edges in line")),
    "distribute_across": Described(
        mark("Distribute &horizontally"),
        ("Alt+Shift+H",),
        mark("Equal gaps between the selected layers, left to right"),
    ),
    "distribute_down": Described(
        mark("Distribute &vertically"), ("Alt+Shift+V",), mark("Equal gaps between the selected layers, top to bottom")
    ),
    "turn": Described(
        mark("&Turn the links"),
        ("Alt+Shift+T",),
        mark("Links leave layers at the bottom and enter at the top, or leave at the right; no layer moves"),
    ),
    "delete": Described(mark("De&lete"), ("Del", "Backspace")),
    "select_all": Described(mark("Select &all"), (_Key.SelectAll,)),
    "select_alike": Described(
        mark("Select layers of the same &kind"),
        ("Ctrl+Shift+A",),
        mark("All of this network of the kinds selected"),
    ),
    "find_network": Described(
        mark("&Search in the network…"), (_Key.Find,), mark("Layers, parameters, shapes, problems, frames and notes")
    ),
    "find_next": Described(mark("Ne&xt match"), ("F3",)),
    "find_previous": Described(mark("Previous &match"), ("Shift+F3",)),
    "find": Described(mark("&Find a layer kind"), ("Ctrl+Shift+F",), mark("The palette's search")),
    "zoom_in": Described(mark("Zoom &in"), (_Key.ZoomIn, "Ctrl+=")),
    "zoom_out": Described(mark("Zoom &out"), (_Key.ZoomOut,)),
    "zoom_reset": Described(mark("&Actual size"), ("Ctrl+0",)),
    "fit": Described(mark("&Fit the network"), ("Ctrl+1",)),
    "fit_selection": Described(
        mark("Zoom to s&election"), ("Ctrl+2",), mark("Show what is selected as large as it fits")
    ),
    "overview": Described(
        mark("O&verview"),
        ("Ctrl+Shift+O",),
        mark("The whole network, small, while not all of it is in view"),
        checkable=True,
    ),
    "show_palette": Described(mark("&Palette"), ("F6",), checkable=True),
    "show_inspector": Described(mark("&Inspector"), ("F7",), checkable=True),
    "show_plots": Described(mark("P&lots"), ("F8",), checkable=True),
    "live_previews": Described(
        mark("Live pre&views"), ("Ctrl+L",), mark("Show on every card what its layer makes of a sample"), checkable=True
    ),
    "close_view": Described(mark("&Close view"), ("Ctrl+W",), mark("The one in front under the canvas")),
    "start_page": Described(mark("&Start page"), ("Ctrl+Home",), checkable=True),
    "run": Described(mark("&Run"), ("F5", "Ctrl+R"), mark("Train the network")),
    "step": Described(mark("&Step"), ("F10",), mark("Train one batch, then pause")),
    "stop": Described(mark("S&top"), ("Shift+F5",), mark("End the run; its weights stay")),
    "train_on": Described(
        mark("Train &on"), (), mark("Go on from the trained weights; as many epochs again when all are done")
    ),
    "reset": Described(
        mark("R&eset"), ("Ctrl+Shift+R",), mark("Put the run by; the next one starts from the same weights")
    ),
    "find_rate": Described(mark("&Find learning rate…"), (), mark("Try many rates on a copy of the network")),
    "evaluate": Described(
        mark("&Evaluate"), ("F9",), mark("Look at every sample of a part of the data with the weights of now")
    ),
    "predict": Described(mark("&Predict…"), ("Shift+F9",), mark("Draw, paste or open what the network shall judge")),
    "commands": Described(
        mark("&Command palette…"), ("Ctrl+Shift+P", "Ctrl+K"), mark("Everything that can be done, found by typing")
    ),
    "preferences": Described(mark("&Settings…"), ("Ctrl+,",), mark("Appearance, language, canvas, files")),
    "new_window": Described(mark("New &window"), ("Ctrl+Alt+W",), mark("Another project beside this one")),
    "help": Described(
        mark("&Help on what is selected"), ("F1",), mark("The page of what is selected or has the keyboard")
    ),
    "help_contents": Described(
        mark("All pages of h&elp"), ("Shift+F1",), mark("Everything that the program offers, and theory, with a search")
    ),
    "shortcuts": Described(mark("&Keyboard shortcuts"), ("?", "Ctrl+/")),
    "about": Described(mark("&About Neural Playground")),
}
