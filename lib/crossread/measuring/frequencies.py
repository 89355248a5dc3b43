"""How often who is named: by which outlet, and when."""

import pandas as pd

from crossread.measuring.labels import TYPES, clean
from crossread.tables import rows_of

PERIODS = 30  # at most so many in a chart
UNITS = ("D", "W", "M", "Q", "Y")
THOUSAND = 1000


def label_outlets(articles: pd.DataFrame) -> pd.DataFrame:
    """Choose the articles that were analysed, and name the outlet of each.

    Args:
        articles: The articles table.

    Returns:
        Its rows in English. One that states no outlet stands for itself, by its title or its first words: under
        outlet, no article shares its label.
    """
    read = articles[articles.language == "en"]
    outlets = [clean(outlet) for outlet in read.outlet]
    taken = set(outlets)
    for place, (row, outlet) in enumerate(zip(rows_of(read), outlets, strict=True)):
        if not outlet:
            label = clean(row.title) or clean(row.text) or str(row.article_id)
            outlets[place] = label if label not in taken else f"{label} ({row.article_id})"
            taken.add(label)
    return read.assign(outlet=pd.array(outlets, dtype="string"))


def lead_types(entities: pd.DataFrame, most: int) -> pd.DataFrame:
    """Choose the most mentioned entities of each type: people, organisations, places, other names.

    Args:
        entities: The entities table.
        most: At most so many of each type.

    Returns:
        Their rows, type by type.
    """
    order = entities.type.map({kind: place for place, kind in enumerate(TYPES)}).fillna(len(TYPES))
    ordered = entities.assign(order=order).sort_values(["order", "mentions"], ascending=[True, False], kind="stable")
    return ordered.groupby("order").head(most).drop(columns="order")


def mention_rates(mentions: pd.DataFrame, entities: pd.DataFrame, articles: pd.DataFrame, most: int) -> pd.DataFrame:
    """Measure how often each outlet mentions each entity, for every thousand words that it wrote.

    Args:
        mentions: The mentions table.
        entities: Those that are shown, rows of the entities table.
        articles: Articles as `label_outlets` returns them.
        most: At most so many outlets: those with the most articles, then with the most words.

    Returns:
        Mentions per 1,000 words; rows by type and name, columns outlets with their number of articles.
    """
    size = articles.groupby("outlet").agg(articles=("words", "size"), words=("words", "sum"))
    size = size.sort_values(["articles", "words"], ascending=False, kind="stable").head(most)
    outlets = mentions.article_id.map(articles.set_index("article_id").outlet)
    counts = pd.crosstab(mentions.entity_id, outlets).reindex(index=entities.entity_id, columns=size.index)
    rates = counts.fillna(0) * THOUSAND / size.words.clip(lower=1).astype(float)
    labels = [f"{outlet} ({row.articles})" if row.articles > 1 else str(outlet) for outlet, row in size.iterrows()]
    return rates.set_axis(labels, axis=1).set_axis(pd.MultiIndex.from_frame(entities[["type", "name"]]))


def count_over_time(
    mentions: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series]:
    """Count the articles of each period that name each entity.

    Periods are days, weeks, months, quarters or years: the shortest of which at most 30 cover all dates.

    Args:
        mentions: The mentions table.
        articles: Articles as `label_outlets` returns them; those without a date are left out.
        entities: Those that are shown, rows of the entities table.

    Returns:
        Articles that name it (rows by type and name, columns periods without a gap) and all articles of each period;
        both without periods where not two dates differ.
    """
    dates = articles.set_index("article_id").published.dropna()
    periods = _choose_periods(dates)
    totals = pd.Series(0, index=periods, name="articles")
    index = pd.MultiIndex.from_frame(entities[["type", "name"]])
    if periods.empty:
        return pd.DataFrame(index=index), totals
    dated = dates.dt.to_period(periods.freqstr)
    totals = totals.add(dated.value_counts(), fill_value=0).astype(int)
    named = mentions.drop_duplicates(["article_id", "entity_id"])
    named = named.assign(period=named.article_id.map(dated)).dropna(subset="period")
    counts = named.groupby(["entity_id", "period"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=entities.entity_id, columns=periods, fill_value=0)
    return counts.set_axis(index), totals


def _choose_periods(dates: pd.Series) -> pd.PeriodIndex:
    """The periods from the first date to the last, in the shortest unit that gives at most so many."""
    if dates.nunique() < 2:
        return pd.PeriodIndex([], freq="Y")
    for unit in UNITS:
        first, last = dates.min().to_period(unit), dates.max().to_period(unit)
        if (last - first).n < PERIODS:
            break
    return pd.period_range(first, last, freq=unit)
