"""ConvTranspose1D: kernels that enlarge a sequence."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.transposed_convolution import TransposedConvolution
from playground.layers.shared.windows import Filters, Gap, Groups, Padding1D, Size


class ConvTranspose1D(TransposedConvolution):
    """A one-dimensional transposed convolution: the gradient of a convolution, used forwards."""

    type_name: ClassVar[str] = "ConvTranspose1D"
    title: ClassVar[str] = "Conv transpose 1D"
    axes: ClassVar[int] = 1
    id_stem: ClassVar[str] = "deconv_seq"
    summary: ClassVar[str] = "Makes a sequence longer, with kernels that are learned."
    explanation: ClassVar[str] = (
        "The reverse of a strided convolution: every time step lays a weighted kernel into a longer sequence, and what "
        "overlaps is summed. Decoders make sound of few features with it. A kernel that the stride divides treats "
        "every step alike."
    )
    when: ClassVar[str] = "In the decoder of an autoencoder or the generator of a GAN for series."
    formula: ClassVar[str] = r"y_{t,c} = b_c + \sum_{k} \sum_{s u + d m = t} w_{k,c,m}\, x_{u,k}"
    reference: ClassVar[str] = "Donahue et al. 2019, arXiv:1802.04208"

    filters: Filters = 32
    kernel: Size = Field(3, description="Time steps that the kernel spans.")
    stride: Size = Field(2, description="Time steps from one kernel to the next in the output.")
    padding: Padding1D = Field(
        "same", description="same gives size × stride, valid keeps everything, or time steps taken from both ends."
    )
    output_padding: Gap = Field(0, description="Time steps added at the end; less than the stride or the dilation.")
    dilation: Size = Field(1, description="Time steps between two weights of the kernel; 1 is a dense one.")
    groups: Groups = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")
