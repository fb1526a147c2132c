"""How dates count in a text that tells the past year by year, and why news is not read so."""

from datetime import date

from dated_text import ANCHOR, read_dates

from copydesk.records import DateStatus

CHRONICLE = " ".join(f"In {year} the mill was rebuilt." for year in range(1850, 1860))


def read(text, published=ANCHOR):
    return {row.surface: row for row in read_dates(text, "en", published)}


def test_a_bare_day_of_a_history_is_of_the_year_told_last():
    """The row says that the text, not the document's date, told the year."""
    row = read(f"{CHRONICLE} In 1861 the war began. On 5 March the mill burned.")["5 March"]
    assert (row.value, row.status) == ("1861-03-05", DateStatus.RESOLVED)
    assert (row.anchor_date, row.anchor_source) == (date(1861, 1, 1), "text")


def test_the_months_of_a_history_turn_over_the_year():
    """January behind a December is one of the next year."""
    assert (
        read(f"{CHRONICLE} It closed in December 1861. In January it burned.")["January"].value
        == "1862-01"
    )


def test_what_a_history_counts_by_years_counts_from_its_own():
    """The previous year is the one before the year told last."""
    rows = read(f"{CHRONICLE} It burned in 1861. Wheat had failed the previous year.")
    assert rows["the previous year"].value == "1860"


def test_a_history_is_written_today_all_the_same():
    """Ten years ago is seen from the day of writing, ten years earlier from the time told last."""
    rows = read(f"{CHRONICLE} It was sold ten years ago. It burned in 1861, ten years earlier.")
    assert rows["ten years ago"].value == "2014"
    assert rows["ten years earlier"].value == "1851"


def test_news_that_tells_a_few_years_is_no_history():
    """A bare day of news is seen from the day of the news."""
    assert (
        read("It opened in 1861 and in 1870. On 5 March it burned.")["5 March"].value
        == "2024-03-05"
    )


def test_news_that_looks_back_is_no_history():
    """Weekdays and "yesterday" are told from the day of the news, however many years it tells."""
    text = f"{CHRONICLE} On Monday it burned, and on Tuesday again. On 5 March it rained."
    assert read(text)["5 March"].value == "2024-03-05"


def test_an_undated_history_stays_open():
    """Without a date of its own a document is not known to tell the past."""
    row = read(f"{CHRONICLE} On 5 March the mill burned.", published=None)["5 March"]
    assert (row.value, row.status) == ("XXXX-03-05", DateStatus.OPEN)
