"""Every built-in layer, one class in one file, grouped by family. Importing this package registers them.

The order of the imports is the order of the palette.
"""

from playground.layers.data.input import Input
from playground.layers.linear.dense import Dense
from playground.layers.convolution.conv2d import Conv2D
from playground.layers.pooling.max_pool2d import MaxPool2D
from playground.layers.pooling.avg_pool2d import AvgPool2D
from playground.layers.activation.relu import ReLU
from playground.layers.activation.sigmoid import Sigmoid
from playground.layers.activation.tanh import Tanh
from playground.layers.activation.softmax import Softmax
from playground.layers.normalization.batch_norm import BatchNorm
from playground.layers.regularization.dropout import Dropout
from playground.layers.shape.flatten import Flatten
from playground.layers.merge.add import Add
from playground.layers.merge.concatenate import Concatenate

__all__ = [
    "Add", "AvgPool2D", "BatchNorm", "Concatenate", "Conv2D", "Dense", "Dropout", "Flatten", "Input", "MaxPool2D",
    "ReLU", "Sigmoid", "Softmax", "Tanh",
]  # fmt: skip
