"""Portuguese sentences with what the date annotator finds in them, and sentences in which it finds nothing."""

# Sentence, expected (surface, value) pairs in a document of `dated_text.ANCHOR`.
ABSOLUTE = [
    # articles and the prepositions they melt into stay outside
    ("O porto abriu no dia 5 de março de 2021.", [("dia 5 de março de 2021", "2021-03-05")]),
    ("Abriu na sexta-feira, 5 de março de 2021.", [("sexta-feira, 5 de março de 2021", "2021-03-05")]),
    ("Abriu em 5 de Março de 2021.", [("5 de Março de 2021", "2021-03-05")]),
    ("Foi em 1º de maio de 2021 ou em primeiro de junho de 2021.", [("1º de maio de 2021", "2021-05-01"), ("primeiro de junho de 2021", "2021-06-01")]),
    # days in words are cardinals
    ("Foi em dez de outubro de 2021.", [("dez de outubro de 2021", "2021-10-10")]),
    # day before month, whatever the sign; "mar", "set" and "dez" only within a date
    ("Assinado 03.04.2021 e 3/4/2021.", [("03.04.2021", "2021-04-03"), ("3/4/2021", "2021-04-03")]),
    ("Assinado em 5/out/2021, 5 set. 2021 e 5-mar-2021.", [("5/out/2021", "2021-10-05"), ("5 set. 2021", "2021-09-05"), ("5-mar-2021", "2021-03-05")]),
    # coarser times
    ("Em maio de 2021 e no ano de 1870.", [("maio de 2021", "2021-05"), ("ano de 1870", "1870")]),
    ("No início de maio de 2021, no fim de 2019.", [("início de maio de 2021", "2021-05"), ("fim de 2019", "2019")]),
    ("A década de 1990 e o século XIX.", [("década de 1990", "199"), ("século XIX", "18")]),
    ("No terceiro trimestre de 2018.", [("terceiro trimestre de 2018", "2018-Q3")]),
    ("No segundo semestre de 2018.", [("segundo semestre de 2018", "2018-H2")]),
    ("O verão de 2018 foi frio.", [("verão de 2018", "2018-SU")]),
    ("Na terceira quinta-feira de maio de 2021.", [("terceira quinta-feira de maio de 2021", "2021-05-20")]),
    # feasts
    ("A Sexta-feira Santa de 2021 e o Natal de 2020.", [("Sexta-feira Santa de 2021", "2021-04-02"), ("Natal de 2020", "2020-12-25")]),
    # weeks, weekdays before digits
    ("Na primeira semana de 2021.", [("primeira semana de 2021", "2021-W01")]),
    ("Foi na segunda-feira (12/02/2024).", [("segunda-feira (12/02/2024)", "2024-02-12")]),
    ("Nasceu em mil novecentos e noventa.", [("mil novecentos e noventa", "1990")]),
]  # fmt: skip

RELATIVE = [
    # a clock time of Greenwich, with its zone
    ("O lançamento será às 16h GMT.", [("16h GMT", "2024-03-06T16:00Z")]),
    # "this" weekday is the nearest one
    ("A feira ocorre nesta sexta-feira.", [("nesta sexta-feira", "2024-03-08")]),
    ("A feira ocorreu nesta sexta-feira.", [("nesta sexta-feira", "2024-03-01")]),
    ("O prefeito falou nesta segunda, em nota.", [("nesta segunda", "2024-03-04")]),
    # a bare weekday is the latest one; a future form, told by its ending, turns it round
    ("A ministra renunciou na segunda-feira.", [("segunda-feira", "2024-03-04")]),
    ("A ministra renunciará na segunda-feira.", [("segunda-feira", "2024-03-11")]),
    # weekdays without "-feira", where no noun follows
    ("A ministra renunciou na segunda.", [("segunda", "2024-03-04")]),
    ("O tribunal vai decidir até sexta.", [("sexta", "2024-03-08")]),
    # the day of the month in brackets, as Brazilian papers write it, decides
    ("A greve começou nesta terça-feira (5).", [("nesta terça-feira (5)", "2024-03-05")]),
    ("A greve começou nesta terça (5).", [("nesta terça (5)", "2024-03-05")]),
    # a weekday with a day of the month is one of these days, whatever the verb
    ("O salário será pago terça-feira, dia 27.", [("terça-feira, dia 27", "2024-02-27")]),
    ("A greve começa na próxima segunda-feira.", [("próxima segunda-feira", "2024-03-11")]),
    # the step before and behind, in every form; "nesta" holds it
    ("Foi na última sexta-feira e na semana passada.", [("última sexta-feira", "2024-03-01"), ("semana passada", "2024-W09")]),
    ("Neste ano e no mês que vem.", [("Neste ano", "2024"), ("mês que vem", "2024-04")]),
    ("Em junho do ano passado, em janeiro deste ano.", [("junho do ano passado", "2023-06"), ("janeiro deste ano", "2024-01")]),
    ("No primeiro trimestre deste ano.", [("primeiro trimestre deste ano", "2024-Q1")]),
    # days of the month without their month
    ("Chegou no último dia 3 e parte no próximo dia 20.", [("último dia 3", "2024-03-03"), ("próximo dia 20", "2024-03-20")]),
    # words of a day with its parts
    ("Chegou ontem e parte amanhã.", [("ontem", "2024-03-05"), ("amanhã", "2024-03-07")]),
    ("Chegou ontem à tarde; parte amanhã de manhã.", [("ontem à tarde", "2024-03-05TAF"), ("amanhã de manhã", "2024-03-07TMO")]),
    ("Na noite desta terça-feira queimou.", [("noite desta terça-feira", "2024-03-05TNI")]),
    ("Chegou na manhã de ontem.", [("manhã de ontem", "2024-03-05TMO")]),
    ("Parte depois de amanhã.", [("depois de amanhã", "2024-03-08")]),
    # a preposition tells the direction
    ("Ficam até o fim de novembro.", [("fim de novembro", "2024-11")]),
    ("Está fechado desde outubro.", [("outubro", "2023-10")]),
    # "há" before the number is a point in time, and so is "atrás" behind it
    ("Começou há três semanas.", [("há três semanas", "2024-W07")]),
    ("Começou há mais de dez dias.", [("há mais de dez dias", "2024-02-25")]),
    ("Começou dois meses atrás.", [("dois meses atrás", "2024-01")]),
    ("Abrirá dentro de dois meses.", [("dentro de dois meses", "2024-05")]),
    # clock times
    ("Começa na sexta-feira às 19h30.", [("sexta-feira", "2024-03-08"), ("19h30", "2024-03-08T19:30")]),
    ("Começou por volta das 8h de ontem.", [("8h de ontem", "2024-03-05T08:00")]),
    ("Saiu às três da tarde.", [("três da tarde", "2024-03-06T15:00")]),
    ("Saiu às oito e meia da noite.", [("oito e meia da noite", "2024-03-06T20:30")]),
    ("Saiu às 8.30 da noite.", [("8.30 da noite", "2024-03-06T20:30")]),
    # behind "às" no length of time
    ("Abre às 20 horas.", [("20 horas", "2024-03-06T20:00")]),
    # counted from what was told
    ("Fechou na segunda-feira e no dia seguinte abriu.", [("segunda-feira", "2024-03-04"), ("dia seguinte", "2024-03-05")]),
    ("Em meados do mês e no fim do ano.", [("meados do mês", "2024-03"), ("fim do ano", "2024")]),
]  # fmt: skip

AMOUNTS = [
    ("Durou dois anos e meio.", [("dois anos e meio", "P2Y6M")]),
    ("Durou dois anos e três meses.", [("dois anos e três meses", "P2Y3M")]),
    ("Durou uma hora e meia.", [("uma hora e meia", "PT1H30M")]),
    ("Durou várias semanas.", [("várias semanas", "PXW")]),
    ("Durou trinta e cinco dias.", [("trinta e cinco dias", "P35D")]),
    ("Durou mais de três horas.", [("mais de três horas", "PT3H")]),
    ("Nos últimos vinte anos.", [("últimos vinte anos", "P20Y")]),
    # a comma is the point
    ("Esperou 1,5 ano.", [("1,5 ano", "P1Y6M")]),
    ("Reúnem-se toda segunda-feira, a cada duas semanas e todos os dias.", [("toda segunda-feira", "XXXX-WXX-1"), ("cada duas semanas", "P2W"), ("todos os dias", "P1D")]),
    ("Viaja duas vezes por semana.", [("por semana", "P1W")]),
    ("Abre aos domingos e às terças.", [("domingos", "XXXX-WXX-7"), ("terças", "XXXX-WXX-2")]),
    ("Atualmente está fechado, recentemente estava aberto.", [("Atualmente", "PRESENT_REF"), ("recentemente", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("De 2003 a 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("De 5 a 8 de março.", [("5", "2024-03-05", 1), ("8 de março", "2024-03-08", 1)]),
    ("Entre 5 e 8 de março de 2023.", [("5", "2023-03-05", 1), ("8 de março de 2023", "2023-03-08", 1)]),
    # between a noun and its article too
    ("Entre os dias 5 e 8 de março de 2023.", [("5", "2023-03-05", 1), ("8 de março de 2023", "2023-03-08", 1)]),
    ("De março a junho de 2022.", [("março", "2022-03", 1), ("junho de 2022", "2022-06", 1)]),
    ("De segunda-feira a sexta-feira.", [("segunda-feira", "2024-03-04", 1), ("sexta-feira", "2024-03-08", 1)]),
    ("Aberto das 8h às 17h.", [("8h", "2024-03-06T08:00", 1), ("17h", "2024-03-06T17:00", 1)]),
]  # fmt: skip

NO_TIME = [
    "Uma em cada 3 pessoas, 2/3 dos votos.",  # fractions
    "Bom dia e boa noite.",  # greetings
    "Mora no Rio de Janeiro.",  # a place
    "A segunda fase, na quarta posição, a sexta mulher.",  # ordinals
    "João, de 23 anos, e a irmã, 45 anos, saíram.",  # ages
    "O mar, o terceiro set, nota dez.",  # no abbreviations
    "Cerca de 2000 pessoas, 1998 euros e o artigo 1999.",  # counts and numbers
]  # fmt: skip
