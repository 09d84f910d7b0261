"""The line of PyTorch that says the same as a loss, a schedule or a metric, for people who go on in code.

In the lines ``scores`` are the outputs before a last Softmax or Sigmoid (N×classes), ``outputs`` and ``wanted`` numbers
of one shape, ``classes`` the numbers of the true classes (N), ``labels`` zeros and ones. Parameters stand in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LOSS_LINES: dict[str, str] = {
    "cross_entropy": "torch.nn.functional.cross_entropy(scores, classes)",
    "binary_cross_entropy": "torch.nn.functional.binary_cross_entropy_with_logits(scores, labels)",
    "negative_log_likelihood": "torch.nn.functional.nll_loss(torch.log_softmax(scores, 1), classes)",
    "kl_divergence": 'torch.nn.functional.kl_div(torch.log_softmax(scores, 1), wanted, reduction="batchmean")',
    "hinge": "torch.nn.functional.multi_margin_loss(scores, classes)",
    "mean_squared_error": "torch.nn.functional.mse_loss(outputs, wanted)",
    "mean_absolute_error": "torch.nn.functional.l1_loss(outputs, wanted)",
    "huber": "torch.nn.functional.huber_loss(outputs, wanted)",
}

_SCHEDULERS = "torch.optim.lr_scheduler"
SCHEDULE_LINES: dict[str, str] = {
    "constant": f"{_SCHEDULERS}.ConstantLR(optimizer, factor=1.0)",
    "step": f"{_SCHEDULERS}.StepLR(optimizer, step_size={{every}}, gamma={{gamma}})",
    "exponential": f"{_SCHEDULERS}.ExponentialLR(optimizer, gamma={{gamma}})",
    "cosine": f"{_SCHEDULERS}.CosineAnnealingLR(optimizer, T_max=steps, eta_min={{minimum}} * rate)",
    "warm_up": f"{_SCHEDULERS}.LambdaLR(optimizer, lambda t: min(1, (t + 1) / warm_up_steps))",
    "one_cycle": (
        f"{_SCHEDULERS}.OneCycleLR(optimizer, max_lr=rate, total_steps=steps, pct_start={{rising}}, "
        "div_factor={start_divisor}, final_div_factor={end_divisor})"
    ),
    "plateau": (
        f"{_SCHEDULERS}.ReduceLROnPlateau(optimizer, factor={{gamma}}, patience={{patience}}, "
        'threshold={minimum_improvement}, threshold_mode="abs")'
    ),
}

_MACRO = 'task="multiclass", num_classes=scores.shape[1], average="macro"'
METRIC_LINES: dict[str, str] = {
    "accuracy": "(scores.argmax(1) == classes).float().mean()",
    "top_5": "(scores.topk(5).indices == classes[:, None]).any(1).float().mean()",
    "precision": f"torchmetrics.functional.precision(scores, classes, {_MACRO})",
    "recall": f"torchmetrics.functional.recall(scores, classes, {_MACRO})",
    "f1": f"torchmetrics.functional.f1_score(scores, classes, {_MACRO})",
    "auroc": f"torchmetrics.functional.auroc(scores.softmax(1), classes, {_MACRO})",
    "mae": "(wanted - outputs).abs().mean()",
    "mse": "(wanted - outputs).square().mean()",
    "rmse": "(wanted - outputs).square().mean().sqrt()",
    "r2": "1 - (wanted - outputs).square().sum() / (wanted - wanted.mean()).square().sum()",
}


def with_parameters(line: str, params: Mapping[str, Any]) -> str:
    """The line with the values of parameters in their places."""
    for name, value in params.items():
        line = line.replace(f"{{{name}}}", repr(value))
    return line
