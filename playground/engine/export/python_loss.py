"""The loss of an exported training script, and what L1 and L2 add to it: as the program computes them."""

from __future__ import annotations

from torch import fx

from playground.core.codegen.quoting import literal
from playground.engine.export.python_text import filled
from playground.engine.penalties import Penalty, Strength
from playground.training.losses import reading

_ONE_HOT = '''def one_hot(scores: Tensor, labels: Tensor) -> Tensor:
    """A 1 at each sample's class, 0 elsewhere."""
    return torch.zeros_like(scores).scatter_(1, labels.unsqueeze(1), 1.0)


'''
_SINGLE = '''def one_hot(scores: Tensor, labels: Tensor) -> Tensor:
    """1 for each sample of the second class, 0 for the first."""
    return labels.to(scores.dtype).reshape(scores.shape)


'''
_SAID = '''
def said(scores: Tensor) -> Tensor:
    """The number of the class that is told."""
    return «said».argmax(1)
'''
_LOSS = '''def loss_of(scores: Tensor, labels: Tensor) -> Tensor:
    """«loss_title», from what the last activation is applied to; the mean over a batch."""
'''
_BINARY_OF_SOFTMAX = """    log_p = F.log_softmax(scores, 1)
    # log(1 - p) through expm1 is exact for small p; where p rounds to 1 the clamp keeps it finite
    log_rest = torch.log(-torch.expm1(log_p.clamp(max=-torch.finfo(log_p.dtype).eps)))
    wanted = one_hot(scores, labels)
    return -(wanted * log_p + (1 - wanted) * log_rest).mean()
"""
_ACTIVATED = {
    None: "scores",
    "softmax": "torch.softmax(scores, 1)",
    "log_softmax": "torch.log_softmax(scores, 1)",
    "sigmoid": "torch.sigmoid(scores)",
}

_PENALTY_HEAD = '''

def penalized(loss: Tensor, model: nn.Module) -> Tensor:
    """``loss`` and what L1 and L2 add to it for the sizes of the weights."""
'''
_PENALTY_EVERYWHERE = """    for weight in model.parameters():
        if weight.dim() >= 2 and weight.requires_grad:
"""
_PENALTY_BY_NAME = """    weights = dict(model.named_parameters())
    for name, (l1, l2) in PENALTIES.items():
        if l1:
            loss = loss + l1 * weights[name].abs().sum()
        if l2:
            loss = loss + l2 * weights[name].square().sum()
    return loss
"""


def loss_source(loss: str, final: str | None, *, single: bool = False) -> str:
    """Source of ``loss_of`` and ``said``, as ``engine.losses`` computes them for classes; ``single``: one output tells
    two classes apart. Raises ``KeyError`` for a loss that it does not know.
    """
    body = _single_body(loss, final) if single else _body(loss, final)
    helper = (_SINGLE if single else _ONE_HOT) if "one_hot(" in body else ""
    head = filled(_LOSS, {"loss_title": _TITLES[loss]})
    return f"{helper}{head}{body}\n{filled(_SAID, {'said': _said(loss, final, single)})}"


def _body(loss: str, final: str | None) -> str:
    if loss in ("cross_entropy", "negative_log_likelihood", "kl_divergence"):
        # outputs that do not add up to 1 are divided by their sum; of one true class the divergence is the same
        scores = "F.logsigmoid(scores)" if final == "sigmoid" else "scores"
        return f"    return F.cross_entropy({scores}, labels)\n"
    if loss == "binary_cross_entropy" and final in {"softmax", "log_softmax"}:
        return _BINARY_OF_SOFTMAX
    if loss == "binary_cross_entropy":
        return "    return F.binary_cross_entropy_with_logits(scores, one_hot(scores, labels))\n"
    if loss == "hinge":
        return f"    return F.multi_margin_loss({_ACTIVATED[final]}, labels)\n"
    return f"    return F.{_FUNCTIONS[loss]}({_ACTIVATED[final]}, one_hot(scores, labels))\n"


def _single_body(loss: str, final: str | None) -> str:
    if loss == "binary_cross_entropy":
        return "    return F.binary_cross_entropy_with_logits(scores, one_hot(scores, labels))\n"
    if loss == "hinge":
        return f"    return F.relu(1 - (2 * one_hot(scores, labels) - 1) * {_ACTIVATED[final]}).mean()\n"
    return f"    return F.{_FUNCTIONS[loss]}({_ACTIVATED[final]}, one_hot(scores, labels))\n"


def _said(loss: str, final: str | None, single: bool) -> str:
    """What is the largest for the class that the network tells."""
    read = reading(loss, final)
    if not single:
        return _ACTIVATED["softmax" if read == "log_softmax" else read]
    if read == "sigmoid":
        return "torch.sigmoid(torch.cat((-scores, scores), 1))"
    if loss == "hinge" and read is None:
        return "torch.cat((-scores, scores), 1)"
    return "torch.cat((0.5 - scores, scores - 0.5), 1)"


_TITLES = {
    "cross_entropy": "Cross-entropy",
    "binary_cross_entropy": "Binary cross-entropy",
    "negative_log_likelihood": "Negative log-likelihood",
    "kl_divergence": "KL divergence",
    "hinge": "Hinge",
    "mean_squared_error": "Mean squared error",
    "mean_absolute_error": "Mean absolute error",
    "huber": "Huber",
}
_FUNCTIONS = {"mean_squared_error": "mse_loss", "mean_absolute_error": "l1_loss", "huber": "huber_loss"}
# Those that judge one output which tells two classes apart, by the last activations that it may have.
SINGLE = {
    "binary_cross_entropy": (None, "sigmoid"), "hinge": (None,), "mean_squared_error": (None, "sigmoid"),
    "mean_absolute_error": (None, "sigmoid"), "huber": (None, "sigmoid"),
}  # fmt: skip


# The losses that ``loss_source`` can write.
SCRIPTED = frozenset(_TITLES)


def penalty_source(module: fx.GraphModule, everywhere: Strength) -> tuple[str, str]:
    """Constants and the function for L1 and L2; nothing where there are none. ``everywhere``: those of the settings."""
    terms = {id(weight): strengths for weight, strengths in Penalty(module, everywhere).terms}
    named = {name: terms[id(weight)] for name, weight in module.named_parameters() if id(weight) in terms}
    if not named:
        return "", ""
    matrices = {name for name, weight in module.named_parameters() if weight.dim() >= 2 and weight.requires_grad}
    if set(named.values()) == {everywhere} and named.keys() == matrices:
        lines = [f"L{power} = {literal(value)}" for power, value in enumerate(everywhere, 1) if value]
        adds = {1: "abs", 2: "square"}
        rows = [
            f"            loss = loss + L{power} * weight.{adds[power]}().sum()\n"
            for power, value in enumerate(everywhere, 1)
            if value
        ]
        return "\n".join(lines), _PENALTY_HEAD + _PENALTY_EVERYWHERE + "".join(rows) + "    return loss\n"
    rows = [f"    {literal(name)}: {literal(strengths)},\n" for name, strengths in named.items()]
    note = "# by weight: what its absolute values and its squares, summed, are multiplied with in the loss\n"
    return f"{note}PENALTIES = {{\n{''.join(rows)}}}", _PENALTY_HEAD + _PENALTY_BY_NAME
