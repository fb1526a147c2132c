"""Italian sentences with what the date annotator finds in them, and sentences in which it finds nothing."""

# Sentence, expected (surface, value) pairs in a document of `dated_text.ANCHOR`.
ABSOLUTE = [
    # the article belongs to the date, « del » does not; the first of a month is an ordinal
    ("Il ponte apre il 5 marzo 2021.", [("il 5 marzo 2021", "2021-03-05")]),
    ("La festa del 1º maggio 2021.", [("1º maggio 2021", "2021-05-01")]),
    ("Il primo maggio 2021 pioveva.", [("Il primo maggio 2021", "2021-05-01")]),
    ("Appuntamento venerdì 5 marzo 2021.", [("venerdì 5 marzo 2021", "2021-03-05")]),
    # abbreviations, short years with and without apostrophe
    ("Ricevuto il 5 ott. 2021.", [("il 5 ott. 2021", "2021-10-05")]),
    ("Chiuso nel giugno 98.", [("giugno 98", "1998-06")]),
    ("Nel '98 e nel 93.", [("'98", "1998"), ("93", "1993")]),
    ("Fatto il 03/04/2021.", [("03/04/2021", "2021-04-03")]),
    # coarser times
    ("Nel giugno 2018 e nel mese di maggio 2019.", [("giugno 2018", "2018-06"), ("mese di maggio 2019", "2019-05")]),
    ("Alla fine del 2003, a metà marzo 2019.", [("fine del 2003", "2003"), ("metà marzo 2019", "2019-03")]),
    # decades in digits and words, centuries by number and by name
    ("Negli anni '90 e gli anni Ottanta.", [("anni '90", "199"), ("gli anni Ottanta", "198")]),
    ("Un mulino del XIX secolo.", [("XIX secolo", "18")]),
    ("La pittura dell'Ottocento.", [("Ottocento", "18")]),
    ("Nel primo trimestre 2018.", [("primo trimestre 2018", "2018-Q1")]),
    ("Nel secondo semestre del 2018.", [("secondo semestre del 2018", "2018-H2")]),
    ("Nella primavera del 2018.", [("primavera del 2018", "2018-SP")]),
    ("Il lunedì di Pasqua 2021 era calmo.", [("Il lunedì di Pasqua 2021", "2021-04-05")]),
    ("La terza domenica di maggio 2021.", [("La terza domenica di maggio 2021", "2021-05-16")]),
    # days and years in words, weeks, weekdays before digits
    ("Nacque il tre marzo 2021.", [("il tre marzo 2021", "2021-03-03")]),
    ("Nel duemilaventuno e nella prima settimana del 2022.", [("duemilaventuno", "2021"), ("prima settimana del 2022", "2022-W01")]),
    ("Arrivò sabato 23/06/2018.", [("sabato 23/06/2018", "2018-06-23")]),
]  # fmt: skip

RELATIVE = [
    # a clock time of Greenwich, with its zone
    ("Il lancio è alle ore 16 GMT.", [("ore 16 GMT", "2024-03-06T16:00Z")]),
    # a weekday that tells "tomorrow" or "yesterday" once more is that day
    ("Apre domani giovedì.", [("domani", "2024-03-07"), ("giovedì", "2024-03-07")]),
    # a bare weekday is the latest one; a future verb turns it round
    ("La ministra si è dimessa lunedì.", [("lunedì", "2024-03-04")]),
    ("La ministra sarà ricevuta lunedì.", [("lunedì", "2024-03-11")]),
    # accents typed as apostrophes
    ("La ministra ha parlato lunedi' sera.", [("lunedi' sera", "2024-03-04TEV")]),
    # the step stands before or behind its noun
    ("Lunedì scorso e lo scorso lunedì.", [("Lunedì scorso", "2024-03-04"), ("lo scorso lunedì", "2024-03-04")]),
    ("La settimana scorsa e il prossimo mese.", [("La settimana scorsa", "2024-W09"), ("il prossimo mese", "2024-04")]),
    ("Quest'anno più che l'anno scorso.", [("Quest'anno", "2024"), ("l'anno scorso", "2023")]),
    ("Nel giugno dello scorso anno.", [("giugno dello scorso anno", "2023-06")]),
    ("L'aprile scorso.", [("L'aprile scorso", "2023-04")]),
    ("Ieri sera, poi stamattina.", [("Ieri sera", "2024-03-05TEV"), ("stamattina", "2024-03-06TMO")]),
    ("L'altro ieri e dopodomani.", [("L'altro ieri", "2024-03-04"), ("dopodomani", "2024-03-08")]),
    ("Nella notte tra sabato e domenica.", [("notte tra sabato e domenica", "2024-03-02TNI")]),
    # « fa » stands behind the number, « tra » looks ahead
    ("Tre settimane fa andava bene.", [("Tre settimane fa", "2024-W07")]),
    ("Vent'anni fa.", [("Vent'anni fa", "2004")]),
    ("Tra due settimane partirà.", [("due settimane", "2024-W12")]),
    ("Partito il 5 marzo 2021, tornò il giorno dopo.", [("il 5 marzo 2021", "2021-03-05"), ("il giorno dopo", "2021-03-06")]),
    ("Eletto nel 2010, partì tre anni dopo.", [("2010", "2010"), ("tre anni dopo", "2013")]),
    # clock times behind « alle » and « ore »
    ("Partenza alle 15.30, ritorno alle 18.", [("15.30", "2024-03-06T15:30"), ("18", "2024-03-06T18:00")]),
    ("Riunione alle ore 20:45.", [("ore 20:45", "2024-03-06T20:45")]),
    ("Arriva alle otto di sera.", [("otto di sera", "2024-03-06T20:00")]),
    ("Entro la fine dell\u2019anno.", [("la fine dell\u2019anno", "2024")]),
    # a comma in a clock time, a day in digits without its year, the future in its verb
    ("Alle 21,30 si parte.", [("21,30", "2024-03-06T21:30")]),
    ("Chiude il 22/04.", [("il 22/04", "2024-04-22")]),
    ("Il vento porterà pioggia lunedì.", [("lunedì", "2024-03-11")]),
    ("L'ultima settimana di marzo.", [("L'ultima settimana di marzo", "2024-03")]),
    ("25/05/94 Per la compagnia.", [("25/05/94", "1994-05-25")]),  # no count, though "per" follows
]  # fmt: skip

AMOUNTS = [
    # ventuno, ventotto drop a vowel
    ("Ci sono voluti ventuno giorni.", [("ventuno giorni", "P21D")]),
    ("È durato tre anni e mezzo.", [("tre anni e mezzo", "P3Y6M")]),
    ("Una decina di giorni, mezz'ora, un'ora.", [("Una decina di giorni", "P10D"), ("mezz'ora", "PT30M"), ("un'ora", "PT1H")]),
    ("Da anni, per alcuni mesi.", [("anni", "PXY"), ("alcuni mesi", "PXM")]),
    ("Negli ultimi dieci anni.", [("ultimi dieci anni", "P10Y")]),
    ("Più di dieci anni di lavori.", [("Più di dieci anni", "P10Y")]),
    ("Ogni martedì e tutti i giorni.", [("Ogni martedì", "XXXX-WXX-2"), ("tutti i giorni", "P1D")]),
    ("Ogni due anni, due volte al mese.", [("Ogni due anni", "P2Y"), ("al mese", "P1M")]),
    ("Attualmente chiuso, recentemente rinnovato.", [("Attualmente", "PRESENT_REF"), ("recentemente", "PAST_REF")]),
    ("Per ora è chiuso.", [("Per ora", "PRESENT_REF")]),
]  # fmt: skip

RANGES = [
    ("Dal 3 al 5 marzo.", [("3", "2024-03-03", 1), ("5 marzo", "2024-03-05", 1)]),
    ("Tra il 5 e l'8 marzo 2023.", [("5", "2023-03-05", 1), ("8 marzo 2023", "2023-03-08", 1)]),
    ("Il 5, 7 e 9 marzo 2023.", [("5", "2023-03-05", None), ("7", "2023-03-07", None), ("9 marzo 2023", "2023-03-09", None)]),
    ("Dal 2003 al 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("Da marzo a giugno 2019.", [("marzo", "2019-03", 1), ("giugno 2019", "2019-06", 1)]),
    ("Dalle 8 alle 12.", [("8", "2024-03-06T08:00", 1), ("12", "2024-03-06T12:00", 1)]),
    ("01/07/2021 A giugno aumenta.", [("01/07/2021", "2021-07-01", None), ("giugno", "2024-06", None)]),  # a new sentence
]  # fmt: skip

NO_TIME = [
    "Un uomo di 24 anni.",  # an age
    "Marco Rossi, 34 anni, muratore.",  # an age behind a name
    "Buona notte e buona giornata.",  # greetings
    "Circa 2000 persone, articolo 1999.",  # counts and numbers
    "Il secondo tentativo, la prima volta.",  # ordinals
    "Il 45 per cento e il 6.4 del totale.",  # shares
    "Una domestica di 34 anni, di Pisa.",  # an age
    "I 2/3 dei voti.",  # a fraction
]  # fmt: skip
