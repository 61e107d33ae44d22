"""The characters of a Word paragraph: what a reader would see, with changes accepted."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

BLOCKS = (W + "p", W + "tbl")
DELETED = {W + "del", W + "moveFrom"}
BOX = W + "txbxContent"
NOT_TEXT = {W + "pPr", W + "rPr", W + "instrText", W + "delText", W + "delInstrText", BOX, MC + "Fallback", *DELETED}
CHARACTERS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "ptab": "\t",
}


def text_of(paragraph) -> str:
    return "".join(_characters(paragraph))


def _characters(element):
    for child in element:
        tag = child.tag
        if tag == W + "t":
            yield child.text or ""
        elif tag in CHARACTERS:
            yield CHARACTERS[tag]
        elif tag == W + "sym":
            yield _symbol(child)
        elif isinstance(tag, str) and tag not in NOT_TEXT and not (tag == W + "r" and _is_hidden(child)):
            yield from _characters(child)


def _symbol(element) -> str:
    """A sign from a picture font (Wingdings): ticks and crosses fill attendance grids."""
    code = int(element.get(W + "char", "20"), 16) & 0xFF
    return {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xA8: "☐", 0xB7: "•", 0xA7: "▪", 0x6C: "●", 0x78: "☒", 0x52: "☑"}.get(
        code, "•"
    )


def _is_hidden(run) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(W + "val", "true") not in ("0", "false")


def boxes_in(paragraph):
    """Text boxes anchored in a paragraph, each once: the older form beside the newer one is passed over."""
    for box in paragraph.iter(BOX):
        around = list(_around(box, paragraph))
        if not any(tag in DELETED or tag in (MC + "Fallback", BOX) for tag in around):
            yield box


def _around(element, top):
    for parent in element.iterancestors():
        if parent is top:
            return
        yield parent.tag


def is_hidden_block(element) -> bool:
    """Deleted rows and blocks moved away; the older form of something given twice."""
    if element.tag in DELETED or element.tag == MC + "Fallback":
        return True
    return element.tag == W + "tr" and element.find(f"{W}trPr/{W}del") is not None
