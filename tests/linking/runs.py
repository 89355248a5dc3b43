"""Runs over small corpora, for tests of what changed between two."""

from crossread.tables import COLUMNS, Tables, make_table

FIGURE = {
    "bound": "=",
    "kind": "count",
    "unit": "",
    "counted": "people",
    "counted_class": "people",
    "outcome": "killed",
    "in_title": False,
}


def figure(phrase, value, **changed):
    """What a text says somewhere: the phrase is looked up there, its number is its first word."""
    return {**FIGURE, "phrase": phrase, "value": value, "low": value, "high": value, **changed}


def run(*articles, title="T", comparisons=()):
    """The tables of articles: each an id and a text, with its `figures`, `names` (text to entity) and columns."""
    rows = {name: [] for name in COLUMNS}
    for article_id, text, known in articles:
        own = {"language": "en", "words": len(text.split()), "story": "s", "outlet": article_id.upper()}
        more = {key: value for key, value in known.items() if key not in ("figures", "names")}
        rows["articles"].append({"article_id": article_id, "text": text} | own | more)
        after = {}
        for one in known.get("figures", []):
            start = text.index(one["phrase"], after.get(one["phrase"], 0))
            after[one["phrase"]] = start + 1
            rows["figures"].append(_figure(article_id, text, start, one))
        for name, entity in known.get("names", {}).items():
            at = text.index(name)
            place = {"article_id": article_id, "start": at, "end": at + len(name), "text": name, "type": "PER"}
            rows["mentions"].append(place | {"entity_id": entity})
    rows["entities"] = _entities(rows["mentions"])
    frames = {name: make_table(name, own) for name, own in rows.items()}
    return Tables(title=title, **frames, comparisons=comparisons)


def _figure(article_id, text, start, one):
    sentence = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    number = {"number_start": start, "number_end": start + len(one["phrase"].split()[0])}
    spans = {"start": start, "end": start + len(one["phrase"]), "sentence_start": sentence}
    spans |= {"sentence_end": len(text) if end < 0 else end, **number}
    return {"article_id": article_id, "figure_id": f"{article_id}:{start}"} | spans | one


def _entities(mentions):
    found = {}
    for mention in mentions:
        entity = {"entity_id": mention["entity_id"], "name": mention["entity_id"].title(), "type": "PER"}
        row = found.setdefault(mention["entity_id"], entity | {"aliases": [], "mentions": 0, "articles": 1})
        row["aliases"] = [*row["aliases"], mention["text"]]
        row["mentions"] += 1
    return list(found.values())
