"""Conv1D: small kernels slid over a sequence."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.plain_convolution import PlainConvolution
from playground.layers.shared.windows import Filters, Groups, Padding1D, Size


class Conv1D(PlainConvolution):
    """A one-dimensional convolution (cross-correlation, as every framework computes it)."""

    type_name: ClassVar[str] = "Conv1D"
    title: ClassVar[str] = "Conv 1D"
    axes: ClassVar[int] = 1
    id_stem: ClassVar[str] = "conv_seq"
    summary: ClassVar[str] = "Slides small kernels along the sequence and sums what each one sees."
    explanation: ClassVar[str] = (
        "Each filter looks for one pattern of a few time steps wherever it stands: a syllable, a heartbeat, a pair of "
        "words. Dilated and stacked, convolutions see far back with few parameters, and they learn in parallel over "
        "time."
    )
    when: ClassVar[str] = "For series, sound and texts in which a pattern means the same wherever it stands."
    formula: ClassVar[str] = r"y_{t,c} = b_c + \sum_{k,m} w_{c,k,m}\, x_{s t + d m,\, k}"
    reference: ClassVar[str] = "Waibel et al. 1989, doi:10.1109/29.21701"

    filters: Filters = 32
    kernel: Size = Field(3, description="Time steps that the kernel spans.")
    stride: Size = Field(1, description="Time steps from one window to the next.")
    padding: Padding1D = Field(
        "valid", description="valid adds none, same gives size ÷ stride, or time steps of zeros at both ends."
    )
    dilation: Size = Field(1, description="Time steps between two weights of the kernel; 1 is a dense one.")
    groups: Groups = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")
