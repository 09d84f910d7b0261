"""ConvTranspose2D: kernels that enlarge an image."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.transposed_convolution import TransposedConvolution
from playground.layers.shared.windows import Filters, GapPair, Groups, Padding2D, Pair


class ConvTranspose2D(TransposedConvolution):
    """A two-dimensional transposed convolution: the gradient of a convolution, used forwards."""

    type_name: ClassVar[str] = "ConvTranspose2D"
    title: ClassVar[str] = "Conv transpose 2D"
    axes: ClassVar[int] = 2
    id_stem: ClassVar[str] = "deconv"
    summary: ClassVar[str] = "Makes an image larger, with kernels that are learned."
    explanation: ClassVar[str] = (
        "The reverse of a strided convolution: every pixel lays a weighted kernel into a larger image, and what "
        "overlaps is summed. Decoders and generators paint with it. A kernel that the stride divides avoids "
        "checkerboards."
    )
    when: ClassVar[str] = (
        "In the decoder of an autoencoder or the generator of a GAN, to come from a small map to a full image."
    )
    formula: ClassVar[str] = r"y_{c,p} = b_c + \sum_{k} \sum_{s u + d m = p} w_{k,c,m}\, x_{k,u}, \quad p = (i, j)"
    reference: ClassVar[str] = "Dumoulin & Visin 2016, arXiv:1603.07285"

    filters: Filters = 32
    kernel: Pair = Field(3, description="Height and width of the window, in pixels.")
    stride: Pair = Field(2, description="Pixels from one kernel to the next in the output.")
    padding: Padding2D = Field(
        "same", description="same gives size × stride, valid keeps everything, or pixels taken from every side."
    )
    output_padding: GapPair = Field(0, description="Pixels added at the end; less than the stride or the dilation.")
    dilation: Pair = Field(1, description="Pixels between two weights of the kernel; 1 is a dense one.")
    groups: Groups = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")
