"""Which fonts are at hand for papers: for each face of the standard what sets it, and which signs would be lacking."""

from dataclasses import dataclass
from pathlib import Path

from answerable.reports.layouts.coverage import covered, covered_by, forget
from answerable.reports.layouts.document import Document
from answerable.reports.layouts.typesetting import forget_fonts, shelf
from answerable.reports.rules.fonts import (
    FACES,
    Fonts,
    Role,
    chosen,
    lacking,
    notice_of_signs,
    notices_of_faces,
)
from answerable.reports.rules.told import Told

#: Signs of names that GB2312 has not, from people's names in news and registers; fonts of 1980 design lack them.
#: The last eight lie in the extensions A to E of Unicode; all but 㛃 are in the table of standard characters of 2013.
RARE = "镕喆堃玥珺昇旻翀犇淼焱垚赟燊祎禛弢璟媞頔晞奡喆龑鑫尧轶炜玘瑢珏霂䶮㛃𬍛𬭎𫖯𬀩𫍯𬘭"


@dataclass(frozen=True, slots=True)
class FaceAtHand:
    """One face: how the standard names it, what sets it here, where that lies, which rare signs it lacks itself."""

    role: Role
    named: str
    family: str
    own: bool
    path: str
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtHand:
    """All faces, and the signs that no font at hand has."""

    faces: tuple[FaceAtHand, ...]
    rare_lacking: tuple[str, ...]
    text_lacking: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Say whether every face is set by something and every sign of the text can be printed."""
        return all(face.family for face in self.faces) and not self.text_lacking


def roles_of(document: Document) -> tuple[Role, ...]:
    """Say which faces the PDF of a document asks for."""
    if not document.language.startswith("zh"):
        return ("latin",)
    return tuple(FACES) if document.kind == "official" else ("body", "hei", "latin")


def notices_on(document: Document, text: str, fonts: Fonts) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Say before a PDF is made which faces would be stood in for, and which signs of its text nothing can print."""
    picks = chosen(shelf(fonts).families())
    signs = lacking(text, covered(fonts))
    return notices_of_faces(picks, roles_of(document)), notice_of_signs(signs)


def fonts_in(folder: Path) -> Fonts:
    """Give the fonts of the system and those of the body's own folder, where it has one."""
    return Fonts((str(folder),) if folder.is_dir() else ())


def at_hand(fonts: Fonts, text: str = "") -> AtHand:
    """Look at the fonts as they lie now."""
    forget_fonts()
    forget()
    there = shelf(fonts)
    picks = chosen(there.families())
    paths = {font.family: str(font.path or "") for font in there.fonts()}
    faces = tuple(
        FaceAtHand(
            role,
            FACES[role].named,
            pick.first,
            pick.own,
            paths.get(pick.first, ""),
            () if role == "latin" else lacking(RARE, covered_by(fonts, pick.first)),
        )
        for role, pick in picks.items()
    )
    has = covered(fonts)
    return AtHand(faces, lacking(RARE, has), lacking(text, has))
