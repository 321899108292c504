"""The drawings of Word that python-docx does not make: a text box and a watermark, as XML."""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
WIDTH, HEIGHT = 2_450_000, 1_050_000  # in EMU: 914400 to the inch

TEXT_BOX = f"""<mc:AlternateContent {SPACES}><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>540000</wp:posOffset></wp:positionV>
<wp:extent cx="{WIDTH}" cy="{HEIGHT}"/><wp:wrapNone/><wp:docPr id="1" name="Letterhead"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH}" cy="{HEIGHT}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape id="Letterhead" type="#_x0000_t202" stroked="f"
 style="position:absolute;margin-left:260pt;margin-top:-20pt;width:193pt;height:83pt">
<v:textbox inset="0,0,0,0"><w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent>"""


def text_box(paragraphs: list[Any]) -> Any:
    """A box with the paragraphs in it, twice: Word writes a drawing and, for old versions, VML."""
    box = parse_xml(TEXT_BOX.replace("\n", ""))
    for content in box.iter(qn("w:txbxContent")):
        content.extend(copy.deepcopy(paragraph) for paragraph in paragraphs)
    return box


def watermark(word: str) -> str:
    """The grey word across the page that Word's own Watermark button puts into the header."""
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:430pt;height:160pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        f'<w:pict {SPACES}><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="{place}" '
        'fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="{word}"/>'
        "</v:shape></w:pict>"
    )
