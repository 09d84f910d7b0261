"""A graphics card that does not work must not keep anybody from training on the processor."""

from __future__ import annotations

import pytest
import torch

from playground.engine import devices
from playground.engine.devices import available_devices, choose_device
from playground.engine.errors import CannotTrain
from playground.engine.warm_up import ready

pytestmark = pytest.mark.skipif(torch.cuda.is_available(), reason="needs a machine without CUDA, where it cannot work")


@pytest.fixture(autouse=True)
def a_card_that_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver says that there is a card; whatever is then done on it fails, as torch itself fails here."""
    monkeypatch.setattr(devices, "_failed", {})
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)


def test_a_card_that_cannot_even_say_its_name_is_left_out() -> None:
    assert "cuda" not in available_devices()
    assert choose_device("auto").type != "cuda"


def test_a_card_that_fails_in_the_warm_up_is_left_out_and_said_to_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index: "Fast card")
    assert available_devices()["cuda"] == "Fast card"
    found = ready()
    assert "cuda" not in found.devices
    assert "cpu" in found.devices
    assert choose_device("auto").type != "cuda"
    with pytest.raises(CannotTrain, match=r"'cuda' does not work: .*CUDA"):
        choose_device("cuda")
