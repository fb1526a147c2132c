"""French sentences with what the date annotator finds in them, and sentences in which it finds nothing."""

# Sentence, expected (surface, value) pairs in a document of `dated_text.ANCHOR`.
ABSOLUTE = [
    # the article belongs to the date, « du » does not; the first of a month is an ordinal
    ("Le pont ouvre le 5 mars 2021.", [("le 5 mars 2021", "2021-03-05")]),
    ("La fête du 1er mai 2021 est annulée.", [("1er mai 2021", "2021-05-01")]),
    ("Rendez-vous vendredi 5 mars 2021.", [("vendredi 5 mars 2021", "2021-03-05")]),
    ("Signé le lundi 4 janvier 2021 à Lyon.", [("le lundi 4 janvier 2021", "2021-01-04")]),
    # abbreviations, unaccented capitals' spelling, short years
    ("Reçu le 5 févr. 2021.", [("le 5 févr. 2021", "2021-02-05")]),
    ("Fermé depuis octobre 98.", [("octobre 98", "1998-10")]),
    ("Arrivé le 3 fevrier 2021.", [("le 3 fevrier 2021", "2021-02-03")]),
    # day before month in digits too
    ("Fait le 03/04/2021.", [("03/04/2021", "2021-04-03")]),
    # coarser times, with and without « mois de » and « l'année »
    ("En juin 2018 et au mois de mai 2019.", [("juin 2018", "2018-06"), ("mois de mai 2019", "2019-05")]),
    ("Ouvert en 1998, fermé fin 2003.", [("1998", "1998"), ("fin 2003", "2003")]),
    ("Au début de l'année 2010.", [("début de l'année 2010", "2010")]),
    # decades in digits and words, centuries with their ending
    ("Dans les années 90 et les années quatre-vingt.", [("les années 90", "199"), ("les années quatre-vingt", "198")]),
    ("Un moulin du XIXe siècle.", [("XIXe siècle", "18")]),
    ("Une église du 12e siècle.", [("12e siècle", "11")]),
    # quarters, halves, seasons: « été » is also a participle
    ("Au premier trimestre 2018.", [("premier trimestre 2018", "2018-Q1")]),
    ("Au second semestre 2018.", [("second semestre 2018", "2018-H2")]),
    ("Il a été vendu au printemps 2018.", [("printemps 2018", "2018-SP")]),
    # feasts, weekdays of a month
    ("Le lundi de Pâques 2021 était calme.", [("Le lundi de Pâques 2021", "2021-04-05")]),
    ("Le troisième dimanche de mai 2021.", [("Le troisième dimanche de mai 2021", "2021-05-16")]),
    # days in words, weeks, weekdays before digits
    ("Née le trois mars 2021.", [("le trois mars 2021", "2021-03-03")]),
    ("La première semaine de 2021.", [("La première semaine de 2021", "2021-W01")]),
    ("Le lundi 04/01/2021.", [("Le lundi 04/01/2021", "2021-01-04")]),
]  # fmt: skip

RELATIVE = [
    # both days are of the year that their weekdays fit
    ("Le salon ouvre samedi 8 et dimanche 9 mars.", [("samedi 8", "2025-03-08"), ("dimanche 9 mars", "2025-03-09")]),
    # a year without its 53rd week
    ("Lors de la semaine 53 de 2021.", [("2021", "2021")]),
    ("Lors de la semaine 53 de 2020.", [("la semaine 53 de 2020", "2020-W53")]),
    # the weekday behind the hour
    ("Le train part à 16h00 lundi.", [("16h00 lundi", "2024-03-04T16:00")]),
    # a clock time of Greenwich, with its zone
    ("Le tir aura lieu à 16h00 GMT.", [("16h00 GMT", "2024-03-06T16:00Z")]),
    # a bare weekday is the latest one; a future verb turns it round
    ("La ministre a démissionné lundi.", [("lundi", "2024-03-04")]),
    ("La ministre démissionnera, elle sera reçue lundi.", [("lundi", "2024-03-11")]),
    # the step stands behind its noun
    ("Lundi dernier et mardi prochain.", [("Lundi dernier", "2024-03-04"), ("mardi prochain", "2024-03-12")]),
    ("La semaine dernière et le mois prochain.", [("La semaine dernière", "2024-W09"), ("le mois prochain", "2024-04")]),
    ("Cette année plus que l'an dernier.", [("Cette année", "2024"), ("l'an dernier", "2023")]),
    ("En juin de l'année dernière.", [("juin de l'année dernière", "2023-06")]),
    ("En mars dernier.", [("mars dernier", "2023-03")]),
    # words for days, with a part of the day
    ("Hier soir, puis ce matin.", [("Hier soir", "2024-03-05TEV"), ("ce matin", "2024-03-06TMO")]),
    ("Avant-hier et après-demain.", [("Avant-hier", "2024-03-04"), ("après-demain", "2024-03-08")]),
    ("Mardi matin il pleuvait.", [("Mardi matin", "2024-03-05TMO")]),
    ("Dans la nuit de samedi à dimanche.", [("la nuit de samedi à dimanche", "2024-03-02TNI")]),
    # « il y a » stands before the number, « dans » looks ahead
    ("Il y a trois semaines, tout allait bien.", [("Il y a trois semaines", "2024-W07")]),
    ("Il y a deux ans.", [("Il y a deux ans", "2022")]),
    ("Dans deux semaines elle partira.", [("deux semaines", "2024-W12")]),
    # counted from a time that the text tells
    ("Parti le 5 mars 2021, il revint le lendemain.", [("le 5 mars 2021", "2021-03-05"), ("le lendemain", "2021-03-06")]),
    ("Élu en 2010, il partit trois ans plus tard.", [("2010", "2010"), ("trois ans plus tard", "2013")]),
    # clock times with h, with and without spaces, in words
    ("Départ à 15h30 et retour à 18 h 45.", [("15h30", "2024-03-06T15:30"), ("18 h 45", "2024-03-06T18:45")]),
    ("Il arrive à huit heures.", [("huit heures", "2024-03-06T08:00")]),
    ("À minuit, tout ferme.", [("minuit", "2024-03-06T00:00")]),
    # elided words are tokens of their own, also with a curly apostrophe
    ("D\u2019ici la fin de l\u2019année, on verra.", [("la fin de l\u2019année", "2024")]),
    ("Jusqu'au 5 avril.", [("5 avril", "2024-04-05")]),
    ("Rendez-vous le 22/04.", [("le 22/04", "2024-04-22")]),  # without its year
    # this weekend: the nearest, or as the verb says; a part of a told day
    ("Ce week-end.", [("Ce week-end", "2024-W09-WE")]),
    ("Elle viendra ce week-end.", [("ce week-end", "2024-W10-WE")]),
    ("L'après-midi du 5 mars, vers 3 h du matin.", [("L'après-midi du 5 mars", "2024-03-05TAF"), ("vers 3 h du matin", "2024-03-05T03:00")]),
]  # fmt: skip

AMOUNTS = [
    # seventies and nineties are counted from sixty and eighty
    ("Il a fallu soixante-douze heures et vingt et un jours.", [("soixante-douze heures", "PT72H"), ("vingt et un jours", "P21D")]),
    ("Cela a duré trois ans et demi.", [("trois ans et demi", "P3Y6M")]),
    ("Une quinzaine de jours plus ou moins.", [("Une quinzaine de jours", "P15D")]),
    ("Depuis des années, pendant quelques mois.", [("des années", "PXY"), ("quelques mois", "PXM")]),
    ("Près de dix ans de travaux.", [("Près de dix ans", "P10Y")]),
    ("Au cours des dix dernières années.", [("dix dernières années", "P10Y")]),
    ("Une demi-heure, un quart d'heure.", [("Une demi-heure", "PT30M"), ("un quart d'heure", "PT15M")]),
    # repeated times
    ("Tous les mardis et chaque matin.", [("Tous les mardis", "XXXX-WXX-2"), ("chaque matin", "XXXX-XX-XXTMO")]),
    ("Tous les deux ans, deux fois par mois.", [("Tous les deux ans", "P2Y"), ("par mois", "P1M")]),
    ("Actuellement fermé, récemment rénové.", [("Actuellement", "PRESENT_REF"), ("récemment", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("Du 3 au 5 mars.", [("3", "2024-03-03", 1), ("5 mars", "2024-03-05", 1)]),
    ("Entre le 5 et le 8 mars 2023.", [("5", "2023-03-05", 1), ("8 mars 2023", "2023-03-08", 1)]),
    ("Les 5, 7 et 9 mars 2023.", [("5", "2023-03-05", None), ("7", "2023-03-07", None), ("9 mars 2023", "2023-03-09", None)]),
    ("De 2003 à 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("De mars à juin 2019.", [("mars", "2019-03", 1), ("juin 2019", "2019-06", 1)]),
    # days with their weekdays share the month too
    ("Samedi 9 et dimanche 10 mars.", [("Samedi 9", "2024-03-09", None), ("dimanche 10 mars", "2024-03-10", None)]),
]  # fmt: skip

NO_TIME = [
    "Une femme âgée de 24 ans.",  # an age
    "Marc Durand, 34 ans, maçon.",  # an age behind a name
    "Bonne nuit et bonne soirée.",  # greetings
    "Il a été vu.",  # a participle, not the summer
    "Environ 2000 personnes, article 1999.",  # counts and numbers
    "La seconde fois, le premier essai.",  # ordinals
    "Un Belge de 34 ans, maçon.",  # an age
    "Du jour au lendemain, tout change.",  # an idiom
    "Les 2/3 des voix.",  # a fraction
]  # fmt: skip
