"""The control words that matter, and what each stands for."""

from typing import Final

from vlucheck.document import BlockKind

CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    "qmspace": " ", "zwj": "\u200d", "chpgn": "1",
}  # fmt: skip
SYMBOLS: Final = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}

# Groups that hold text of their own, beside the body.
STORIES: Final = {
    "header": BlockKind.HEADER, "headerf": BlockKind.HEADER, "headerl": BlockKind.HEADER, "headerr": BlockKind.HEADER,
    "footer": BlockKind.FOOTER, "footerf": BlockKind.FOOTER, "footerl": BlockKind.FOOTER, "footerr": BlockKind.FOOTER,
    "footnote": BlockKind.FOOTNOTE, "shptxt": BlockKind.TEXT_BOX, "dptxbxtext": BlockKind.TEXT_BOX,
}  # fmt: skip

# Groups whose text is kept for what it tells.
KEPT: Final = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "listtext", "pntext", "fldinst", "annotation", "sn", "sv"}
)

# Groups that may be marked as to be skipped by programs that do not know them, and that are known here.
STARRED: Final = KEPT | {"shpinst", "sp", "dptxbxtext", "do"}

# Groups without anything that is shown, though nothing marks them as such.
SILENT: Final = frozenset(
    {
        "info", "pict", "objdata", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator",
        "bkmkstart", "bkmkend", "xe", "tc", "filetbl", "nonesttables", "shprslt", "themedata", "datastore",
        "colorschememapping", "latentstyles", "nonshppict", "private", "fldtype", "pntxta", "pntxtb", "ftnsep",
        "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid", "atnauthor", "atndate", "atnref", "atrfstart",
        "atrfend", "template", "pn", "datafield", "formfield", "mmathPr", "pgdsctbl", "objclass", "objname",
        "background",
    }
)  # fmt: skip

CODE_PAGES: Final = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
