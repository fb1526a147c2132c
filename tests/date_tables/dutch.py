"""Dutch sentences with what the date annotator finds in them, and sentences in which it finds nothing."""

# Sentence, expected (surface, value) pairs in a document of `dated_text.ANCHOR`.
ABSOLUTE = [
    # with and without its weekday; the ending of an ordinal
    ("De brug opent op 5 maart 2021.", [("5 maart 2021", "2021-03-05")]),
    ("Afspraak vrijdag 5 maart 2021.", [("vrijdag 5 maart 2021", "2021-03-05")]),
    ("Op de 5e van maart 2021.", [("de 5e van maart 2021", "2021-03-05")]),
    ("Ontvangen op 5 okt. 2021.", [("5 okt. 2021", "2021-10-05")]),
    ("Getekend op 03-04-2021.", [("03-04-2021", "2021-04-03")]),
    ("In juni 2018 en de maand mei 2019.", [("juni 2018", "2018-06"), ("de maand mei 2019", "2019-05")]),
    ("Open in 1998, dicht eind 2003.", [("1998", "1998"), ("eind 2003", "2003")]),
    ("Medio maart 2019.", [("Medio maart 2019", "2019-03")]),
    # decades in digits, words and as an adjective
    ("In de jaren '90 en de jaren tachtig.", [("de jaren '90", "199"), ("de jaren tachtig", "198")]),
    ("De zeventiger jaren.", [("De zeventiger jaren", "197")]),
    ("Een molen uit de 19e eeuw.", [("de 19e eeuw", "18")]),
    ("Een kerk uit de negentiende eeuw.", [("de negentiende eeuw", "18")]),
    ("In het eerste kwartaal van 2018.", [("het eerste kwartaal van 2018", "2018-Q1")]),
    ("In het voorjaar van 2018.", [("het voorjaar van 2018", "2018-SP")]),
    ("Tweede paasdag 2021 was rustig.", [("Tweede paasdag 2021", "2021-04-05")]),
    ("De derde zondag van mei 2021.", [("De derde zondag van mei 2021", "2021-05-16")]),
    # weeks, weekdays before digits
    ("De eerste week van 2021.", [("De eerste week van 2021", "2021-W01")]),
    ("Op vrijdag 08/03/2024.", [("vrijdag 08/03/2024", "2024-03-08")]),
]  # fmt: skip

RELATIVE = [
    # a clock time of Greenwich, with its zone
    ("De lancering is om 16.00 uur GMT.", [("16.00 uur GMT", "2024-03-06T16:00Z")]),
    # a bare weekday is the latest one; a future verb turns it round
    ("De minister trad maandag af.", [("maandag", "2024-03-04")]),
    ("De minister zal maandag aftreden.", [("maandag", "2024-03-11")]),
    ("Afgelopen vrijdag en volgende maandag.", [("Afgelopen vrijdag", "2024-03-01"), ("volgende maandag", "2024-03-11")]),
    ("Vorige week en volgende maand.", [("Vorige week", "2024-W09"), ("volgende maand", "2024-04")]),
    ("Dit jaar meer dan vorig jaar.", [("Dit jaar", "2024"), ("vorig jaar", "2023")]),
    ("In juni van vorig jaar.", [("juni van vorig jaar", "2023-06")]),
    ("Het afgelopen jaar was nat.", [("Het afgelopen jaar", "2023")]),
    # words written together, « morgen » as tomorrow and as morning
    ("Dinsdagavond brandde het.", [("Dinsdagavond", "2024-03-05TEV")]),
    ("Gisteravond, dan vanmorgen.", [("Gisteravond", "2024-03-05TEV"), ("vanmorgen", "2024-03-06TMO")]),
    ("Morgenochtend, eergisteren en overmorgen.", [("Morgenochtend", "2024-03-07TMO"), ("eergisteren", "2024-03-04"), ("overmorgen", "2024-03-08")]),
    ("In de nacht van zaterdag op zondag.", [("de nacht van zaterdag op zondag", "2024-03-02TNI")]),
    ("'s Avonds bleef het stil.", [("'s Avonds", "2024-03-06TEV")]),
    # « geleden » stands behind the number, « over » looks ahead
    ("Drie weken geleden ging het goed.", [("Drie weken geleden", "2024-W07")]),
    ("Twee jaar geleden.", [("Twee jaar geleden", "2022")]),
    ("Over twee weken vertrekt ze.", [("twee weken", "2024-W12")]),
    ("Hij kwam op 5 maart 2021, een dag later brandde het.", [("5 maart 2021", "2021-03-05"), ("een dag later", "2021-03-06")]),
    # a clock time and a length share the word « uur »
    ("Vertrek om 15.30 uur, terug om 18 uur.", [("15.30 uur", "2024-03-06T15:30"), ("18 uur", "2024-03-06T18:00")]),
    ("Het begint om acht uur en duurt drie uur.", [("acht uur", "2024-03-06T08:00"), ("drie uur", "PT3H")]),
    ("Zij kwam om half negen.", [("half negen", "2024-03-06T08:30")]),
    ("Kwart over negen.", [("Kwart over negen", "2024-03-06T09:15")]),
    # days in words and in digits without a year; an hour behind "about"; "vanaf" looks ahead
    ("Op drie april en op 22/04.", [("drie april", "2024-04-03"), ("22/04", "2024-04-22")]),
    ("Het begon om ongeveer 4 uur.", [("ongeveer 4 uur", "2024-03-06T04:00")]),
    ("Vanaf maandag is hij open.", [("maandag", "2024-03-11")]),
]  # fmt: skip

AMOUNTS = [
    # ones before tens, joined with a trema
    ("Het duurde tweeëntwintig dagen.", [("tweeëntwintig dagen", "P22D")]),
    ("Het duurde anderhalf jaar.", [("anderhalf jaar", "P1Y6M")]),
    ("Het duurde tweeënhalve maand.", [("tweeënhalve maand", "P2.5M")]),
    ("Al jaren, een paar weken.", [("jaren", "PXY"), ("een paar weken", "PXW")]),
    ("De afgelopen tien jaar.", [("De afgelopen tien jaar", "P10Y")]),
    ("Meer dan drie uur vertraging.", [("Meer dan drie uur", "PT3H")]),
    ("Een half uur, een kwartier.", [("Een half uur", "PT30M"), ("een kwartier", "PT15M")]),
    ("Elke dinsdag en iedere dag.", [("Elke dinsdag", "XXXX-WXX-2"), ("iedere dag", "P1D")]),
    ("Om de twee weken, twee keer per maand.", [("Om de twee weken", "P2W"), ("per maand", "P1M")]),
    ("Momenteel dicht, onlangs vernieuwd.", [("Momenteel", "PRESENT_REF"), ("onlangs", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("Van 3 tot 5 maart.", [("3", "2024-03-03", 1), ("5 maart", "2024-03-05", 1)]),
    ("Tussen 5 en 8 maart 2023.", [("5", "2023-03-05", 1), ("8 maart 2023", "2023-03-08", 1)]),
    ("Op 5, 7 en 9 maart 2023.", [("5", "2023-03-05", None), ("7", "2023-03-07", None), ("9 maart 2023", "2023-03-09", None)]),
    ("Van 2003 tot 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("Van maart tot en met juni 2019.", [("maart", "2019-03", 1), ("juni 2019", "2019-06", 1)]),
    ("Open van 8 tot 17 uur.", [("8", "2024-03-06T08:00", 1), ("17 uur", "2024-03-06T17:00", 1)]),
]  # fmt: skip

NO_TIME = [
    "De 24-jarige vrouw is 24 jaar oud.",  # ages
    "Goede morgen en goede nacht.",  # greetings
    "Ongeveer 2000 mensen, artikel 1999.",  # counts and numbers
    "De tweede poging, de eerste keer.",  # ordinals
    "Versie 3.5 kost 1.999 euro.",
    "De laatste dag van het bezoek.",  # a day of something
]  # fmt: skip
