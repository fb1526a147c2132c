# ruff: noqa: RUF001 - Cyrillic letters look like Latin ones, and are meant
"""What is counted: currencies, percent and measures, by the words and signs that news of eight languages use for them.

Called by the annotator. Data only. Forms are in small letters; forms of all languages stand together, as hardly one means
another thing elsewhere. What does (a billion, a decimal comma) is in `numbers`.
"""

from collections.abc import Mapping

from copydesk.records import AmountType

CURRENCY_SIGNS: Mapping[str, str] = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "$": "dollar", "£": "GBP", "€": "EUR",
    "¥": "yen or yuan", "￥": "yen or yuan", "₽": "RUB", "₹": "INR", "₩": "KRW", "₪": "ILS", "₴": "UAH", "₺": "TRY",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₸": "KZT", "zł": "PLN", "Kč": "CZK", "Rs": "rupee", "Rs.": "rupee",
}  # fmt: skip
"""Sign -> ISO 4217 code, or the name of the currency where the sign does not tell whose."""
_CODES = """
USD EUR GBP JPY CNY RMB CHF CAD AUD NZD HKD SGD INR RUB BRL MXN KRW PLN CZK HUF SEK NOK DKK ZAR AED SAR ILS UAH TWD
THB IDR MYR PHP VND NGN KES EGP ARS CLP DM FRF
"""
CURRENCY_CODES = frozenset(_CODES.split())
RENAMED_CODES: Mapping[str, str] = {"RMB": "CNY", "DM": "DEM"}

_CURRENCY_WORDS = """
USD: us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, us-dollar, dollars américains, dólares estadounidenses, долларов сша, доллара сша, доллар сша
AUD: australian dollars
CAD: canadian dollars, dollars canadiens
EUR: euro, euros, евро
GBP: pounds sterling, pound sterling, livres sterling, libras esterlinas, pfund sterling, sterline, фунтов стерлингов
JPY: yen, yens, yenes, ienes, иен, иены
CNY: yuan, yuans, yuanes, renminbi, юаней, юаня
RUB: rouble, roubles, ruble, rubles, rubel, rublos, rubli, roebel, рубль, рубля, рублей, руб
CHF: swiss francs, schweizer franken, francs suisses
INR: indian rupees
DEM: deutschmarks, deutsche mark, d-mark
UAH: hryvnia, hryvnias, hrywnja, гривен, гривны, гривень
ILS: shekel, shekels, schekel
TRY: turkish lira, türkische lira
KRW: won
ZAR: rand
BRL: real, reais
dollar: dollar, dollars, dólar, dólares, dollari, dollaro, доллар, доллара, долларов
rupee: rupee, rupees
pence: pence
crown: kronor, kronur, kroner, crowns, kronen
franc: franc, francs, franken
peso: peso, pesos
lira: lira, liras, lire
dirham: dirham, dirhams
dinar: dinar, dinars
riyal: riyal, riyals, rial, rials
rupiah: rupiah
baht: baht
naira: naira
shilling: shillings
"""
COMMON_WORDS = frozenset({"won", "real", "rand", "crowns", "mark"})
"""Words for money that are words of the language too: they count behind a million alone."""
_PERCENT_WORDS = """
percent: %, ％, percent, per cent, pct, prozent, pour cent, por ciento, por cento, per cento, procent, процент, процента, процентов
percentage point: percentage point, percentage points, prozentpunkt, prozentpunkte, prozentpunkten, points de pourcentage, puntos porcentuales, pontos percentuais, punti percentuali, процентного пункта, процентных пункта, процентных пунктов
"""
_MEASURE_WORDS = """
km: km, kilometre, kilometres, kilometer, kilometers, kilometern, kilomètre, kilomètres, kilómetro, kilómetros, chilometri, chilometro, quilômetro, quilômetros, quilómetros, километр, километра, километров, км
m: metre, metres, meter, meters, metern, mètre, mètres, metro, metros, metri, метр, метра, метров
cm: cm, centimetre, centimetres, centimeter, centimeters, zentimeter, centimètre, centimètres, centímetros, centimetri, сантиметров, сантиметра, см
mm: mm, millimetre, millimetres, millimeter, millimeters, millimètres, milímetros, millimetri, миллиметров
mi: mile, miles, meile, meilen, milles, millas, miglia, milhas, миль
ft: ft, foot, feet, fuß, футов
yd: yard, yards
in: inch, inches, zoll, pouces, pulgadas, дюймов
km²: km², km2, sq km, sq. km, square kilometre, square kilometres, square kilometer, square kilometers, quadratkilometer, quadratkilometern, kilomètres carrés, kilómetros cuadrados, chilometri quadrati, quilômetros quadrados, квадратных километров
m²: m², m2, sq m, square metre, square metres, square meter, square meters, quadratmeter, quadratmetern, mètres carrés, metros cuadrados, metri quadrati, metros quadrados, квадратных метров
mi²: square mile, square miles
ft²: sq ft, square feet, square foot
m³: m³, cubic metre, cubic metres, cubic meters, kubikmeter, mètres cubes, metros cúbicos, metri cubi, кубометров, кубических метров
ft³: cubic feet
ha: hectare, hectares, hektar, hectáreas, ettari, гектаров, гектара
acre: acre, acres
kg: kg, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, kilogramm, kilogramos, chilogrammi, chili, quilos, килограмм, килограмма, килограммов, кг
g: gram, grams, gramme, grammes, gramm, gramos, grammi, граммов
mg: mg, milligram, milligrams
t: tonne, tonnes, metric ton, metric tons, tonnen, toneladas, tonnellate, тонн, тонны, тонна
ton: ton, tons
lb: lb, lbs
oz: ounce, ounces, oz
bushel: bushel, bushels
barrel: barrel, barrels, barril, barriles, barili, barris, fass, баррелей, барреля
gal: gallon, gallons, gallonen
l: litre, litres, liter, liters, litern, litros, litri, литров, литра
ml: ml, millilitres, milliliters
°C: °c, degrees celsius, degree celsius, grad celsius, degrés celsius, grados celsius
°F: °f, degrees fahrenheit
mph: mph, miles per hour, miles an hour
km/h: km/h, kph, kmh, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour, stundenkilometer, stundenkilometern, kilómetros por hora, км/ч
kW: kw, kilowatt, kilowatts
MW: mw, megawatt, megawatts, мегаватт, мвт
GW: gw, gigawatt, gigawatts, гвт
kWh: kwh, kilowatt-hours, kilowatt hours, kilowattstunden
MWh: mwh, megawatt-hours, megawatt hours
GWh: gwh, gigawatt-hours
TWh: twh, terawatt-hours, terawattstunden
MB: mb, megabyte, megabytes
GB: gb, gigabyte, gigabytes
TB: tb, terabyte, terabytes
MHz: mhz, megahertz
GHz: ghz, gigahertz
"""


def forms() -> dict[str, tuple[AmountType, str]]:
    """Give form -> type and unit, of all words and signs that may stand behind a number."""
    kinds = {
        AmountType.MONEY: _CURRENCY_WORDS,
        AmountType.PERCENT: _PERCENT_WORDS,
        AmountType.QUANTITY: _MEASURE_WORDS,
    }
    found = {
        form.strip(): (kind, unit)
        for kind, rows in kinds.items()
        for unit, words in (line.split(": ", 1) for line in rows.strip().splitlines())
        for form in words.split(",")
    }
    signs = {sign.lower(): (AmountType.MONEY, unit) for sign, unit in CURRENCY_SIGNS.items()}
    codes = {
        code.lower(): (AmountType.MONEY, RENAMED_CODES.get(code, code)) for code in CURRENCY_CODES
    }
    return signs | codes | found
