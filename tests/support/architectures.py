"""Networks that everybody knows, built from layers as their papers draw them."""

from __future__ import annotations

from playground.api import Network


def lenet5() -> Network:
    """LeCun et al. 1998, with plain pooling, full connections between maps, and a Softmax's scores at the end."""
    net = Network()
    x = net.add("Input", shape=[1, 28, 28])
    x = net.add("Conv2D", x, filters=6, kernel=5, padding=2, activation="Tanh")
    x = net.add("AvgPool2D", x)
    x = net.add("Conv2D", x, filters=16, kernel=5, activation="Tanh")
    x = net.add("AvgPool2D", x)
    x = net.add("Flatten", x)
    for units in (120, 84):
        x = net.add("Dense", x, units=units, activation="Tanh")
    net.add("Dense", x, units=10)
    return net


def resnet18() -> Network:
    """He et al. 2016 for ImageNet."""
    net = Network()

    def conv(x: str, filters: int, kernel: int, stride: int) -> str:
        made = net.add("Conv2D", x, filters=filters, kernel=kernel, stride=stride, padding=kernel // 2, bias=False)
        return net.add("BatchNorm", made)

    x = net.add("ReLU", conv(net.add("Input", shape=[3, 224, 224]), 64, 7, 2))
    x = net.add("MaxPool2D", x, size=3, stride=2, padding=1)
    width = 64
    for filters, stride in ((64, 1), (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1)):
        inner = conv(net.add("ReLU", conv(x, filters, 3, stride)), filters, 3, 1)
        shortcut = x if filters == width else conv(x, filters, 1, stride)
        x, width = net.add("ReLU", net.add("Add", inner, shortcut)), filters
    net.add("Dense", net.add("GlobalAvgPool", x), units=1000)
    return net


def unet() -> Network:
    """Ronneberger et al. 2015, figure 1: 572 × 572 in, 388 × 388 out, convolutions without padding."""
    net = Network()

    def twice(x: str, filters: int) -> str:
        for _ in range(2):
            x = net.add("Conv2D", x, filters=filters, kernel=3, activation="ReLU")
        return x

    x = net.add("Input", shape=[1, 572, 572])
    skips = []
    for filters in (64, 128, 256, 512):
        skips.append(twice(x, filters))
        x = net.add("MaxPool2D", skips[-1])
    x = twice(x, 1024)
    for filters, border in ((512, 4), (256, 16), (128, 40), (64, 88)):
        x = net.add("ConvTranspose2D", x, filters=filters, kernel=2, stride=2)
        x = twice(net.add("Concatenate", net.add("Crop", skips.pop(), before=[border], after=[border]), x), filters)
    net.add("Conv2D", x, filters=2, kernel=1)
    return net


def inception_3a() -> Network:
    """Szegedy et al. 2015, table 1: the first Inception module of GoogLeNet."""
    net = Network()
    x = net.add("Input", shape=[192, 28, 28])

    def conv(source: str, filters: int, kernel: int) -> str:
        return net.add("Conv2D", source, filters=filters, kernel=kernel, padding="same", activation="ReLU")

    branches = (
        conv(x, 64, 1),
        conv(conv(x, 96, 1), 128, 3),
        conv(conv(x, 16, 1), 32, 5),
        conv(net.add("MaxPool2D", x, size=3, stride=1, padding=1), 32, 1),
    )
    net.add("Concatenate", *branches)
    return net


def sentiment_lstm() -> Network:
    """A classifier of film reviews: two bidirectional LSTM layers behind an Embedding."""
    net = Network()
    x = net.add("Embedding", net.add("Input", shape=[40], values="ids"), vocabulary=25_002, dimension=100)
    x = net.add("LSTM", x, units=256, layers=2, bidirectional=True, dropout=0.5)
    net.add("Dense", net.add("Dropout", x, rate=0.5), units=1)
    return net


def bert_base(layers: int = 12) -> Network:
    """Devlin et al. 2019: BERT-base, uncased, with its pooler; words and segments go in, 512 steps of each."""
    net = Network()
    words = net.add("Embedding", net.add("Input", shape=[512], values="ids"), vocabulary=30_522, dimension=768)
    segments = net.add("Embedding", net.add("Input", shape=[512], values="ids"), vocabulary=2, dimension=768)
    x = net.add("PositionalEncoding", net.add("Add", words, segments), kind="learned")
    x = net.add("Dropout", net.add("LayerNorm", x, epsilon=1e-12), rate=0.1)
    for _ in range(layers):
        x = net.add("TransformerEncoder", x, heads=12, width=3072, activation="gelu")
    net.add("Dense", net.add("Select", x, axis=0, index=0), units=768, activation="Tanh")
    return net


def mobilenet_v2() -> Network:
    """Sandler et al. 2018, table 2, for ImageNet."""
    net = Network()

    def normed(x: str, bend: bool = True) -> str:
        x = net.add("BatchNorm", x)
        return net.add("ReLU6", x) if bend else x

    def pointwise(x: str, filters: int) -> str:
        return net.add("Conv2D", x, filters=filters, kernel=1, bias=False)

    x = net.add("Input", shape=[3, 224, 224])
    x = normed(net.add("Conv2D", x, filters=32, kernel=3, stride=2, padding=1, bias=False))
    width = 32
    rows = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
    for expansion, filters, repeats, first_stride in rows:
        for number in range(repeats):
            stride = first_stride if number == 0 else 1
            inner = x if expansion == 1 else normed(pointwise(x, expansion * width))
            inner = normed(net.add("DepthwiseConv2D", inner, kernel=3, stride=stride, padding=1, bias=False))
            inner = normed(pointwise(inner, filters), bend=False)
            x = net.add("Add", x, inner) if stride == 1 and filters == width else inner
            width = filters
    x = net.add("GlobalAvgPool", normed(pointwise(x, 1280)))
    net.add("Dense", net.add("Dropout", x, rate=0.2), units=1000)
    return net
