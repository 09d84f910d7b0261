"""README and docs are true: their examples run, their links lead somewhere, their lists are complete."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from playground.cli import COMMANDS
from playground.core.files import parse_project
from playground.core.layer import REGISTRY
from playground.core.plugins import package_of
from playground.core.weights import Initialized
from playground.training.check import check
from playground.training.datasets import DATASETS
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def script(name: str) -> ModuleType:
    """A file of docs/, which is no installed package."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_heading(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith(("http://", "https://")):
            continue
        name, _, heading = target.partition("#")
        found = (page.parent / name).resolve() if name else page
        assert found.exists(), f"{page.name} links to {target}"
        if heading:
            headings = re.findall(r"^#+ (.*)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", text).lower().replace(" ", "-") for text in headings}


def test_the_readmes_first_commands_are_targets_of_the_makefile():
    first = blocks(ROOT / "README.md", "sh")[0]
    targets = re.findall(r"^make (\w+)", first, re.MULTILINE)
    assert targets == ["run", "test"]
    rules = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(targets) <= set(rules)


def test_the_readmes_python_example_runs_as_it_stands(tmp_path):
    (example,) = blocks(ROOT / "README.md", "python")
    result = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert re.fullmatch(r"test accuracy \d\d\.\d%\n", result.stdout)
    assert (tmp_path / "my-digits.json").exists()


def test_the_example_of_a_project_file_is_one_that_can_train():
    project = parse_project(blocks(ROOT / "docs" / "file-format.md", "json")[0])
    assert check(project).problems == ()


def test_every_command_is_on_its_page():
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"| `playground {command}" in page


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("layers.md", [kind.title for kind in REGISTRY.all() if package_of(kind) is None]),
        ("data.md", [f"`{name}`" for name in DATASETS]),
        ("training.md", [f"| {loss.title.lower()} |" for loss in LOSSES.values()]),
        ("training.md", [kind.title for kind in OPTIMIZERS.values()]),
    ],
)
def test_lists_are_complete(page, names):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert [name for name in names if name not in text] == []


def test_the_page_of_layers_is_what_the_classes_say():
    made = script("make_layers_page").page()
    assert (ROOT / "docs" / "layers.md").read_text(encoding="utf-8") == made, "run python -m docs.make_layers_page"


def test_the_page_of_layers_tells_each_parameter_and_formula():
    sections = re.split(r"^#{2,3} ", (ROOT / "docs" / "layers.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = {section.split("\n", 1)[0].split(" (")[0]: section for section in sections}
    for kind in REGISTRY.all():
        if package_of(kind) is not None:
            continue
        section = told[kind.title]
        own = [name for name in kind.model_fields if name not in Initialized.model_fields]
        hidden = {"input_names", "output_names"}  # a block's ports, which follow its network
        assert [name for name in own if name not in hidden and f"`{name}`" not in section] == []
        assert kind.summary in section
        assert kind.reference in section
        (formula,) = re.findall(r"^\$(.*)\$$", section, re.MULTILINE)
        # Markdown takes a backslash before punctuation for its own, and a formula must come through whole
        assert re.search(r"\\[^A-Za-z]", formula) is None
        assert formula.count("{") == formula.count("}")


def test_every_figure_is_there_in_both_themes_and_shown_somewhere():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"figures/([\w-]+\.png)", text))
    there = {path.name for path in (ROOT / "docs" / "figures").iterdir()}
    assert named <= there
    looks = {
        look: {name.removesuffix(f"-{look}.png") for name in there if f"-{look}." in name} for look in ("dark", "light")
    }
    assert looks["dark"] == looks["light"]
    assert {name.rpartition("-")[0] for name in named} == looks["dark"]
    assert max((ROOT / "docs" / "figures" / name).stat().st_size for name in there) < 200_000
