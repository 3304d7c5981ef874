"""Why a vault cannot be used as asked: each reason in one sentence that also says what to do.

The sentences hold no name of a person and no path: a folder's name may be somebody's.
"""

from __future__ import annotations

from typing import ClassVar

from casework.text import Text


class VaultProblem(Exception):  # noqa: N818 - it is an answer to the person, not a fault of the program
    """The vault cannot be used as asked; ``text`` says what is wrong and what to do. Nothing was changed."""

    says: ClassVar[Text] = Text("The case file cannot be used as asked.")

    def __init__(self, **holes: object) -> None:
        self.text = self.says.filled(**holes) if holes else self.says
        super().__init__(self.text.en)


class WrongPassphrase(VaultProblem):
    """No slot opens under what was given."""

    says = Text(
        "That passphrase does not open this case file: check Caps Lock and the keyboard language, and try again.",
        "Nid yw'r cyfrinymadrodd hwnnw yn agor y ffeil achosion hon: rhowch gynnig arall arni.",
    )


class Removed(VaultProblem):
    """The passphrase is that of somebody who was removed from the vault."""

    says = Text(
        "That passphrase opened this case file once, but its holder was removed from it: "
        "ask somebody who opens it to add you again.",
        "Roedd y cyfrinymadrodd hwnnw yn arfer agor y ffeil achosion hon, ond tynnwyd ei ddeiliad ohoni: "
        "gofynnwch i rywun sy'n ei hagor eich ychwanegu eto.",
    )


class WrongWords(VaultProblem):
    """The recovery words are not twelve words of the list with their check, or belong to another vault."""

    says = Text(
        "Those recovery words do not open this case file: type all twelve in order, as they stand on the sheet."
    )


class WhoUnlocks(VaultProblem):
    """Several people use the vault and nobody, or nobody known, was named."""

    says = Text("Several people use this case file, or nobody by that name does: say who unlocks it.")


class KeyFileNeeded(VaultProblem):
    """The person's slot asks for a key file beside the passphrase."""

    says = Text("This case file also needs your key file: put in the stick that holds it, and choose the file.")


class InUse(VaultProblem):
    """Another process holds the vault."""

    says = Text(
        "This case file is open in another window or by another person: close it there first.",
        "Mae'r ffeil achosion hon ar agor mewn ffenestr arall: caewch hi yno yn gyntaf.",
    )


class NotAVault(VaultProblem):
    """The place holds no vault."""

    says = Text("There is no Holdfast case file there: choose the folder whose name ends in .casevault.")


class AlreadyThere(VaultProblem):
    """A new vault was asked for in a place that is taken."""

    says = Text("Something is there already: choose another name or another place. Nothing was overwritten.")


class TooNew(VaultProblem):
    """A later version of the program wrote the vault."""

    says = Text(
        "A newer version of Holdfast wrote this case file: install that version. Nothing was changed.",
        "Ysgrifennwyd y ffeil achosion hon gan fersiwn mwy newydd o Holdfast: gosodwch y fersiwn hwnnw.",
    )


class Damaged(VaultProblem):
    """Stored bytes are not what was written; ``file`` is the one inside the vault's folder."""

    says = Text(
        "This case file is damaged: {file} {how}. "
        "Do not work on in it; restore the latest good backup into a new place."
    )

    def __init__(self, file: str, how: str) -> None:
        self.file = file
        super().__init__(file=file, how=how)


class RolledBack(VaultProblem):
    """Header and database do not belong to the same moment."""

    says = Text(
        "Part of this case file is older than the rest: {file} was put back from an earlier copy. "
        "Restore a whole backup into a new place; never copy single files."
    )

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(file=file)


class DiskFull(VaultProblem):
    """No room left on the disk."""

    says = Text(
        "The disk is full, so nothing was changed: free some space and try again.",
        "Mae'r ddisg yn llawn, felly ni newidiwyd dim: rhyddhewch le a rhowch gynnig arall arni.",
    )


class ReadOnly(VaultProblem):
    """The folder or one of its files cannot be written."""

    says = Text(
        "This case file cannot be written to, and it must be, because every look into it is logged: "
        "copy its folder to a place where you may write."
    )


class Unusable(VaultProblem):
    """The operating system refused to read or write."""

    says = Text("The disk refused to read or write this case file: check the drive or stick, then try again.")


class MemoryShort(VaultProblem):
    """The derivation of the key needs more memory than there is."""

    says = Text("There is too little free memory to open this case file: close other programs and try again.")
