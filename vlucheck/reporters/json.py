"""Report → the JSON report, version 1. Other programs read it: fields may be added, none renamed or removed.

Written in ASCII with escapes, so that no console or pipe can spoil it; the same report gives the same bytes.
"""

import json
from collections import Counter
from collections.abc import Mapping

from vlucheck.document import Span
from vlucheck.findings import Element, Metric, Skipped
from vlucheck.report import FileReport, LetterFacts, Place, PlacedFinding, Report, Score, Waived
from vlucheck.score import RATINGS

SCHEMA = "vlucheck-report/1"

Json = Mapping[str, object]


def report_as_json(report: Report) -> str:
    """Return the whole report as one JSON object, with a line end after it."""
    content = {
        "schema": SCHEMA,
        "tool": {"name": "vlucheck", "version": report.version, "rules": report.rules, "engine": report.engine},
        "files": [_file(each) for each in report.files],
        "summary": _summary(report),
        "notes": list(report.notes),
    }
    return json.dumps(content, indent=2) + "\n"


def _summary(report: Report) -> Json:
    scores = [each.score for each in report.files if each.score]
    ratings = Counter(each.rating for each in scores)
    return {
        "files": len(report.files),
        "ready": sum(each.ready for each in scores),
        "errors": sum(each.error is not None for each in report.files),
        "ratings": {rating: ratings[rating] for rating in RATINGS},
    }


def _file(file: FileReport) -> Json:
    return {
        "path": file.path,
        "format": file.format,
        "error": file.error,
        "letter": _letter(file.letter, file.text) if file.letter else None,
        "elements": [_element(each, file.text) for each in file.elements],
        "findings": [_finding(each, file.text) for each in file.findings],
        "metrics": [_metric(each) for each in file.metrics],
        "score": _score(file.score) if file.score else None,
        "skipped": [_skipped(each) for each in file.skipped],
        "waived": [_waived(each) for each in file.waived],
        "case": file.case,
    }


def _letter(letter: LetterFacts, text: str) -> Json:
    return {
        "type": letter.type,
        "type_title": letter.type_title,
        "type_source": letter.type_source,
        "type_confidence": letter.type_confidence,
        "runner_up": letter.runner_up,
        "type_evidence": [
            {"start": span.start, "end": span.end, "quote": text[span.start : span.end]}
            for span in letter.type_evidence
        ],
        "date": letter.date,
        "reference": letter.reference,
        "recipient": letter.recipient,
        "salutation": letter.salutation,
        "words": letter.words,
    }


def _element(element: Element, text: str) -> Json:
    return {
        "id": element.id,
        "title": element.title,
        "need": element.need,
        "status": element.status,
        "rule": element.rule,
        "message": element.message,
        "evidence": [_quoted(span, text) for span in element.evidence],
    }


def _quoted(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "quote": text[span.start : span.end]}


def _finding(placed: PlacedFinding, text: str) -> Json:
    finding = placed.finding
    return {
        "rule": finding.rule,
        "name": finding.name,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "why": finding.why,
        "quote": finding.quote,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "label": placed.place.label if placed.place else None,
        "location": _location(placed.place),
        "context": _quoted(placed.context, text) if placed.context else None,
        "also": _quoted(finding.also, text) if finding.also else None,
        "suggestions": list(finding.suggestions),
        "source": finding.source,
        "fingerprint": placed.fingerprint,
    }


def _location(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {"part": place.part, "paragraph": place.paragraph, "sentence": place.sentence, "page": place.page}


def _metric(metric: Metric) -> Json:
    return {"id": metric.id, "value": round(metric.value, 2), "target": metric.target, "met": metric.met}


def _score(score: Score) -> Json:
    return {
        "total": score.total,
        "rating": score.rating,
        "ready": score.ready,
        "partial": score.partial,
        "categories": dict(score.categories),
        "deductions": [
            {
                "category": each.category,
                "rule": each.rule,
                "name": each.name,
                "points": each.points,
                "count": each.count,
            }
            for each in score.deductions
        ],
    }


def _skipped(skipped: Skipped) -> Json:
    return {"check": skipped.check, "reason": skipped.reason, "hint": skipped.hint}


def _waived(waived: Waived) -> Json:
    return {"rule": waived.finding.rule, "reason": waived.reason, "quote": waived.finding.quote}
