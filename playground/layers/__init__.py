"""Every built-in layer, one class in one file, by family. Importing this package registers them, then plug-ins'.

The order of the imports is the order of the palette.
"""

from playground.core.plugins import load_plugins
from playground.layers.data.input import Input
from playground.layers.linear.dense import Dense
from playground.layers.linear.bilinear import Bilinear
from playground.layers.linear.embedding import Embedding
from playground.layers.convolution.conv1d import Conv1D
from playground.layers.convolution.conv2d import Conv2D
from playground.layers.convolution.conv3d import Conv3D
from playground.layers.convolution.conv_transpose1d import ConvTranspose1D
from playground.layers.convolution.conv_transpose2d import ConvTranspose2D
from playground.layers.convolution.conv_transpose3d import ConvTranspose3D
from playground.layers.convolution.depthwise_conv2d import DepthwiseConv2D
from playground.layers.convolution.separable_conv2d import SeparableConv2D
from playground.layers.pooling.max_pool1d import MaxPool1D
from playground.layers.pooling.max_pool2d import MaxPool2D
from playground.layers.pooling.max_pool3d import MaxPool3D
from playground.layers.pooling.avg_pool1d import AvgPool1D
from playground.layers.pooling.avg_pool2d import AvgPool2D
from playground.layers.pooling.avg_pool3d import AvgPool3D
from playground.layers.pooling.adaptive_max_pool import AdaptiveMaxPool
from playground.layers.pooling.adaptive_avg_pool import AdaptiveAvgPool
from playground.layers.pooling.global_max_pool import GlobalMaxPool
from playground.layers.pooling.global_avg_pool import GlobalAvgPool
from playground.layers.pooling.upsample import Upsample
from playground.layers.pooling.pixel_shuffle import PixelShuffle
from playground.layers.pooling.zero_pad import ZeroPad
from playground.layers.pooling.crop import Crop
from playground.layers.activation.linear import Linear
from playground.layers.activation.relu import ReLU
from playground.layers.activation.relu6 import ReLU6
from playground.layers.activation.leaky_relu import LeakyReLU
from playground.layers.activation.prelu import PReLU
from playground.layers.activation.elu import ELU
from playground.layers.activation.selu import SELU
from playground.layers.activation.gelu import GELU
from playground.layers.activation.silu import SiLU
from playground.layers.activation.mish import Mish
from playground.layers.activation.softplus import Softplus
from playground.layers.activation.softsign import Softsign
from playground.layers.activation.hardswish import Hardswish
from playground.layers.activation.sigmoid import Sigmoid
from playground.layers.activation.tanh import Tanh
from playground.layers.activation.softmax import Softmax
from playground.layers.activation.log_softmax import LogSoftmax
from playground.layers.normalization.batch_norm import BatchNorm
from playground.layers.normalization.layer_norm import LayerNorm
from playground.layers.normalization.group_norm import GroupNorm
from playground.layers.normalization.instance_norm import InstanceNorm
from playground.layers.normalization.rms_norm import RMSNorm
from playground.layers.recurrent.rnn import RNN
from playground.layers.recurrent.lstm import LSTM
from playground.layers.recurrent.gru import GRU
from playground.layers.attention.multi_head_attention import MultiHeadAttention
from playground.layers.attention.transformer_encoder import TransformerEncoder
from playground.layers.attention.positional_encoding import PositionalEncoding
from playground.layers.regularization.dropout import Dropout
from playground.layers.regularization.spatial_dropout import SpatialDropout
from playground.layers.regularization.alpha_dropout import AlphaDropout
from playground.layers.regularization.gaussian_noise import GaussianNoise
from playground.layers.shape.flatten import Flatten
from playground.layers.shape.reshape import Reshape
from playground.layers.shape.permute import Permute
from playground.layers.shape.squeeze import Squeeze
from playground.layers.shape.unsqueeze import Unsqueeze
from playground.layers.shape.select import Select
from playground.layers.shape.slice import Slice
from playground.layers.shape.split import Split
from playground.layers.shape.repeat import Repeat
from playground.layers.merge.add import Add
from playground.layers.merge.subtract import Subtract
from playground.layers.merge.multiply import Multiply
from playground.layers.merge.maximum import Maximum
from playground.layers.merge.average import Average
from playground.layers.merge.concatenate import Concatenate
from playground.layers.merge.matmul import MatMul
from playground.layers.merge.dot import Dot
from playground.layers.generative.noise import Noise
from playground.layers.generative.gaussian_sample import GaussianSample
from playground.layers.block.block import Block
from playground.layers.output.output import Output

__all__ = [
    "ELU", "GELU", "GRU", "LSTM", "RNN", "SELU", "AdaptiveAvgPool", "AdaptiveMaxPool", "Add", "AlphaDropout",
    "Average", "AvgPool1D", "AvgPool2D", "AvgPool3D", "BatchNorm", "Bilinear", "Block", "Concatenate", "Conv1D",
    "Conv2D", "Conv3D", "ConvTranspose1D", "ConvTranspose2D", "ConvTranspose3D", "Crop", "Dense",
    "DepthwiseConv2D", "Dot", "Dropout", "Embedding", "Flatten", "GaussianNoise", "GaussianSample",
    "GlobalAvgPool", "GlobalMaxPool", "GroupNorm", "Hardswish", "Input", "InstanceNorm", "LayerNorm", "LeakyReLU",
    "Linear", "LogSoftmax", "MatMul", "MaxPool1D", "MaxPool2D", "MaxPool3D", "Maximum", "Mish",
    "MultiHeadAttention", "Multiply", "Noise", "Output", "PReLU", "Permute", "PixelShuffle", "PositionalEncoding",
    "RMSNorm", "ReLU", "ReLU6", "Repeat", "Reshape", "Select", "SeparableConv2D", "SiLU", "Sigmoid", "Slice",
    "Softmax", "Softplus", "Softsign", "SpatialDropout", "Split", "Squeeze", "Subtract", "Tanh",
    "TransformerEncoder", "Unsqueeze", "Upsample", "ZeroPad",
]  # fmt: skip

load_plugins()
