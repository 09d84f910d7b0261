"""From a plan to Python source that a person would be glad to own.

The compiler runs the same plan: what is trained and what is printed cannot disagree.
"""

from playground.core.codegen.class_source import Sources
from playground.core.codegen.module_source import Source, generate
from playground.core.codegen.package_text import package_text
from playground.core.codegen.quoting import class_name, comment, docstring, literal

__all__ = ["Source", "Sources", "class_name", "comment", "docstring", "generate", "literal", "package_text"]
