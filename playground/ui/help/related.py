"""Which pages lead to which: links "See also" that no registry knows, laid in both directions."""

from __future__ import annotations

from collections.abc import Iterator

from playground.core.layer import REGISTRY
from playground.ui.help.topics import Topic, all_topics

MOST = 8
# Pages that belong together; each leads to all others of its line.
_TOGETHER: tuple[tuple[str, ...], ...] = (
    ("layer:Softmax", "layer:LogSoftmax", "loss:cross_entropy", "loss:negative_log_likelihood"),
    ("layer:Sigmoid", "loss:binary_cross_entropy"),
    ("layer:Tanh", "layer:Sigmoid", "layer:Softsign"),
    ("layer:ReLU", "layer:LeakyReLU", "layer:GELU", "layer:SiLU"),
    ("layer:Dense", "layer:Flatten", "layer:ReLU", "theory:forward-pass"),
    ("layer:Conv2D", "layer:MaxPool2D", "layer:BatchNorm", "layer:SeparableConv2D", "layer:ConvTranspose2D"),
    ("layer:ConvTranspose2D", "layer:Upsample", "layer:PixelShuffle"),
    ("layer:MaxPool2D", "layer:AvgPool2D", "layer:GlobalAvgPool"),
    ("layer:Dropout", "theory:overfitting", "setting:TrainingSettings.l2", "setting:EarlyStopping.on"),
    ("layer:Embedding", "layer:LSTM", "layer:GRU", "layer:TransformerEncoder", "task:text"),
    ("layer:MultiHeadAttention", "layer:PositionalEncoding", "layer:TransformerEncoder", "layer:LayerNorm"),
    ("layer:LSTM", "layer:GRU", "layer:RNN", "setting:TrainingSettings.clip_norm", "task:forecasting"),
    ("layer:GaussianSample", "task:vae", "metric:kl", "metric:reconstruction", "theory:vae"),
    ("layer:Noise", "task:gan", "metric:generator_loss", "metric:discriminator_loss", "theory:gan"),
    ("layer:Input", "layer:Output", "layer:Block", "layer:Noise", "theory:forward-pass"),
    ("layer:SELU", "layer:AlphaDropout"),
    ("layer:Add", "layer:Concatenate", "layer:BatchNorm"),
    ("theory:backpropagation", "theory:gradient-descent", "theory:forward-pass"),
    ("theory:gradient-descent", "setting:TrainingSettings.learning_rate", "setting:TrainingSettings.batch_size"),
    ("optimizer:SGD", "optimizer:GradientDescent", "theory:gradient-descent"),
    ("optimizer:Adam", "optimizer:AdamW", "optimizer:RMSprop", "setting:TrainingSettings.learning_rate"),
    ("optimizer:AdamW", "setting:TrainingSettings.l2"),
    ("schedule:warm_up", "schedule:cosine", "schedule:one_cycle", "setting:TrainingSettings.learning_rate"),
    ("schedule:plateau", "setting:EarlyStopping.patience"),
    ("loss:mean_squared_error", "metric:mse", "metric:rmse", "loss:huber"),
    ("loss:mean_absolute_error", "metric:mae", "loss:huber"),
    ("loss:cross_entropy", "metric:accuracy", "loss:kl_divergence", "setting:TrainingSettings.class_weights"),
    ("loss:hinge", "metric:accuracy"),
    ("metric:precision", "metric:recall", "metric:f1", "metric:auroc"),
    ("metric:repeat_last", "metric:mse", "task:forecasting"),
    ("metric:loss", "theory:overfitting"),
    ("task:autoencoder", "task:vae", "layer:GaussianNoise", "metric:reconstruction"),
    ("task:supervised", "theory:forward-pass", "metric:accuracy"),
    ("theory:overfitting", "setting:DataSettings.validation", "setting:DataSettings.limit"),
    ("theory:gan", "metric:real_score", "metric:fake_score"),
    ("layer:TransformerEncoder", "schedule:warm_up"),
)


def related(topic: Topic) -> tuple[Topic, ...]:
    """At most ``MOST`` pages: those named above first, then neighbours of its family, record or group."""
    topics = {each.key: each for each in all_topics()}
    found = dict.fromkeys(key for key in (*topic.see, *_named(topic.key), *_neighbours(topic, topics)) if key in topics)
    found.pop(topic.key, None)
    return tuple(topics[key] for key in list(found)[:MOST])


def _named(key: str) -> Iterator[str]:
    for line in _TOGETHER:
        if key in line:
            yield from line


def _neighbours(topic: Topic, topics: dict[str, Topic]) -> Iterator[str]:
    """Of a layer first those whose name begins alike (Conv 1D, Conv 2D), then the others of its family."""
    members = [each for each in topics.values() if each.group == topic.group and each.section == topic.section]
    if topic.group == "layer" and (kind := REGISTRY.get(topic.name)) is not None:
        members.sort(key=lambda each: not each.name.startswith(kind.type_name.rstrip("123D")))
    yield from (each.key for each in members)
