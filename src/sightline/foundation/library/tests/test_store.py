import hashlib

import pytest

from sightline.foundation.library.store import discard, has_file, keep, read_file


def test_a_file_is_kept_under_the_digest_of_its_bytes():
    sha256, size = keep([b"some ", b"words"])
    assert sha256 == hashlib.sha256(b"some words").hexdigest()
    assert (size, read_file(sha256)) == (10, b"some words")


def test_the_same_bytes_are_kept_once(store):
    assert keep([b"twice"]) == keep([b"tw", b"ice"])
    assert len([p for p in store.rglob("*") if p.is_file()]) == 1


def test_an_upload_that_breaks_off_leaves_nothing(store):
    def breaking():
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        keep(breaking())
    assert not [p for p in store.rglob("*") if p.is_file()]


def test_a_discarded_file_is_gone_with_its_pictures(store):
    sha256, _ = keep([b"not to be kept"])
    picture = store / "pictures" / sha256[:2] / f"{sha256}-1-1300.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"png")
    discard(sha256)
    assert not has_file(sha256)
    assert not picture.exists()
