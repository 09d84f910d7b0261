"""Names in exported source: classes, people's words, helpers; each has one meaning and stays where it belongs."""

from __future__ import annotations

import ast
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import torch
from generated import network_from_source
from hypothesis import given, strategies as st
from networks import chain
from sources import assert_same, plan_of

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.call import Call
from playground.core.codegen import class_name, comment, docstring, generate, literal, package_text
from playground.core.codegen.file_names import taken_apart
from playground.core.layer import REGISTRY, Family, Layer
from playground.core.plan import make_plan
from playground.core.shape import Shape
from playground.engine import modules

# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("Classifier", "Classifier"), ("U-net 2", "UNet2"), ("my net_work", "MyNetWork"), ("True", "TrueNetwork"),
        ("None", "NoneNetwork"), ("Exception", "ExceptionNetwork"), ("print", "Print"), ("___", "Network"),
        ("Tensor", "Tensor2"), ("", "Network"), ("été", "T"),
    ],
)  # fmt: skip
def test_class_names_are_names_that_nothing_else_has(network: str, expected: str) -> None:
    made = class_name(network, {"Tensor"})
    assert made == expected
    assert made.isidentifier()


@pytest.mark.parametrize("name", ["Tensor", "torch", "nn", "F", "SinusoidalPositions", "Module"])
def test_a_network_may_be_called_like_what_its_source_needs(name: str) -> None:
    graph = chain("Input", ("PositionalEncoding", {}), ("Dense", {"units": 2, "activation": "ReLU"}))
    source = generate(make_plan(graph, Shape.sequence(3, 4), network=name))
    written = network_from_source(source.text, source.class_name)
    assert written(torch.zeros(2, 3, 4)).shape == (2, 3, 2)


NASTY = 'x"""\n\r\\"; import os # \u2028\u202e\x00\x0c\x1b*/ \' {0} %s'


def test_a_persons_names_stay_in_their_comment() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 3}))
    named = graph.replace(nodes=tuple(node.replace(name=NASTY) for node in graph.nodes))
    text = generate(plan_of(named), title=NASTY).text
    assert ast.dump(ast.parse(text).body[-1]) == ast.dump(ast.parse(generate(plan_of(graph)).text).body[-1])
    assert ast.get_docstring(ast.parse(text)) is not None
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Zl"} for sign in text.replace("\n", ""))
    assert text.count("import os") == 1 + 2  # the title and two layers, none of them code


@given(st.text())
def test_any_text_is_safe_in_a_comment_a_docstring_and_a_literal(text: str) -> None:
    made = f'"""{docstring(text)}."""\nx = {literal(text)}  {comment(text)}\n'
    parsed = ast.parse(made.encode("utf-8", "strict").decode())
    assert len(parsed.body) == 2
    assert ast.literal_eval(parsed.body[1].value) == text
    assert made.isprintable() or "\n" in made


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner) | st.tuples(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_values_are_written_so_that_they_read_back(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


def test_what_is_no_plain_value_is_refused() -> None:
    assert literal(float("inf")) == 'float("inf")'
    with pytest.raises(TypeError, match="object cannot be written"):
        literal(object())


# --- helpers --------------------------------------------------------------------------------------------------------


def test_the_programs_own_modules_fit_into_one_file() -> None:
    """Every helper can be repeated beside every other: no name stands for two things, none needs the program."""
    folder = Path(modules.__file__).parent
    texts = [
        taken_apart(path.read_text(encoding="utf-8")) for path in folder.glob("*.py") if path.name != "__init__.py"
    ]
    assert all(text.free for text in texts)
    defined = [name for text in texts for name in text.defined]
    assert len(defined) == len(set(defined))
    meanings: dict[str, set[Any]] = {}
    for text in texts:
        for wanted in text.imports:
            meanings.setdefault(wanted[2], set()).add(wanted)
    assert all(len(found) == 1 for found in meanings.values())
    assert not meanings.keys() & set(defined)


def test_what_torch_lacks_is_repeated_word_for_word() -> None:
    source = assert_same(
        plan_of(chain("Input", ("PositionalEncoding", {}), ("GaussianNoise", {})), Shape.sequence(4, 6))
    )
    helper = package_text("playground.engine.modules.SinusoidalPositions")
    assert helper is not None
    assert taken_apart(helper).body in source.text
    assert "playground" not in source.text
    assert source.packages == ()


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with a class that needs torch alone, one that needs its neighbour, and a layer for each."""
    folder = tmp_path / "some_plugin"
    folder.mkdir()
    (folder / "__init__.py").write_text("from .alone import Double\n", encoding="utf-8")
    (folder / "alone.py").write_text(
        '"""Doc."""\n\nimport torch\nfrom torch import nn\n\n\nclass Double(nn.Module):\n'
        "    def forward(self, x):\n        return torch.add(x, x)\n",
        encoding="utf-8",
    )
    (folder / "leaning.py").write_text(
        "from torch import nn\n\nfrom some_plugin.alone import Double\n\n\nclass Fourfold(nn.Module):\n"
        "    def forward(self, x):\n        return Double()(Double()(x))\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    known = dict(REGISTRY._kinds)
    package_text.cache_clear()
    yield folder
    REGISTRY._kinds.clear()
    REGISTRY._kinds.update(known)
    package_text.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "some_plugin"]:
        del sys.modules[name]


def plugin_layer(name: str, target: str) -> None:
    class Plugged(Layer):
        """A layer of a package."""

        __module__ = "some_plugin.layers"
        type_name: ClassVar[str] = name
        title: ClassVar[str] = name
        family: ClassVar[Family] = "shape"
        id_stem: ClassVar[str] = name.lower()
        summary: ClassVar[str] = "Multiplies."

        def output_shape(self, *inputs: Shape) -> Shape:
            return inputs[0]

        def call(self, *inputs: Shape) -> Call:
            return Call(target)


def test_a_plug_ins_class_is_repeated_where_it_stands_alone_and_imported_where_not(plugin: Path) -> None:
    plugin_layer("Double", "some_plugin.Double")
    plugin_layer("Fourfold", "some_plugin.leaning.Fourfold")
    source = assert_same(plan_of(chain("Input", "Double", "Fourfold")))
    assert "class Double(nn.Module):\n    def forward(self, x):\n" in source.text
    assert "\nfrom some_plugin.leaning import Fourfold\n" in source.text
    assert "must be installed where this file is used" in source.text
    assert source.packages == ("some_plugin",)


def test_a_class_whose_text_is_not_found_is_imported(plugin: Path) -> None:
    plugin_layer("Lost", "some_plugin.nowhere.Lost")
    assert package_text("some_plugin.nowhere.Lost") is None
    assert "from some_plugin.nowhere import Lost" in generate(plan_of(chain("Input", "Lost"))).text


def test_two_helpers_with_one_name_do_not_meet(plugin: Path) -> None:
    (plugin / "other.py").write_text((plugin / "alone.py").read_text(encoding="utf-8") + "# other\n", encoding="utf-8")
    plugin_layer("Double", "some_plugin.alone.Double")
    plugin_layer("Again", "some_plugin.other.Double")
    source = assert_same(plan_of(chain("Input", "Double", "Again")))
    assert "from some_plugin.other import Double as Double_2" in source.text
