"""Who figures are laid to: each figure's source under one name, its class, and figures that have none."""

import re
from collections.abc import Mapping

import pandas as pd

from crossread.linking.entities.spelling import words_of
from crossread.linking.sources.origins import find_origins

CLASSES = {
    "official": "Officials",
    "armed group": "Armed groups",
    "monitor": "Monitors and experts",
    "media": "Media",
    "witness": "Witnesses",
    "medical": "Medics",
    "unnamed": "Unnamed sources",
}
OTHER = "Other sources"  # names and nouns that the lexicon has in no class
NONE, ELSEWHERE = "No source at all", "Sourced elsewhere in the article"
REPEATED = ["article_id", "kind", "unit", "counted_class", "value"]
KINDS = {"count": "other counts", "money": "sums of money"}
DETERMINER = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def name_sources(figures: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Give each figure's source one name: that of the entity that it was found to be, else the article's words.

    Args:
        figures: The figures table, or rows of it with further columns.
        articles: Articles as `label_outlets` returns them.
        entities: The entities table.

    Returns:
        The figures of these articles with `outlet` (the label), `published`, `speaker` (a name, words in quotation
        marks, or in its own voice the agency whose report it is, else the outlet) and `origin`, as `find_origins`
        tells it; that of claims stays.
    """
    about = articles[["article_id", "outlet", "published"]]
    rows = figures.drop(columns=["outlet", "published"], errors="ignore").merge(about, on="article_id")
    bare = rows.source.str.replace(DETERMINER, "", regex=True)
    # "Monitor" opens a headline, "a monitor" does not: both read as the articles' words have it most often.
    words = bare.str.lower().map(_commonest(bare)).astype("string")
    rows = rows if "origin" in rows else rows.assign(origin=find_origins(rows, articles))
    names = dict(zip("entity " + entities.entity_id, entities.name, strict=True))
    named = rows.origin.map(names).astype("string").fillna(rows.source)
    speakers = named.where(rows.origin.str.startswith("entity "), "“" + words + "”")
    return rows.assign(speaker=speakers.mask(rows.source.isna(), _name_voices(rows, names)))


def _name_voices(rows: pd.DataFrame, names: Mapping[str, str]) -> "pd.Series[str]":
    """Whose report each article is that speaks in its own voice: the outlet's own, or an agency's."""
    voices = []
    for origin, outlet, article_id in zip(rows.origin, rows.outlet, rows.article_id, strict=True):
        name = names.get(origin, outlet if origin.startswith("entity ") else origin.removeprefix("outlet "))
        voices.append(outlet if name == article_id or words_of(name) == words_of(outlet) else name)
    return pd.Series(voices, index=rows.index, dtype="string")


def _commonest(words: pd.Series) -> pd.Series:
    """The most frequent form of words that are one in lower case, by these; of several the first in the alphabet."""
    counts = pd.DataFrame({"words": words.str.lower(), "form": words}).value_counts(sort=False).reset_index()
    ranked = counts.sort_values(["count", "form"], ascending=[False, True])
    return ranked.drop_duplicates("words").set_index("words").form


def class_sources(figures: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Tell for every figure what stands behind it.

    Args:
        figures: The figures table.
        articles: Articles as `label_outlets` returns them; those that copy another are left out.
        entities: The entities table.

    Returns:
        The figures as `name_sources` returns them, without those that their source denies, with `behind`: the
        class of the source, which one source has throughout; without a source, whether the same number of the same
        things has one elsewhere in the article.
    """
    rows = name_sources(figures[figures.stance.isna()], articles[articles.duplicate_of.isna()], entities)
    sourced = rows.source.notna()
    by_speaker = rows[sourced].groupby("speaker").source_class
    classes = rows.speaker.map({speaker: CLASSES.get(_settle(found), OTHER) for speaker, found in by_speaker})
    repeats = sourced.groupby([rows[column] for column in REPEATED], dropna=False).transform("any")
    unsourced = repeats.map({True: ELSEWHERE, False: NONE}).astype("string")
    return rows.assign(behind=classes.astype("string").where(sourced, unsourced))


def _settle(classes: pd.Series) -> str:
    """The class that one source's figures have most often; "a source in the ministry" makes no ministry unnamed."""
    found = classes.dropna()
    telling = found[found != "unnamed"]
    return next(iter((telling if len(telling) else found).mode()), "")


def count_cited(classed: pd.DataFrame) -> pd.DataFrame:
    """Count the figures laid to each source.

    Args:
        classed: Figures as `class_sources` returns them.

    Returns:
        One row a source, the most cited first: speaker, behind, figures and articles.
    """
    cited = classed[classed.source.notna()]
    counts = cited.groupby("speaker").agg(
        behind=("behind", "first"),
        figures=("figure_id", "size"),
        articles=("article_id", "nunique"),
    )
    return counts.reset_index().sort_values(["figures", "articles", "speaker"], ascending=[False, False, True])


def share_by_outlet(classed: pd.DataFrame, cited: pd.DataFrame, most: int) -> pd.DataFrame:
    """Measure which share of each outlet's figures comes from each class of sources, and from leading sources.

    Args:
        classed: Figures as `class_sources` returns them.
        cited: The sources that get a row, rows of what `count_cited` returns.
        most: At most so many outlets: those with the most figures.

    Returns:
        Shares from 0 to 1; rows by class and source ("" for the whole class, the larger class first, what has no
        source at the end), columns all outlets and each, with its number of figures.
    """
    outlets = classed.outlet.value_counts().sort_index().sort_values(ascending=False, kind="stable").head(most)
    groups = {f"{outlet} ({size:,})": classed[classed.outlet == outlet] for outlet, size in outlets.items()}
    groups = {f"All ({len(classed):,})": classed, **groups} if len(outlets) > 1 else groups
    sizes = {str(behind): size for behind, size in classed.behind.value_counts().items()}
    rest = [OTHER, ELSEWHERE, NONE]
    classes = sorted(sizes, key=lambda name: (rest.index(name) + 1 if name in rest else 0, -sizes[name], name))
    rows = [(name, source) for name in classes for source in ["", *cited.speaker[cited.behind == name]]]
    index = pd.MultiIndex.from_frame(pd.DataFrame(rows, columns=["behind", "speaker"]))
    shares = {label: [_share(group, *row) for row in rows] for label, group in groups.items()}
    return pd.DataFrame(shares, index=index, dtype=float)


def _share(figures: pd.DataFrame, behind: str, speaker: str) -> float:
    found = figures.behind == behind
    return float((found & (figures.speaker == speaker) if speaker else found).mean())


def count_unsourced(classed: pd.DataFrame) -> pd.DataFrame:
    """Count figures with and without a source, by what they tell.

    Args:
        classed: Figures as `class_sources` returns them.

    Returns:
        One row an outcome (killed, injured ...) or, where none is told, a kind of figure: the columns `sourced`,
        `elsewhere` and `none`, those with the most figures first.
    """
    counts = (classed.kind == "count") & (classed.outcome != "other")
    about = classed.outcome.where(counts, classed.kind.map(lambda kind: KINDS.get(kind, f"{kind}s")))
    standing = classed.behind.map({ELSEWHERE: "elsewhere", NONE: "none"}).fillna("sourced")
    table = pd.crosstab(about, standing).reindex(columns=["sourced", "elsewhere", "none"], fill_value=0)
    return table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index]
