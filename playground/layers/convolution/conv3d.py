"""Conv3D: small kernels slid over a volume."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.plain_convolution import PlainConvolution
from playground.layers.shared.windows import Filters, Groups, Padding3D, Triple


class Conv3D(PlainConvolution):
    """A three-dimensional convolution (cross-correlation, as every framework computes it)."""

    type_name: ClassVar[str] = "Conv3D"
    title: ClassVar[str] = "Conv 3D"
    axes: ClassVar[int] = 3
    id_stem: ClassVar[str] = "conv_vol"
    summary: ClassVar[str] = "Slides small kernels through the volume and sums what each one sees."
    explanation: ClassVar[str] = (
        "Each filter looks for one pattern in space, or in a few frames of a film, wherever it stands. Kernels grow "
        "with the third power of their width: small ones, stacked, are the rule."
    )
    when: ClassVar[str] = "For volumes, such as scans, and for short films whose time is the depth."
    formula: ClassVar[str] = (
        r"y_{c,h,i,j} = b_c + \sum_{k,l,m,n} w_{c,k,l,m,n}\, x_{k,\, s h + d l,\, s i + d m,\, s j + d n}"
    )
    reference: ClassVar[str] = "Tran et al. 2015, arXiv:1412.0767"

    filters: Filters = 32
    kernel: Triple = Field(3, description="Depth, height and width of the window, in voxels.")
    stride: Triple = Field(1, description="Voxels from one window to the next.")
    padding: Padding3D = Field(
        "valid", description="valid adds none, same gives size ÷ stride, or voxels of zeros on every side."
    )
    dilation: Triple = Field(1, description="Voxels between two weights of the kernel; 1 is a dense one.")
    groups: Groups = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")
