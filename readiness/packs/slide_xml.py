"""Parts of a slide that the library has no words for, as the XML of Office files."""

from typing import Any

from pptx.oxml.xmlchemy import OxmlElement


def child(parent: Any, tag: str, **attributes: str) -> Any:  # noqa: ANN401
    """A new last child of an element, such as `a:solidFill`."""
    element = element_of(tag, **attributes)
    parent.append(element)
    return element


def element_of(tag: str, **attributes: str) -> Any:  # noqa: ANN401
    """An element by itself."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(name, value)
    return element


def fill(parent: Any, colour: str) -> None:  # noqa: ANN401
    """A solid colour (#rrggbb) for a line, a shape or letters."""
    child(child(parent, "a:solidFill"), "a:srgbClr", val=colour.lstrip("#").upper())
