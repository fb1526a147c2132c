"""Spanish sentences with what the date annotator finds in them, and sentences in which it finds nothing."""

# Sentence, expected (surface, value) pairs in a document of `dated_text.ANCHOR`.
ABSOLUTE = [
    # a day with its article, also where that is one word with a preposition
    ("El puerto abrió el 5 de marzo de 2021.", [("el 5 de marzo de 2021", "2021-03-05")]),
    ("La apertura del 5 de marzo del 2021.", [("del 5 de marzo del 2021", "2021-03-05")]),
    # a weekday before the date, "día" between them, capital months, the first as an ordinal
    ("Abrió el viernes 5 de marzo de 2021.", [("el viernes 5 de marzo de 2021", "2021-03-05")]),
    ("Abrió el pasado día 5 de Marzo de 2021.", [("el pasado día 5 de Marzo de 2021", "2021-03-05")]),
    ("Fue el 1º de mayo de 2021 o el primero de junio de 2021.", [("el 1º de mayo de 2021", "2021-05-01"), ("el primero de junio de 2021", "2021-06-01")]),
    # days in words are cardinals
    ("Fue el diez de octubre de 2021.", [("el diez de octubre de 2021", "2021-10-10")]),
    # day before month, whatever the sign; abbreviations; "mar" only within a date
    ("Firmado 03.04.2021 y 3/4/2021.", [("03.04.2021", "2021-04-03"), ("3/4/2021", "2021-04-03")]),
    ("Firmado el 5 oct. 2021 y el 5-mar-2021.", [("el 5 oct. 2021", "2021-10-05"), ("5-mar-2021", "2021-03-05")]),
    # coarser times
    ("En mayo de 2021 y en el año 1870.", [("mayo de 2021", "2021-05"), ("el año 1870", "1870")]),
    ("A principios de mayo de 2021, a finales de 2019.", [("principios de mayo de 2021", "2021-05"), ("finales de 2019", "2019")]),
    ("La música de los años noventa del siglo XX.", [("los años noventa del siglo XX", "199")]),
    ("La década de 1990 y el siglo XIX.", [("La década de 1990", "199"), ("el siglo XIX", "18")]),
    ("En el tercer trimestre de 2018.", [("el tercer trimestre de 2018", "2018-Q3")]),
    ("En el segundo semestre del año 2018.", [("el segundo semestre del año 2018", "2018-H2")]),
    ("La primera mitad de 2018.", [("La primera mitad de 2018", "2018-H1")]),
    ("El verano de 2018 fue frío.", [("El verano de 2018", "2018-SU")]),
    ("El tercer domingo de mayo de 2021.", [("El tercer domingo de mayo de 2021", "2021-05-16")]),
    # feasts
    ("El Viernes Santo de 2021 y la Navidad de 2020.", [("El Viernes Santo de 2021", "2021-04-02"), ("la Navidad de 2020", "2020-12-25")]),
    # years in words, weeks, weekdays before digits
    ("En dos mil veintiuno y en mil novecientos noventa y nueve.", [("dos mil veintiuno", "2021"), ("mil novecientos noventa y nueve", "1999")]),
    ("La primera semana de 2021.", [("La primera semana de 2021", "2021-W01")]),
    ("Llegó el sábado 23/06/2018.", [("el sábado 23/06/2018", "2018-06-23")]),
]  # fmt: skip

RELATIVE = [
    # a bare weekday is the latest one; a future form, told by its ending, turns it round
    ("La ministra dimitió el lunes.", [("el lunes", "2024-03-04")]),
    ("La ministra dimitirá el lunes.", [("el lunes", "2024-03-11")]),
    # "este" is no step for weekdays: the verb tells the week
    ("Se reunirán este jueves.", [("este jueves", "2024-03-07")]),
    ("El tribunal debe decidir hasta el viernes.", [("el viernes", "2024-03-08")]),
    # the step before and behind, in every form
    ("Fue el pasado viernes y será el viernes próximo.", [("el pasado viernes", "2024-03-01"), ("el viernes próximo", "2024-03-08")]),
    ("La semana pasada y el mes que viene.", [("La semana pasada", "2024-W09"), ("el mes que viene", "2024-04")]),
    ("La próxima década y el pasado año.", [("La próxima década", "203"), ("el pasado año", "2023")]),
    ("En junio del año pasado.", [("junio del año pasado", "2023-06")]),
    ("En el primer trimestre de este año.", [("el primer trimestre de este año", "2024-Q1")]),
    ("El pasado 5 de enero y el 8 de abril próximo.", [("El pasado 5 de enero", "2024-01-05"), ("el 8 de abril próximo", "2024-04-08")]),
    # days of the month without their month
    ("Llegó el pasado día 3 y se irá el próximo día 20.", [("el pasado día 3", "2024-03-03"), ("el próximo día 20", "2024-03-20")]),
    ("El lunes (4) hubo huelga.", [("El lunes (4)", "2024-03-04")]),
    ("El 15 de este mes.", [("El 15 de este mes", "2024-03-15")]),
    ("El 25/12 cierra.", [("25/12", "2023-12-25")]),
    ("Desde los primeros días de agosto.", [("los primeros días de agosto", "2023-08")]),
    # words of a day; "la mañana" is no tomorrow
    ("Llegó ayer y se va mañana.", [("ayer", "2024-03-05"), ("mañana", "2024-03-07")]),
    ("Llegó anoche; hoy, miércoles, descansa.", [("anoche", "2024-03-05TNI"), ("hoy, miércoles", "2024-03-06")]),
    ("Vendrá pasado mañana.", [("pasado mañana", "2024-03-08")]),
    ("Llegó ayer por la mañana.", [("ayer", "2024-03-05"), ("la mañana", "2024-03-05TMO")]),
    ("La noche del viernes ardió.", [("La noche del viernes", "2024-03-01TNI")]),
    ("Esta tarde se reúnen.", [("Esta tarde", "2024-03-06TAF")]),
    # a preposition tells the direction
    ("Se quedan hasta finales de noviembre.", [("finales de noviembre", "2024-11")]),
    ("Está cerrado desde octubre.", [("octubre", "2023-10")]),
    # "hace" before the number is a point in time
    ("Empezó hace tres semanas.", [("hace tres semanas", "2024-W07")]),
    ("Empezó hace más de diez días.", [("hace más de diez días", "2024-02-25")]),
    ("Hace casi dos años.", [("Hace casi dos años", "2022")]),
    ("Abrirá dentro de dos meses.", [("dentro de dos meses", "2024-05")]),
    # clock times take the day told last, or the one told with them
    ("Empieza el viernes a las 19.30 horas.", [("el viernes", "2024-03-08"), ("las 19.30 horas", "2024-03-08T19:30")]),
    ("Llegó a las ocho y media de la mañana de ayer.", [("las ocho y media de la mañana de ayer", "2024-03-05T08:30")]),
    ("Salió a las tres de la tarde.", [("las tres de la tarde", "2024-03-06T15:00")]),
    ("Salió a las 8.30 de la noche.", [("las 8.30 de la noche", "2024-03-06T20:30")]),
    ("Salió a las seis y diez de la tarde.", [("las seis y diez de la tarde", "2024-03-06T18:10")]),
    ("Sale a las 18.00.", [("las 18.00", "2024-03-06T18:00")]),
    ("Salió a las 14h30, hora local.", [("las 14h30", "2024-03-06T14:30")]),
    # counted from what was told
    ("Cerró el lunes y al día siguiente abrió.", [("el lunes", "2024-03-04"), ("al día siguiente", "2024-03-05")]),
    ("Cerró el lunes, el mismo día ardió.", [("el lunes", "2024-03-04"), ("el mismo día", "2024-03-04")]),
    ("A mediados de mes y a fin de año.", [("mediados de mes", "2024-03"), ("fin de año", "2024")]),
    ("Paga a fin de mes.", [("fin de mes", "2024-03")]),
    ("La última semana de enero.", [("La última semana de enero", "2024-01")]),
    ("Abre a las 12:00 horas locales (16:00 GMT).", [("las 12:00 horas locales", "2024-03-06T12:00"), ("16:00 GMT", "2024-03-06T16:00Z")]),  # of Greenwich
]  # fmt: skip

AMOUNTS = [
    ("Duró dos años y medio.", [("dos años y medio", "P2Y6M")]),
    ("Duró dos años y tres meses.", [("dos años y tres meses", "P2Y3M")]),
    ("Duró hora y media.", [("hora y media", "PT1H30M")]),
    ("Duró un par de semanas.", [("un par de semanas", "P2W")]),
    ("Duró varias semanas.", [("varias semanas", "PXW")]),
    ("Duró treinta y cinco días.", [("treinta y cinco días", "P35D")]),
    ("Duró más de tres horas.", [("más de tres horas", "PT3H")]),
    # the count on either side of its qualifier
    ("En los últimos veinte años y en los cinco últimos meses.", [("los últimos veinte años", "P20Y"), ("los cinco últimos meses", "P5M")]),
    # a comma is the point
    ("Esperó 1,5 años.", [("1,5 años", "P1Y6M")]),
    ("Se reúnen cada lunes, cada dos semanas y todos los días.", [("cada lunes", "XXXX-WXX-1"), ("cada dos semanas", "P2W"), ("todos los días", "P1D")]),
    ("Cobra mil euros al mes y viaja dos veces por semana.", [("al mes", "P1M"), ("por semana", "P1W")]),
    ("Un informe anual; abre los domingos.", [("anual", "P1Y"), ("los domingos", "XXXX-WXX-7")]),
    ("Actualmente está cerrado, recientemente estaba abierto.", [("Actualmente", "PRESENT_REF"), ("recientemente", "PAST_REF")]),
    # adjectives of time, before their noun
    ("El actual alcalde y la pasada cumbre.", [("actual", "PRESENT_REF"), ("pasada", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("De 2003 a 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("Del 5 al 8 de marzo.", [("Del 5", "2024-03-05", 1), ("al 8 de marzo", "2024-03-08", 1)]),
    ("Entre el 5 y el 8 de marzo de 2023.", [("el 5", "2023-03-05", 1), ("el 8 de marzo de 2023", "2023-03-08", 1)]),
    ("Entre los días 5 y 8 de marzo de 2023.", [("5", "2023-03-05", 1), ("8 de marzo de 2023", "2023-03-08", 1)]),
    # the link is one word with the article of the second end
    ("Del 28 de diciembre al 3 de enero.", [("Del 28 de diciembre", "2023-12-28", 1), ("al 3 de enero", "2024-01-03", 1)]),
    ("El 5, 7 y 9 de marzo de 2023.", [("El 5", "2023-03-05", None), ("7", "2023-03-07", None), ("9 de marzo de 2023", "2023-03-09", None)]),
    ("De marzo a junio de 2022.", [("marzo", "2022-03", 1), ("junio de 2022", "2022-06", 1)]),
    ("De lunes a viernes.", [("lunes", "2024-03-04", 1), ("viernes", "2024-03-08", 1)]),
    # a clock time of a day is no range
    ("El martes a las 18.00 horas.", [("El martes", "2024-03-05", None), ("las 18.00 horas", "2024-03-05T18:00", None)]),
]  # fmt: skip

NO_TIME = [
    "Domingo García obtuvo 2/3 de los votos.",  # a given name, a fraction
    "Buenos días y buenas noches.",  # greetings
    "Plácido Domingo cantó en Santo Domingo.",  # names
    "Julio Iglesias cantó en la Plaza de Mayo.",
    "El segundo intento y la primera mujer.",  # ordinals
    "El mar estaba frío.",  # no abbreviation
    "Unas 2000 personas, 1998 euros y el artículo 1999.",  # counts and numbers
    "El diario de la ciudad costaba 1.999 euros.",
    "Hace frío y el tiempo ha pasado.",
    "Ganó a 1.20 minutos del primero.",  # a distance
    "De la noche a la mañana, dos mil veinte casos.",  # an idiom, a count
]  # fmt: skip
