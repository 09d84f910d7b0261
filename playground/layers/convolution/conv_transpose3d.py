"""ConvTranspose3D: kernels that enlarge a volume."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.transposed_convolution import TransposedConvolution
from playground.layers.shared.windows import Filters, GapTriple, Groups, Padding3D, Triple


class ConvTranspose3D(TransposedConvolution):
    """A three-dimensional transposed convolution: the gradient of a convolution, used forwards."""

    type_name: ClassVar[str] = "ConvTranspose3D"
    title: ClassVar[str] = "Conv transpose 3D"
    axes: ClassVar[int] = 3
    id_stem: ClassVar[str] = "deconv_vol"
    summary: ClassVar[str] = "Makes a volume larger, with kernels that are learned."
    explanation: ClassVar[str] = (
        "The reverse of a strided convolution: every voxel lays a weighted kernel into a larger volume, and what "
        "overlaps is summed. Networks that mark organs in scans find back to full size with it."
    )
    when: ClassVar[str] = "In decoders and generators of volumes."
    formula: ClassVar[str] = r"y_{c,p} = b_c + \sum_{k} \sum_{s u + d m = p} w_{k,c,m}\, x_{k,u}, \quad p = (h, i, j)"
    reference: ClassVar[str] = "Çiçek et al. 2016, arXiv:1606.06650"

    filters: Filters = 32
    kernel: Triple = Field(3, description="Depth, height and width of the window, in voxels.")
    stride: Triple = Field(2, description="Voxels from one kernel to the next in the output.")
    padding: Padding3D = Field(
        "same", description="same gives size × stride, valid keeps everything, or voxels taken from every side."
    )
    output_padding: GapTriple = Field(0, description="Voxels added at the end; less than the stride or the dilation.")
    dilation: Triple = Field(1, description="Voxels between two weights of the kernel; 1 is a dense one.")
    groups: Groups = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")
