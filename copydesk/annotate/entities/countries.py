"""Names of states, in English, as news write them.

Called by the layer to tell a state from a town. It decides types only: ids and codes are the business of resolution.
"""

from functools import cache

_NAMES = """
Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan,
Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina,
Bosnia-Herzegovina, Botswana, Brazil, Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada,
Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus,
Czech Republic, Czechia, Czechoslovakia, Democratic Republic of Congo, Democratic Republic of the Congo,
Democratic People's Republic of Korea, Denmark, Djibouti, Dominica, Dominican Republic, DPR Korea, DPRK, DRC,
East Germany, East Timor, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia,
Faroe Islands, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Great Britain, Greece, Grenada, Guatemala,
Guinea, Guinea-Bissau, Guyana, Haiti, Holland, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq,
Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Korea, Kosovo, Kuwait,
Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macedonia,
Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco,
Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger,
Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Palau, Palestine, Panama,
Papua New Guinea, Paraguay, People's Republic of China, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar,
Republic of Ireland, Republic of Korea, Romania, Russia, Russian Federation, Rwanda, Saint Lucia, Samoa, San Marino,
Saudi Arabia, Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands,
Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, St. Lucia, Sudan, Suriname, Swaziland,
Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey,
Turkmenistan, Tuvalu, UAE, Uganda, UK, U.K., Ukraine, United Arab Emirates, United Kingdom, United States,
United States of America, Uruguay, US, U.S., USA, U.S.A., USSR, U.S.S.R., Uzbekistan, Vanuatu, Vatican, Vatican City,
Venezuela, Vietnam, Wales, West Germany, West Indies, Yemen, Yugoslavia, Zaire, Zambia, Zimbabwe
"""
_CAPITALS = """
Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Ankara, Antananarivo, Ashgabat, Asmara, Astana,
Athens, Baghdad, Baku, Bamako, Bangkok, Beijing, Beirut, Belgrade, Berlin, Bern, Bishkek, Bogota, Bogotá, Brasilia,
Brasília, Bratislava, Brazzaville, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Cairo, Canberra, Caracas,
Chisinau, Colombo, Conakry, Copenhagen, Dakar, Damascus, Dar es Salaam, Dhaka, Dodoma, Doha, Dublin, Dushanbe, Gaborone,
Guatemala City, Hanoi, Harare, Havana, Helsinki, Islamabad, Jakarta, Jerusalem, Juba, Kabul, Kampala, Kathmandu,
Khartoum, Kiev, Kigali, Kinshasa, Kuala Lumpur, Kyiv, Libreville, Lima, Lisbon, Ljubljana, London, Luanda, Lusaka,
Madrid, Managua, Manila, Maputo, Mexico City, Minsk, Mogadishu, Monrovia, Montevideo, Moscow, Muscat, Nairobi,
N'Djamena, New Delhi, Niamey, Nicosia, Nouakchott, Oslo, Ottawa, Ouagadougou, Panama City, Paris, Phnom Penh, Podgorica,
Port-au-Prince, Prague, Pretoria, Pristina, Pyongyang, Quito, Rabat, Reykjavik, Riga, Riyadh, Rome, San Salvador, Sanaa,
Santo Domingo, Sarajevo, Seoul, Skopje, Sofia, Stockholm, Taipei, Tallinn, Tashkent, Tbilisi, Tegucigalpa, Tehran,
Tel Aviv, Tirana, Tokyo, Tripoli, Tunis, Ulan Bator, Vienna, Vientiane, Vilnius, Warsaw, Windhoek, Yaounde, Yerevan,
Zagreb
"""


def is_country(name: str) -> bool:
    """Tell whether a name is that of a state, or of a nation that has a team of its own.

    >>> is_country("North Korea"), is_country("Pyongyang")
    (True, False)
    """
    return _plain(name) in _listed(_NAMES)


def is_government_seat(name: str) -> bool:
    """Tell whether a name is that of a state or a capital, which news use of governments and models take for bodies.

    >>> is_government_seat("Pyongyang"), is_government_seat("Pusan")
    (True, False)
    """
    return is_country(name) or _plain(name) in _listed(_CAPITALS)


def _plain(name: str) -> str:
    return " ".join(name.split()).replace("’", "'")  # noqa: RUF001


@cache
def _listed(names: str) -> frozenset[str]:
    return frozenset(map(_plain, names.split(",")))
