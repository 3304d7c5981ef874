"""Whose keys are whose."""

from storage.box import new_box
from storage.vouch import Vouch, trusted, vouched


def test_vouches_lead_on_and_never_replace_a_known_key():
    ann, bo, other = new_box(), new_box(), new_box()
    by_ann = vouched("v", _vouch("b", bo, "a"), ann.sign)
    by_bo = vouched("v", _vouch("c", other, "b"), bo.sign)
    found = trusted("v", {"a": ann.sign_public}, (by_bo, by_ann))
    assert dict(found.sign) == {"a": ann.sign_public, "b": bo.sign_public, "c": other.sign_public}
    assert set(trusted("v", {"a": ann.sign_public, "b": other.sign_public}, (by_ann,)).exchange) == set()
    assert set(trusted("w", {"a": ann.sign_public}, (by_ann,)).sign) == {"a"}
    assert set(trusted("v", {"a": ann.sign_public}, (by_bo,)).sign) == {"a"}


def _vouch(who, box, by):
    return Vouch(who, box.sign_public, box.exchange_public, by)
