"""A page for everything that the program offers: none empty, none without its links, all formulas drawn."""

from __future__ import annotations

import re

import pytest

from playground.core.files import load_project
from playground.core.forms import form_fields
from playground.core.layer import REGISTRY
from playground.core.presets import preset_names, preset_path
from playground.training.check import check
from playground.training.datasets import DATASETS
from playground.training.losses import LOSSES
from playground.training.metrics import METRICS
from playground.training.optimizers import OPTIMIZERS
from playground.training.schedules import SCHEDULES
from playground.training.settings_explained import SETTINGS
from playground.training.tasks import TASKS
from playground.ui.help.blocks import Code, Facts, Formula, Links, Page, Parameter, Picture, Prose, Text
from playground.ui.help.pages import Context, make_page
from playground.ui.help.pictures.catalogue import PICTURES
from playground.ui.help.theory_files import theory_pages
from playground.ui.help.topics import all_topics, found, resolve
from playground.ui.help.using import edit_for
from playground.ui.views.catalogue import VIEWS

_PAGES: dict[str, Page] = {}


def pages() -> dict[str, Page]:
    if not _PAGES:
        _PAGES.update({topic.key: make_page(topic.key) for topic in all_topics()})
    return _PAGES


def of(page: Page, kind: type) -> list:  # type: ignore[type-arg]
    return [block for block in page.blocks if isinstance(block, kind)]


def test_everything_has_a_page() -> None:
    wanted = {f"layer:{kind.type_name}" for kind in REGISTRY.all()}
    for group, table in (
        ("loss", LOSSES), ("optimizer", OPTIMIZERS), ("metric", METRICS), ("schedule", SCHEDULES), ("task", TASKS),
        ("data", DATASETS),
    ):  # fmt: skip
        wanted |= {f"{group}:{name}" for name in table}
    wanted |= {f"setting:{record}.{field}" for record, field in SETTINGS if (record, field) != ("Preparation", "")}
    theory = {"forward-pass", "backpropagation", "gradient-descent", "overfitting", "gan", "vae"}
    wanted |= {f"theory:{name}" for name in theory}
    assert wanted == set(pages())
    assert all(len(page.blocks) >= 4 and page.title for page in pages().values())


def test_links_lead_to_pages_and_every_page_has_some() -> None:
    for key, page in pages().items():
        links = [target for block in of(page, Links) for target, _ in block.links]
        links += re.findall(r"\]\(([^)]+)\)", " ".join(block.markdown for block in of(page, Prose)))
        assert links, key
        assert set(links) <= set(pages()), key
        assert key not in links


def test_all_formulas_can_be_drawn_and_are_of_a_sensible_size() -> None:
    ziamath = pytest.importorskip("ziamath")
    formulas = {block.latex for page in pages().values() for block in of(page, Formula)}
    assert len(formulas) > 120
    for latex in sorted(formulas)[::4]:  # each takes some 20 ms
        size = re.search(r'width="([\d.]+)"[^>]*height="([\d.]+)"', ziamath.Latex(latex, size=18).svg())
        size = size or re.search(r'height="([\d.]+)"[^>]*width="([\d.]+)"', ziamath.Latex(latex, size=18).svg())
        assert size is not None, latex
        assert max(float(size[1]), float(size[2])) < 640, latex
        assert min(float(size[1]), float(size[2])) < 90, latex


def test_a_layers_page_tells_its_class_and_the_numbers_of_the_selected_one() -> None:
    path = preset_path("digits-cnn")
    assert path is not None
    project = load_project(path)
    graph = project.network(project.main_network)
    node = next(node for node in graph.nodes if node.type == "Conv2D")
    facts = check(project).networks[project.main_network].facts[node.id]
    plain, own = make_page("layer:Conv2D"), make_page("layer:Conv2D", Context(project, node, facts))
    fields = form_fields(REGISTRY.get("Conv2D"))  # type: ignore[arg-type]
    assert [block.name for block in of(plain, Parameter)] == [field.name for field in fields]
    assert dict(of(plain, Facts)[0].rows)["Image"] == "3 × 32 × 32 → 32 × 30 × 30"
    rows = dict(of(own, Facts)[0].rows)
    assert "".join(rows["Takes"].split()) == "channels1×height28×width28" and rows["Parameters"] == "160"
    assert of(plain, Code)[0].text == "nn.Conv2d(3, 32, kernel_size=3)"
    assert of(own, Code)[0].text.startswith("nn.Conv2d(1, 16, kernel_size=3)")
    filters = next(block for block in of(own, Parameter) if block.name == "filters")
    assert (filters.default, filters.now) == ("32", "16")
    other = make_page("layer:Dense", Context(project, node, facts))  # another layer is selected
    assert "Shapes, for example" in [block.text for block in other.blocks if hasattr(block, "text")]


def test_pages_of_training_show_what_is_in_use() -> None:
    path = preset_path("digits-cnn")
    assert path is not None
    project = load_project(path)
    adam = make_page("optimizer:Adam", Context(project))
    assert [action.act for action in adam.actions] == ["show"]
    rate = project.training.learning_rate
    assert of(adam, Code)[0].text.startswith(f"torch.optim.Adam(model.parameters(), lr={rate!r}, betas=(0.9, 0.999)")
    assert [action.act for action in make_page("optimizer:SGD", Context(project)).actions] == ["use"]
    assert make_page("metric:f1", Context(project)).actions == ()
    for key in ("loss:hinge", "optimizer:SGD", "schedule:cosine", "task:gan", "data:iris"):
        assert edit_for(project, key).apply(project) != project
    with pytest.raises(KeyError):
        edit_for(project, "metric:f1")


def test_theory_is_told_at_length_with_pictures_and_presets_that_exist() -> None:
    views = {entry.name for entry in VIEWS}
    for page in theory_pages():
        words = len(re.sub(r"\$\$.*?\$\$|\{\{.*?\}\}", "", page.body).split())
        assert 300 <= words <= 650, (page.name, words)
        made = pages()[f"theory:{page.name}"]
        assert of(made, Formula) and of(made, Picture) and made.actions
        for preset, opened in page.tries:
            assert preset in preset_names() and set(opened) <= views, page.name
        assert all(topic in pages() for topic in page.see), page.name


def test_pictures_that_pages_ask_for_are_in_the_catalogue_and_all_are_asked_for() -> None:
    asked = {block.name for page in pages().values() for block in of(page, Picture)}
    assert asked == set(PICTURES)


@pytest.mark.parametrize(
    ("wanted", "key", "parameter"),
    [
        ("layer:Conv2D", "layer:Conv2D", ""), ("Conv2D", "layer:Conv2D", ""),
        ("Conv2D.kernel", "layer:Conv2D", "kernel"),
        ("learning_rate", "setting:TrainingSettings.learning_rate", ""), ("Adam.beta1", "optimizer:Adam", "beta1"),
        ("EarlyStopping.patience", "setting:EarlyStopping.patience", ""), ("gan.form", "task:gan", "form"),
        ("circle.noise", "data:circle", "noise"),
    ],
)  # fmt: skip
def test_names_that_the_inspector_uses_are_understood(wanted: str, key: str, parameter: str) -> None:
    assert resolve(wanted) == (key, parameter)


def test_an_unknown_name_has_no_page() -> None:
    with pytest.raises(KeyError):
        resolve("Conv9D")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dropout", "layer:Dropout"), ("learning rate", "setting:TrainingSettings.learning_rate"),
        ("backprop", "theory:backpropagation"), ("cross entropy", "loss:cross_entropy"),
        ("overfit", "theory:overfitting"),
        ("c2d", "layer:Conv2D"), ("momntum", None),
    ],
)  # fmt: skip
def test_search_finds_the_page_that_is_meant_first(typed: str, first: str | None) -> None:
    hits = [topic.key for topic in found(all_topics(), typed)]
    assert (hits[0] if hits else None) == first or first is None


def test_summaries_are_texts_and_no_page_repeats_a_block() -> None:
    for key, page in pages().items():
        texts = [block.text for block in of(page, Text)]
        assert len(texts) == len(set(texts)), key
