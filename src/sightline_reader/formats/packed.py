"""Office files are zip archives: none is unpacked before its size, its number of parts and its packing are looked at."""

import zipfile
from io import BytesIO

from lxml import etree

from sightline_reader.limits import MEGABYTE, Limits
from sightline_reader.model import Unreadable

SMALL = MEGABYTE  # a part no larger may pack as tightly as it likes
IS_ENCRYPTED = 0x1

TOO_MUCH = "This file unpacks to far more than a paper would hold, so it was not opened. Save it again, or as PDF."
ENTITIES = "This file holds instructions that a document has no need of, so it was not opened. Save it as PDF instead."


def opened(data: bytes, limits: Limits) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(BytesIO(data))
    parts = archive.infolist()
    if any(part.flag_bits & IS_ENCRYPTED for part in parts):
        raise Unreadable("encrypted", "This file has a password. Save a copy without it and drop that in.")
    swollen = any(part.file_size > max(SMALL, limits.packing_ratio * part.compress_size) for part in parts)
    if swollen or len(parts) > limits.packed_entries or sum(p.file_size for p in parts) > limits.unpacked_bytes:
        raise Unreadable("too-much", TOO_MUCH)
    return archive


def has_macros(archive: zipfile.ZipFile) -> bool:
    return any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in archive.namelist())


def xml_part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The part's root, or None where the archive has no such part. Entities are refused, networks never asked."""
    if name not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(archive.read(name), parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("unsafe", ENTITIES)
    return root
