"""What the report will say of a file: each of its figures, and its chapter, as plain values without any HTML.

They are the very values that the statusrapport's chapter and the returbrev are made of. A contributor's Markdown is
told as blocks, and in each the words with their marks.
"""

from typing import Any

from frivilligrapport.collection.values import Aargang, Indberetning, Samling
from frivilligrapport.documents.parts.figures.fate import fate_of, summary_of_figures, what_is_counted
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.indsatser_shown import Indsatsvisning
from frivilligrapport.documents.parts.stories import Historievisning
from frivilligrapport.documents.parts.tables import Celle
from frivilligrapport.documents.statusrapport.chapters import Afsnitvisning, Forvaltningskapitel, chapter
from frivilligrapport.documents.year_data import ReportData, YearData
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Registers
from frivilligrapport.formular.places import PageText
from frivilligrapport.grammar.markdown.blocks import BlockKind, PlacedText, TextBlock
from frivilligrapport.grammar.markdown.signs import EMPHASIS, IN_LANGUAGE, LINK, STRONG, PieceKind, read_signs
from frivilligrapport.grammar.markdown.text import read_markdown
from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.reading.parsing import parse
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode
from frivilligrapport.rendering.typography import upper_first

Json = dict[str, Any]
_KINDS = {
    BlockKind.PARAGRAPH: "afsnit",
    BlockKind.HEADING: "overskrift",
    BlockKind.ITEM: "punkt",
    BlockKind.TABLE: "tabel",
    BlockKind.RULE: "streg",
    BlockKind.NAME: "navn",
}
_MARKS = {STRONG: "fed", EMPHASIS: "kursiv", LINK: "link", IN_LANGUAGE: "sprog"}
_SHARED = "Indsatsen er fælles: Når alles filer er samlet, ses det, om tallet tæller med her eller hos en anden."
_MENDED = "Filen kan ikke læses endnu. Sådan bliver kapitlet, når fejlene i den er rettet."


def preview(samling: Samling, aargang: Aargang, own: Indberetning, page: PageText) -> Json | None:
    """Show what the report will say of a delivery; None where nothing of it can be read.

    `page` is the delivery's text, which each figure's `start` counts in, as the form's fields do. A file with a slip in
    it is shown as it would be read without: `besked` says so.
    """
    statusfil = own.statusfil or (own.mended.model if own.mended else None)
    if statusfil is None:
        return None
    read = own._replace(statusfil=statusfil)
    deliveries = tuple(read if one is own else one for one in aargang.indberetninger)
    rapport = aargang.rapport or _blank(aargang.aar)
    year = aargang._replace(indberetninger=deliveries, rapport=rapport)
    years = tuple(year if one is aargang else one for one in samling.aargange)
    report_data = YearData(Registers(samling._replace(aargange=years)), year, draft=True).report
    if report_data is None:
        return None
    rows = report_data.figures.reported_by(own.forvaltning_id)
    summary = summary_of_figures(report_data, own.forvaltning_id)
    return {
        "besked": "" if own.statusfil else _MENDED,
        "sammenfatning": f"Højst {summary}" if any(map(_waits_for_others, rows)) else summary,
        "tal": [_figure(report_data, one, page) for one in rows],
        "kapitel": _chapter(chapter(report_data, own.forvaltning_id)),
    }


def _blank(aar: int) -> Rapport | None:
    """Make the report of a year that has none yet: nothing in it is printed in a chapter."""
    tree = parse(Source("", f"år: {aar}")).tree
    return read_model(Rapport, tree).model if isinstance(tree, MappingNode) else None


def _figure(report_data: ReportData, one: Figure, page: PageText) -> Json:
    return {
        "start": page.offset(one.location.line - 1, one.location.column - 1),
        "navn": what_is_counted(one),
        "tekst": _words(report_data.figures.show(one)),
        "tæller": one.counts,
        "hvordan": _SHARED if _waits_for_others(one) else fate_of(report_data, one),
    }


def _waits_for_others(one: Figure) -> bool:
    """Tell whether a figure is another's to count: whether they have one is not known here, where their file is not."""
    return one.counts and one.owner != one.origin.forvaltning


def _words(one: Talvisning) -> str:
    return f"{one.tekst} ({one.note})" if one.note else one.tekst


def _cell(one: Celle) -> str:
    return "; ".join(map(_words, one.tal)) or one.tekst


def _chapter(one: Forvaltningskapitel) -> Json:
    return {
        "titel": one.titel,
        "overlinje": one.overlinje,
        "besked": one.besked,
        "fakta": [[line.navn, _cell(line.celle)] for line in one.fakta],
        "afsnit": [_section(section) for section in one.afsnit],
        "historier": [_story(story) for story in one.historier],
        "forslag": [
            {"titel": each.titel, "begrundelse": printed_blocks(each.begrundelse), "gælder_for": each.gaelder_for}
            for each in one.forslag
        ],
        "mangler": [[gap.navn, gap.tekst] for gap in one.mangler],
    }


def _section(one: Afsnitvisning) -> Json:
    indsatser = [_indsats(each) for each in one.indsatser]
    text = {"overskrift": one.overskrift, "tekst": printed_blocks(one.tekst), "svar": one.svar}
    return text | {"indsatser": indsatser, "også": [*one.ogsaa]}


def _indsats(one: Indsatsvisning) -> Json:
    texts = {"beskrivelse": printed_blocks(one.beskrivelse), "effekt": printed_blocks(one.effekt)}
    said = {"navn": one.navn, "tilstand": one.tilstand, "tal": [*map(_words, one.tal)]}
    return said | texts | {"oplysninger": one.oplysninger}


def _story(one: Historievisning) -> Json:
    quotation = {"tekst": one.citat.tekst, "funktion": upper_first(one.citat.funktion)} if one.citat else None
    text = {"titel": one.titel, "tekst": printed_blocks(one.tekst), "indsats": one.indsats}
    return text | {"citat": quotation}


def printed_blocks(typed: str) -> list[Json]:
    """Give what is printed of a text, in the one reading that the editions are made of.

    A block has `art`, and as far as it is so `citat` and `dybde` (how many quotations and lists it stands in), `niveau`
    of a heading, and `nummer` of a numbered item. Its `ord` are runs of words: `tekst`, and what marks it: `fed`,
    `kursiv` and `kode` are true, `link` is the address and `sprog` the language's code; `ny_linje` is a line break. A
    table has `rækker` of cells of runs, the first of which is its head, and `justering` of its columns.
    """
    return [_block(one) for one in read_markdown(typed).blocks]


def _block(block: TextBlock) -> Json:
    said: Json = {"art": _KINDS[block.kind]}
    counted = {"citat": block.quote, "dybde": block.depth, "niveau": block.level}
    said |= {name: number for name, number in counted.items() if number}
    if block.number is not None:
        said["nummer"] = block.number
    if block.kind is BlockKind.TABLE:
        rows = [block.contents, *block.rows] if block.contents else [*block.rows]
        return said | {"rækker": [[_runs(cell) for cell in row] for row in rows], "justering": [*block.aligned]}
    return said | {"ord": [run for content in block.contents for run in _runs(content)]}


def _runs(content: PlacedText) -> list[Json]:
    found: list[Json] = []
    marks: dict[str, Json] = {}
    for kind, _, text, tag in read_signs(content.text).pieces:
        if kind is PieceKind.OPEN:
            marks[tag] = {_MARKS[tag]: text or True}
        elif kind is PieceKind.CLOSE:
            marks.pop(tag, None)
        elif kind is PieceKind.BREAK:
            found.append({"tekst": "", "ny_linje": True})
        elif text:
            run: Json = {"tekst": " ".join(text.split("\n"))}
            for one in marks.values():
                run |= one
            found.append(run | ({"kode": True} if kind is PieceKind.CODE else {}))
    return found
