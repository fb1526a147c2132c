"""German sentences with what the date annotator finds in them, and sentences in which it finds nothing."""

# Sentence, expected (surface, value) pairs in a document of `dated_text.ANCHOR`.
ABSOLUTE = [
    # a day with its dot, with and without its weekday
    ("Der Hafen öffnet am 5. März 2021.", [("5. März 2021", "2021-03-05")]),
    ("Eröffnet Freitag, den 5. März 2021.", [("Freitag, den 5. März 2021", "2021-03-05")]),
    # Austrian names, abbreviations, ordinals in words
    ("Es begann am 5. Jänner 2021.", [("5. Jänner 2021", "2021-01-05")]),
    ("Es begann am 5. Okt. 2021.", [("5. Okt. 2021", "2021-10-05")]),
    ("Es begann am dritten Februar 2021.", [("dritten Februar 2021", "2021-02-03")]),
    # day before month, whatever the sign between them
    ("Gezeichnet 03.04.2021 und 3/4/2021.", [("03.04.2021", "2021-04-03"), ("3/4/2021", "2021-04-03")]),
    # coarser times
    ("Im Mai 2021 und im Jahr 1870.", [("Mai 2021", "2021-05"), ("Jahr 1870", "1870")]),
    ("Anfang Mai 2021, Ende 2019.", [("Anfang Mai 2021", "2021-05"), ("Ende 2019", "2019")]),
    ("Musik der 1990er Jahre.", [("der 1990er Jahre", "199")]),
    ("Ein Gesetz des 19. Jahrhunderts.", [("des 19. Jahrhunderts", "18")]),
    ("Im dritten Quartal 2018.", [("dritten Quartal 2018", "2018-Q3")]),
    ("In der zweiten Jahreshälfte 2018.", [("der zweiten Jahreshälfte 2018", "2018-H2")]),
    ("Im Frühjahr 2018 blieb es kalt.", [("Frühjahr 2018", "2018-SP")]),
    ("Am dritten Sonntag im Mai 2021.", [("dritten Sonntag im Mai 2021", "2021-05-16")]),
    # feasts that English has no word for
    ("Am Pfingstmontag 2021 war zu.", [("Pfingstmontag 2021", "2021-05-24")]),
    ("Am Tag der Deutschen Einheit 2021.", [("Tag der Deutschen Einheit 2021", "2021-10-03")]),
    # weekday and date in digits are one; weeks by their number; years that share their century
    ("Am Montag, den 05.02.2024, begann es.", [("Montag, den 05.02.2024", "2024-02-05")]),
    ("In der ersten Woche des Jahres 2023 und der KW 27 2022.", [("der ersten Woche des Jahres 2023", "2023-W01"), ("KW 27 2022", "2022-W27")]),
    ("Meister (2005/2010).", [("2005", "2005"), ("2010", "2010")]),
    ("In der Saison 2007/08.", [("2007/08", "2007/2008")]),
]  # fmt: skip

RELATIVE = [
    # a clock time of Greenwich, with its zone
    ("Der Start ist um 16.30 Uhr GMT.", [("16.30 Uhr GMT", "2024-03-06T16:30Z")]),
    # a weekday that tells "tomorrow" or "yesterday" once more is that day
    ("Sie kommt morgen, Donnerstag, nach Ulm.", [("morgen", "2024-03-07"), ("Donnerstag", "2024-03-07")]),
    # a bare weekday is the latest one; a future verb, wherever it stands, turns it round
    ("Die Ministerin trat am Montag zurück.", [("Montag", "2024-03-04")]),
    ("Die Ministerin wird am Montag zurücktreten.", [("Montag", "2024-03-11")]),
    ("Das Gericht will bis Freitag entscheiden.", [("Freitag", "2024-03-08")]),
    # steps in every case form, two of them too
    ("Das war vergangenen Freitag.", [("vergangenen Freitag", "2024-03-01")]),
    ("Das war vorletzten Freitag.", [("vorletzten Freitag", "2024-02-23")]),
    ("Nächste Woche und im vergangenen Monat.", [("Nächste Woche", "2024-W11"), ("vergangenen Monat", "2024-02")]),
    ("Im Juni vergangenen Jahres.", [("Juni vergangenen Jahres", "2023-06")]),
    ("Heuer mehr als im Vorjahr.", [("Heuer", "2024"), ("Vorjahr", "2023")]),
    # words of a day: "morgen" is tomorrow, "am Morgen" is not
    ("Sie kam gestern und geht morgen.", [("gestern", "2024-03-05"), ("morgen", "2024-03-07")]),
    ("Am Dienstag am Morgen kam sie.", [("Dienstag", "2024-03-05"), ("Morgen", "2024-03-05TMO")]),
    # written together, and the nights that lead into a day
    ("Am Dienstagabend brannte es.", [("Dienstagabend", "2024-03-05TEV")]),
    ("In der Nacht zum Samstag brannte es.", [("der Nacht zum Samstag", "2024-03-02TNI")]),
    # a preposition tells the direction, also before "Ende"
    ("Sie bleiben bis Ende November.", [("Ende November", "2024-11")]),
    ("Seit Oktober ist geschlossen.", [("Oktober", "2023-10")]),
    # "vor" before the number, as a point in time
    ("Vor drei Wochen begann es.", [("Vor drei Wochen", "2024-W07")]),
    ("Vor rund zehn Tagen begann es.", [("Vor rund zehn Tagen", "2024-02-25")]),
    ("In zwei Jahren soll sie stehen.", [("zwei Jahren", "2026")]),
    # day and month in digits, a dot behind each
    ("Der Markt ist vom 5.3. bis zum 8.3. zu.", [("5.3.", "2024-03-05"), ("8.3.", "2024-03-08")]),
    # clock times take the day told last; 19.30 is no number
    ("Beginn am Freitag um 19.30 Uhr.", [("Freitag", "2024-03-01"), ("19.30 Uhr", "2024-03-01T19:30")]),
    ("Sie kam heute um halb neun.", [("heute", "2024-03-06"), ("halb neun", "2024-03-06T08:30")]),
    ("Es schloss am Montag, am gleichen Tag brannte es.", [("Montag", "2024-03-04"), ("gleichen Tag", "2024-03-04")]),
    ("Es brannte in der Nacht von Freitag auf Samstag.", [("der Nacht von Freitag auf Samstag", "2024-03-02TNI")]),
    # a decade of an untold century is one that has begun
    ("Das Lied der Siebzigerjahre.", [("der Siebzigerjahre", "197")]),
    ("Im Spätherbst war es kalt.", [("Spätherbst", "2023-FA")]),
    ("Er kam gestern um 11 Uhr abends.", [("gestern", "2024-03-05"), ("11 Uhr abends", "2024-03-05T23:00")]),
    # a day of the month alone; "für" and "ab" look ahead
    ("Am 25. ging er.", [("25.", "2024-02-25")]),
    ("Für Freitag ist Regen angesagt.", [("Freitag", "2024-03-08")]),
    ("Ab Montag fährt sie wieder.", [("Montag", "2024-03-11")]),
    # the step before a weekday goes with its part; what tells the part of a clock time
    ("Er kam vergangenen Freitagabend.", [("vergangenen Freitagabend", "2024-03-01TEV")]),
    ("Es begann abends um 8 Uhr, um Viertel nach 9 abends.", [("abends um 8 Uhr", "2024-03-06T20:00"), ("Viertel nach 9 abends", "2024-03-06T21:15")]),
]  # fmt: skip

AMOUNTS = [
    ("Das dauerte zweieinhalb Jahre.", [("zweieinhalb Jahre", "P2Y6M")]),
    ("Das dauerte ein paar Wochen.", [("ein paar Wochen", "PXW")]),
    ("Das dauerte mehr als drei Stunden.", [("mehr als drei Stunden", "PT3H")]),
    ("In den vergangenen zwanzig Jahren.", [("den vergangenen zwanzig Jahren", "P20Y")]),
    ("Die zweijährige Pause ist vorbei.", [("zweijährige", "P2Y")]),  # one word, two parts
    ("Er wiegt 3,5 Tonnen nach 1,5 Jahren.", [("1,5 Jahren", "P1Y6M")]),  # a comma is the point
    ("Sie tagen jeden Montag und alle zwei Wochen.", [("jeden Montag", "XXXX-WXX-1"), ("alle zwei Wochen", "P2W")]),
    ("Montags zu, sonst täglich offen.", [("Montags", "XXXX-WXX-1"), ("täglich", "P1D")]),
    ("Derzeit ist zu, kürzlich war offen.", [("Derzeit", "PRESENT_REF"), ("kürzlich", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("Von 2003 bis 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("Vom 5. bis 8. März.", [("5.", "2024-03-05", 1), ("8. März", "2024-03-08", 1)]),
    ("Zwischen dem 5. und dem 8. März 2023.", [("5.", "2023-03-05", 1), ("8. März 2023", "2023-03-08", 1)]),
    ("Am 5., 7. und 9. März 2023.", [("5.", "2023-03-05", None), ("7.", "2023-03-07", None), ("9. März 2023", "2023-03-09", None)]),
    # only the end tells that the start is a clock time
    ("Offen am Montag von 8 bis 17 Uhr.", [("Montag", "2024-03-04", None), ("8", "2024-03-04T08:00", 1), ("17 Uhr", "2024-03-04T17:00", 1)]),
    # the end counts from the start also where that tells its year
    ("Vom 5. Dezember 2022 bis 3. März.", [("5. Dezember 2022", "2022-12-05", 1), ("3. März", "2023-03-03", 1)]),
    ("In den Jahren 1995-97 (1998–99).", [("Jahren 1995", "1995", 1), ("97", "1997", 1), ("1998", "1998", 2), ("99", "1999", 2)]),
    ("Von Montag, den 4., bis Freitag, den 8. März.", [("Montag, den 4.", "2024-03-04", 1), ("Freitag, den 8. März", "2024-03-08", 1)]),
]  # fmt: skip

NO_TIME = [
    "Die 24-Jährige ist 24 Jahre alt.",  # ages
    "Guten Morgen und gute Nacht.",  # greetings
    "Er kommt so bald wie möglich.",  # an idiom
    "Rund 2000 Menschen, 1998 Euro und Artikel 1999.",  # counts and numbers
    "Tel. 0171 1998, Postfach 2010.",
    "Herr August Meier spielte 3:2.",  # a name, a score
    "Der zweite Versuch, die erste Frau.",  # ordinals
    "Im Sonntagsblatt stand nichts.",  # a longer word
    "Version 3.5 kostet 1.999 Euro.",
    "Am 25. Spieltag, am letzten Tag der Messe.",  # an ordinal, a day of something
    "Das ging nicht von heute auf morgen.",  # an idiom
    "Im Alter von 33, 34 und 39 Jahren.",
]
