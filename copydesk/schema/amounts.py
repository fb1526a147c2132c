"""The columns of `amounts`: sums of money, percentages and measures."""

from copydesk.schema.columns import DOC_ID, END_CHAR, LINE_NO, START_CHAR, SURFACE
from copydesk.schema.relation import INTEGER, NUMBER, TEXT, Column, required

AMOUNT_COLUMNS = (
    DOC_ID,
    required("amount_no", INTEGER, "Number of the amount in its document, from 1 by position."),
    LINE_NO,
    START_CHAR,
    END_CHAR,
    SURFACE,
    required("amount_type", TEXT, "money, percent or quantity (length, area, weight, power ...)."),
    Column(
        "value",
        NUMBER,
        "The number in full: 5200000 for `$5.2 million`; the lower one of a range. NULL where it can be read in two ways "
        "(`1.250` in a language whose decimal sign is not known).",
    ),
    Column("high_value", NUMBER, "The upper number of a range (`5 to 10 percent`); else NULL."),
    required(
        "unit",
        TEXT,
        "Of what: an ISO 4217 code where the words tell whose currency it is, else its name (dollar for `$`); percent or "
        "percentage point; a measure as its sign (km, t, MW) or name (barrel). Nothing is converted.",
    ),
)
