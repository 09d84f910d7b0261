"""Conv2D: small kernels slid over an image."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.plain_convolution import PlainConvolution
from playground.layers.shared.windows import Filters, Groups, Padding2D, Pair


class Conv2D(PlainConvolution):
    """A two-dimensional convolution (cross-correlation, as every framework computes it)."""

    type_name: ClassVar[str] = "Conv2D"
    title: ClassVar[str] = "Conv 2D"
    axes: ClassVar[int] = 2
    id_stem: ClassVar[str] = "conv"
    summary: ClassVar[str] = "Slides small kernels over the image and sums what each one sees."
    explanation: ClassVar[str] = (
        "Each filter looks for one pattern everywhere in the image, so it needs few parameters and finds the pattern "
        "wherever it stands. Stacked convolutions see larger and larger parts of the image."
    )
    when: ClassVar[str] = "For images, and for anything on a grid in which neighbours belong together."
    formula: ClassVar[str] = r"y_{c,i,j} = b_c + \sum_{k,m,n} w_{c,k,m,n}\, x_{k,\, s i + d m,\, s j + d n}"
    reference: ClassVar[str] = "LeCun et al. 1998, doi:10.1109/5.726791"

    filters: Filters = 32
    kernel: Pair = Field(3, description="Height and width of the window, in pixels.")
    stride: Pair = Field(1, description="Pixels from one window to the next.")
    padding: Padding2D = Field(
        "valid", description="valid adds none, same gives size ÷ stride, or pixels of zeros on every side."
    )
    dilation: Pair = Field(1, description="Pixels between two weights of the kernel; 1 is a dense one.")
    groups: Groups = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")
