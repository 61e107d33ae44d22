"""What a backup is made of: one tar file with the database, the stored files, the seals, and a list of it all with digests."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1 << 20


@dataclass
class Manifest:
    made_at: str
    engine: str
    migrations: dict[str, list[str]]
    """The newest migrations of each app: what shape the tables have."""
    rows: dict[str, int]
    format: int = FORMAT
    digests: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each member of the archive."""

    def as_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Manifest":
        return cls(**json.loads(text))


class NotABackup(Exception):
    """The file is not a whole backup of ours; the message says what is wrong."""


def digest_of(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def add_file(archive: tarfile.TarFile, path: Path, name: str, manifest: Manifest) -> None:
    with path.open("rb") as file:
        manifest.digests[name] = digest_of(file)
    archive.add(path, name, recursive=False)


def add_manifest(archive: tarfile.TarFile, manifest: Manifest) -> None:
    text = manifest.as_json()
    entry = tarfile.TarInfo(MANIFEST)
    entry.size, entry.mode = len(text), 0o600
    archive.addfile(entry, io.BytesIO(text))


def files_below(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file()) if root.exists() else iter(())


def unpack(path: Path, into: Path) -> Manifest:
    """Unpacks a backup and checks every member against the list. Raises NotABackup, with nothing of ours touched."""
    try:
        with tarfile.open(path) as archive:
            archive.extractall(into, filter="data")
    except (tarfile.TarError, EOFError, OSError) as problem:
        raise NotABackup(f"{path} cannot be opened as a backup ({problem}).") from problem
    if not (into / MANIFEST).exists():
        raise NotABackup(f"{path} is not a whole backup: its list is missing. Was the copy cut short?")
    manifest = Manifest.from_json((into / MANIFEST).read_bytes())
    if manifest.format != FORMAT:
        raise NotABackup(f"{path} was made by a later edition of Sightline. Restore it with that edition.")
    _check(manifest, into)
    return manifest


def _check(manifest: Manifest, into: Path) -> None:
    for name, digest in manifest.digests.items():
        member = into / name
        if not member.is_file():
            raise NotABackup(f"The backup lacks {name}. Was the copy cut short?")
        with member.open("rb") as file:
            if digest_of(file) != digest:
                raise NotABackup(f"{name} in the backup is not as it was when the backup was made.")


def as_words(manifest: Manifest) -> str:
    rows = sum(manifest.rows.values())
    files = sum(name.startswith("files/") for name in manifest.digests)
    return f"{rows:,} rows of {len(manifest.rows)} tables and {files:,} stored files, made {manifest.made_at[:16].replace('T', ' ')} UTC"
