"""Names that no open source lists by language, written for this project: read by `make_gazetteer.py`."""
# ruff: noqa: INP001, RUF001  # beside a script; letters of many scripts

from collections.abc import Iterator
from dataclasses import dataclass

_STATES = """
US | mul: U.S.; USA; U.S.A. | en: US; America; United States of America; the States | de: Vereinigte Staaten von Amerika; Amerika
US | fr: Etats-Unis; É.-U.; Amérique | es: EE.UU.; EE. UU.; EEUU; EUA; Estados Unidos de América | pt: EUA; Estados Unidos da América
US | it: Stati Uniti d'America; Usa | nl: VS; Verenigde Staten van Amerika | pl: Stany Zjednoczone Ameryki; Ameryka | ru: США; Соединённые Штаты Америки; Соединенные Штаты Америки; Штаты; Америка
US | uk: США; Америка | be: ЗША | bg: САЩ | sr: САД | mk: САД | hr: SAD; Amerika | bs: SAD | sl: ZDA | cs: USA; Spojené státy americké; Amerika | sk: USA; Amerika
US | sv: USA; Förenta staterna | da: USA | nb: USA | no: USA | nn: USA | fi: USA; Yhdysvallat; Amerikka | et: USA; Ameerika Ühendriigid | hu: USA; Amerika; Egyesült Államok | ro: SUA; Statele Unite ale Americii; Statele Unite; America
US | tr: ABD; Amerika; Amerika Birleşik Devletleri | id: AS; Amerika Serikat; Amerika | vi: Mỹ; Hoa Kỳ | zh: 美国; 美國; 美利坚合众国 | ja: 米国; アメリカ; アメリカ合衆国 | ko: 미국 | ar: أمريكا; أميركا; الولايات المتحدة; الولايات المتحدة الأمريكية; الولايات المتحدة الأميركية | he: ארה"ב; ארצות הברית; אמריקה | fa: آمریکا; امریکا; ایالات متحده | ur: امریکہ; امریکا | el: ΗΠΑ; Αμερική | lt: JAV | lv: ASV | sw: Marekani | ha: Amurka | sq: SHBA | kk: АҚШ | hi: अमेरिका | ca: EUA
GB | mul: UK; U.K. | en: Britain; Great Britain | de: Großbritannien; Grossbritannien | fr: Grande-Bretagne | es: Gran Bretaña | it: Gran Bretagna | pt: Grã-Bretanha | nl: Groot-Brittannië; VK | pl: Wielka Brytania | ru: Великобритания; Британия; Соединённое Королевство | uk: Велика Британія; Британія | sv: Storbritannien | da: Storbritannien | nb: Storbritannia | no: Storbritannia | fi: Iso-Britannia; Britannia | hu: Nagy-Britannia; Egyesült Királyság | ro: Marea Britanie | tr: Birleşik Krallık; İngiltere; Britanya | zh: 英国; 英國 | ja: 英国; イギリス | ko: 영국 | ar: بريطانيا; المملكة المتحدة | he: בריטניה | cs: Velká Británie; Británie; Spojené království | hr: Velika Britanija; Britanija | sr: Велика Британија | sw: Uingereza | vi: Anh | fa: بریتانیا; انگلیس | et: Suurbritannia | id: Inggris | el: Βρετανία
AE | mul: UAE; U.A.E. | en: Emirates; the Emirates | de: VAE; Emirate | fr: EAU; Émirats | es: EAU; Emiratos | pt: EAU; Emirados | it: EAU; Emirati Arabi; Emirati | nl: VAE; Emiraten | pl: ZEA | ru: ОАЭ; Эмираты | zh: 阿联酋; 阿聯酋 | ja: UAE | ar: الإمارات; الامارات
KP | mul: DPRK; D.P.R.K. | en: Korea; DPR Korea; DPR of Korea; Democratic People's Republic of Korea; N. Korea; N Korea; NK; N.K. | de: Demokratische Volksrepublik Korea | fr: RPDC; République populaire démocratique de Corée | es: RPDC; República Popular Democrática de Corea | pt: RPDC; República Popular Democrática da Coreia; Coréia do Norte | it: RPDC; Repubblica Popolare Democratica di Corea | ru: КНДР; Корейская Народно-Демократическая Республика; Северная Корея | uk: КНДР; Північна Корея | zh: 朝鲜; 朝鮮; 北韩; 北韓; 朝鲜民主主义人民共和国 | ja: 北朝鮮; 朝鮮民主主義人民共和国 | ko: 북한; 조선민주주의인민공화국 | ar: كوريا الشمالية | pl: KRLD | cs: KLDR; Severní Korea | nl: Democratische Volksrepubliek Korea
KR | mul: ROK; R.O.K. | en: Korea; Republic of Korea; S. Korea; S Korea | de: Republik Korea | fr: République de Corée | es: República de Corea | pt: República da Coreia; Coréia do Sul | it: Repubblica di Corea | ru: Республика Корея; Южная Корея | zh: 韩国; 韓國; 南韩; 南韓; 大韩民国 | ja: 韓国; 大韓民国 | ko: 한국; 대한민국; 남한 | ar: كوريا الجنوبية
CN | mul: PRC; P.R.C. | en: People's Republic of China; Mainland China; Communist China | de: Volksrepublik China | fr: République populaire de Chine | es: República Popular China; República Popular de China | it: Repubblica Popolare Cinese | pt: República Popular da China | ru: КНР; Китайская Народная Республика | zh: 中国; 中國; 中华人民共和国 | ja: 中国 | ko: 중국 | pl: ChRL
CD | en: Congo; DRC; D.R.C.; DR Congo; Congo-Kinshasa; Democratic Republic of the Congo; Democratic Republic of Congo | fr: RDC; RD Congo; République démocratique du Congo | de: DR Kongo; Demokratische Republik Kongo | es: RDC; República Democrática del Congo | it: RDC; Repubblica Democratica del Congo | pt: RDC; República Democrática do Congo | nl: Congo-Kinshasa; DR Congo | sw: DRC; Jamhuri ya Kidemokrasia ya Kongo
CG | en: Congo; Republic of the Congo; Congo-Brazzaville; Republic of Congo | fr: Congo-Brazzaville
CF | en: Central African Republic; CAR | fr: RCA; Centrafrique; République centrafricaine | de: Zentralafrikanische Republik
CZ | en: Czechia; Czech Republic | de: Tschechien; Tschechische Republik; Tschechei | fr: Tchéquie; République tchèque | es: Chequia; República Checa | it: Cechia; Repubblica Ceca | pt: Chéquia; República Checa; República Tcheca | nl: Tsjechië | pl: Czechy | ru: Чехия | cs: Česko; ČR; Česká republika
NL | en: Holland; the Netherlands | de: Niederlande; Holland | fr: Pays-Bas; Hollande | es: Holanda; Países Bajos | it: Paesi Bassi; Olanda | pt: Holanda; Países Baixos | nl: Nederland; Holland | pl: Holandia; Niderlandy | ru: Нидерланды; Голландия | ro: Olanda; Țările de Jos | hu: Hollandia | fi: Alankomaat; Hollanti | sv: Nederländerna; Holland | tr: Hollanda | el: Ολλανδία
MM | en: Burma; Myanmar | de: Birma; Burma; Myanmar | fr: Birmanie | es: Birmania | it: Birmania | pt: Birmânia; Mianmar | ru: Мьянма; Бирма | nl: Birma
CI | en: Ivory Coast | de: Elfenbeinküste | fr: Côte d'Ivoire | es: Costa de Marfil | it: Costa d'Avorio | pt: Costa do Marfim | nl: Ivoorkust | ru: Кот-д'Ивуар; Берег Слоновой Кости | pl: Wybrzeże Kości Słoniowej
TR | en: Turkey; Türkiye; Turkiye | de: Türkei | fr: Turquie | zh: 土耳其
SZ | en: Swaziland; Eswatini | de: Swasiland
MK | en: Macedonia; North Macedonia; FYROM | de: Mazedonien; Nordmazedonien | ru: Македония; Северная Македония | mk: Македонија
CV | en: Cape Verde; Cabo Verde
TL | en: East Timor; Timor-Leste
PS | en: Palestine; Palestinian Territories; Palestinian Authority; State of Palestine | de: Palästina | fr: Palestine | es: Palestina | it: Palestina | pt: Palestina | nl: Palestina | pl: Palestyna | ru: Палестина | ar: فلسطين | he: פלסטין | zh: 巴勒斯坦 | ja: パレスチナ | sv: Palestina | ro: Palestina | hu: Palesztina | tr: Filistin | fi: Palestiina
VA | en: Vatican; Holy See; Vatican City | de: Vatikan; Vatikanstadt | fr: Vatican; Saint-Siège | es: Vaticano; Santa Sede | it: Vaticano; Santa Sede; Città del Vaticano | pt: Vaticano; Santa Sé | pl: Watykan | ru: Ватикан | zh: 梵蒂冈
RU | en: Russia; Russian Federation | de: Russland; Rußland; Russische Föderation | fr: Russie; Fédération de Russie | ru: Россия; РФ; Российская Федерация | uk: Росія; РФ | pl: Rosja; Federacja Rosyjska | es: Rusia; Federación Rusa
SA | en: Saudi Arabia; Kingdom of Saudi Arabia; KSA | ar: السعودية; المملكة العربية السعودية | ru: Саудовская Аравия
EG | ar: مصر; جمهورية مصر العربية
SY | ar: سوريا; سورية; الجمهورية العربية السورية | en: Syrian Arab Republic
BA | en: Bosnia; Bosnia and Herzegovina; Bosnia-Herzegovina | de: Bosnien; Bosnien-Herzegowina; Bosnien und Herzegowina | fr: Bosnie; Bosnie-Herzégovine | es: Bosnia | it: Bosnia; Bosnia-Erzegovina | hr: BiH; Bosna i Hercegovina; Bosna | bs: BiH; Bosna | sr: БиХ; Босна | pl: Bośnia
BY | de: Weißrussland; Weissrussland; Belarus | fr: Biélorussie | es: Bielorrusia | it: Bielorussia | pt: Bielorrússia | nl: Wit-Rusland | ru: Беларусь; Белоруссия | sv: Vitryssland
MD | de: Moldau; Moldawien; Republik Moldau | fr: Moldavie | ru: Молдавия; Молдова | ro: Republica Moldova; Moldova
IR | en: Iran; Islamic Republic of Iran; Persia | ar: إيران; ايران
IQ | ar: العراق
CH | de: Schweiz | fr: Suisse | it: Svizzera | en: Switzerland | nl: Zwitserland
SK | de: Slowakei; Slowakische Republik | cs: Slovensko; SR
DE | en: Germany; Federal Republic of Germany; West Germany | de: Deutschland; BRD; Bundesrepublik Deutschland; Bundesrepublik; Westdeutschland | ru: ФРГ; Германия | fr: RFA; Allemagne | es: RFA; Alemania | it: RFT; Germania | pl: Niemcy; RFN | cs: Německo; SRN
ZA | en: South Africa; Republic of South Africa; RSA | zu: iNingizimu Afrika; eNingizimu Afrika; Ningizimu Afrika | xh: uMzantsi Afrika; eMzantsi Afrika | ru: ЮАР | de: Südafrika | af: Suid-Afrika
TZ | sw: Tanzania
CU | pl: Kuba
IL | pl: Izrael | ar: إسرائيل; اسرائيل | he: ישראל
IN | hi: भारत | ur: بھارت; انڈیا; ہندوستان | bn: ভারত
VN | en: Vietnam; Viet Nam | vi: Việt Nam
TW | zh: 台湾; 台灣; 臺灣 | ja: 台湾 | en: Taiwan
HK | zh: 香港 | en: Hong Kong | de: Hongkong | fr: Hong Kong | es: Hong Kong | it: Hong Kong | pt: Hong Kong | nl: Hongkong | ru: Гонконг | pl: Hongkong | ja: 香港
MO | zh: 澳门; 澳門 | en: Macau; Macao
AU | zh: 澳洲; 澳大利亚; 澳大利亞
NZ | zh: 新西兰; 紐西蘭
SJ | mul: Svalbard; Jan Mayen; Spitsbergen | de: Spitzbergen | ru: Шпицберген
XK | en: Kosovo | de: Kosovo | fr: Kosovo | es: Kosovo | it: Kosovo | pt: Kosovo | nl: Kosovo | ru: Косово
"""
_PAST = """
wikidata:Q15180 | en: Soviet Union; USSR; U.S.S.R. | de: Sowjetunion; UdSSR | fr: Union soviétique; URSS | es: Unión Soviética; URSS | it: Unione Sovietica; URSS | pt: União Soviética; URSS | nl: Sovjet-Unie; USSR | pl: Związek Radziecki; ZSRR; Związek Sowiecki | ru: Советский Союз; СССР | uk: СРСР; Радянський Союз | cs: Sovětský svaz; SSSR | sv: Sovjetunionen | da: Sovjetunionen | nb: Sovjetunionen | no: Sovjetunionen | fi: Neuvostoliitto | hu: Szovjetunió | ro: URSS; Uniunea Sovietică | zh: 苏联; 蘇聯 | ja: ソ連; ソビエト連邦 | ko: 소련 | ar: الاتحاد السوفيتي; الاتحاد السوفياتي | he: ברית המועצות | hr: Sovjetski Savez; SSSR | tr: Sovyetler Birliği; SSCB
wikidata:Q16957 | en: East Germany; GDR; German Democratic Republic | de: DDR; Deutsche Demokratische Republik; Ostdeutschland | fr: RDA | es: RDA | it: RDT; Germania Est | pt: RDA | nl: DDR; Oost-Duitsland | pl: NRD | ru: ГДР | cs: NDR | sv: DDR; Östtyskland | fi: DDR; Itä-Saksa | hu: NDK
wikidata:Q83286 | en: Yugoslavia | de: Jugoslawien | fr: Yougoslavie | es: Yugoslavia | it: Jugoslavia | pt: Iugoslávia; Jugoslávia | nl: Joegoslavië | pl: Jugosławia | ru: Югославия | cs: Jugoslávie | sv: Jugoslavien | hr: Jugoslavija | hu: Jugoszlávia | ro: Iugoslavia | zh: 南斯拉夫 | ar: يوغوسلافيا
wikidata:Q33946 | en: Czechoslovakia | de: Tschechoslowakei; ČSSR; CSSR | fr: Tchécoslovaquie | es: Checoslovaquia | it: Cecoslovacchia | pt: Tchecoslováquia; Checoslováquia | nl: Tsjecho-Slowakije | pl: Czechosłowacja | ru: Чехословакия | cs: Československo; ČSSR; ČSR | sv: Tjeckoslovakien | hu: Csehszlovákia | ro: Cehoslovacia
"""
_REGIONS = """
GB-ENG | en: England | de: England | fr: Angleterre | es: Inglaterra | it: Inghilterra | pt: Inglaterra | nl: Engeland | pl: Anglia | ru: Англия | uk: Англія | cs: Anglie | sv: England | nb: England | nn: England | no: England | da: England | fi: Englanti | hu: Anglia | ro: Anglia | hr: Engleska | zh: 英格兰; 英格蘭 | ja: イングランド | ko: 잉글랜드 | ar: إنجلترا; انجلترا; إنكلترا | he: אנגליה | lt: Anglija | el: Αγγλία | sw: Uingereza | kk: Англия | bg: Англия | sk: Anglicko
GB-SCT | en: Scotland | de: Schottland | fr: Écosse; Ecosse | es: Escocia | it: Scozia | pt: Escócia | nl: Schotland | pl: Szkocja | ru: Шотландия | uk: Шотландія | cs: Skotsko | sv: Skottland | nb: Skottland | nn: Skottland | no: Skottland | da: Skotland | fi: Skotlanti | hu: Skócia | ro: Scoția | hr: Škotska | zh: 苏格兰; 蘇格蘭 | ja: スコットランド | ko: 스코틀랜드 | ar: اسكتلندا | he: סקוטלנד
GB-WLS | en: Wales | de: Wales | fr: Pays de Galles | es: Gales | it: Galles | pt: País de Gales | nl: Wales | pl: Walia | ru: Уэльс | uk: Уельс | sv: Wales | nb: Wales | zh: 威尔士; 威爾斯 | ja: ウェールズ | ar: ويلز
GB-NIR | en: Northern Ireland | de: Nordirland | fr: Irlande du Nord | es: Irlanda del Norte | it: Irlanda del Nord | pt: Irlanda do Norte | nl: Noord-Ierland | pl: Irlandia Północna | ru: Северная Ирландия | uk: Північна Ірландія | sv: Nordirland | nb: Nord-Irland | fi: Pohjois-Irlanti | hu: Észak-Írország | zh: 北爱尔兰; 北愛爾蘭 | ar: أيرلندا الشمالية
US-CA | de: Kalifornien | fr: Californie | pt: Califórnia | nl: Californië | pl: Kalifornia | ru: Калифорния | cs: Kalifornie | sv: Kalifornien | nb: California | fi: Kalifornia | hu: Kalifornia | zh: 加州; 加利福尼亚; 加利福尼亞 | ja: カリフォルニア | ar: كاليفورنيا
US-TX | pl: Teksas | ru: Техас | zh: 得克萨斯; 德州 | ar: تكساس
US-FL | fr: Floride | pt: Flórida | pl: Floryda | ru: Флорида | zh: 佛罗里达 | ar: فلوريدا
US-PA | de: Pennsylvania | fr: Pennsylvanie | es: Pensilvania | pt: Pensilvânia | pl: Pensylwania | ru: Пенсильвания
US-LA | fr: Louisiane | es: Luisiana | pl: Luizjana | ru: Луизиана
US-VA | fr: Virginie | pl: Wirginia | ru: Виргиния | pt: Virgínia
US-HI | fr: Hawaï | es: Hawái | pt: Havaí | pl: Hawaje | ru: Гавайи
CA-QC | en: Quebec | fr: Québec | de: Québec | pt: Quebeque | pl: Quebec | ru: Квебек
DE-BY | en: Bavaria | de: Bayern; Freistaat Bayern | fr: Bavière | es: Baviera | it: Baviera | pt: Baviera | nl: Beieren | pl: Bawaria | ru: Бавария | cs: Bavorsko
DE-SN | en: Saxony | de: Sachsen | fr: Saxe | es: Sajonia | it: Sassonia | pt: Saxônia | nl: Saksen | pl: Saksonia | ru: Саксония
DE-HE | en: Hesse | de: Hessen | fr: Hesse | it: Assia | nl: Hessen | pl: Hesja | ru: Гессен
DE-NI | en: Lower Saxony | de: Niedersachsen | fr: Basse-Saxe | es: Baja Sajonia | it: Bassa Sassonia | nl: Nedersaksen | pl: Dolna Saksonia
DE-NW | en: North Rhine-Westphalia | de: Nordrhein-Westfalen; NRW | fr: Rhénanie-du-Nord-Westphalie | es: Renania del Norte-Westfalia | it: Renania Settentrionale-Vestfalia | nl: Noordrijn-Westfalen
DE-RP | de: Rheinland-Pfalz | fr: Rhénanie-Palatinat | nl: Rijnland-Palts
DE-TH | en: Thuringia | de: Thüringen | fr: Thuringe | it: Turingia | nl: Thüringen | pl: Turyngia
DE-BW | de: Baden-Württemberg | fr: Bade-Wurtemberg | pl: Badenia-Wirtembergia
DE-SH | de: Schleswig-Holstein
DE-BB | de: Brandenburg | fr: Brandebourg | es: Brandeburgo | pl: Brandenburgia
DE-SL | de: Saarland | fr: Sarre
IT-25 | it: Lombardia | en: Lombardy | de: Lombardei | fr: Lombardie | nl: Lombardije
IT-82 | it: Sicilia | en: Sicily | de: Sizilien | fr: Sicile | nl: Sicilië | pl: Sycylia | ru: Сицилия
IT-88 | it: Sardegna | en: Sardinia | de: Sardinien | fr: Sardaigne | es: Cerdeña | pt: Sardenha | nl: Sardinië | pl: Sardynia | ru: Сардиния
IT-52 | it: Toscana | en: Tuscany | de: Toskana | fr: Toscane | nl: Toscane | pl: Toskania
IT-21 | it: Piemonte | en: Piedmont | de: Piemont | fr: Piémont | es: Piamonte | pl: Piemont
IT-34 | it: Veneto | en: Veneto | de: Venetien | fr: Vénétie
IT-72 | it: Campania | en: Campania | de: Kampanien | fr: Campanie
IT-75 | it: Puglia | en: Apulia | de: Apulien | fr: Pouilles | es: Apulia
IT-78 | it: Calabria | en: Calabria | de: Kalabrien | fr: Calabre
IT-62 | it: Lazio | en: Lazio | de: Latium | fr: Latium
IT-42 | it: Liguria | en: Liguria | de: Ligurien | fr: Ligurie
IT-57 | it: Marche | en: Marche | de: Marken
IT-55 | it: Umbria | en: Umbria | de: Umbrien | fr: Ombrie
IT-65 | it: Abruzzo | en: Abruzzo | de: Abruzzen | fr: Abruzzes
IT-77 | it: Basilicata | en: Basilicata
IT-67 | it: Molise | en: Molise
IT-36 | it: Friuli-Venezia Giulia; Friuli Venezia Giulia; Friuli | en: Friuli-Venezia Giulia | de: Friaul-Julisch Venetien; Friaul
IT-45 | it: Emilia-Romagna; Emilia Romagna | en: Emilia-Romagna
IT-32 | it: Trentino-Alto Adige; Trentino Alto Adige | en: Trentino-Alto Adige | de: Trentino-Südtirol
IT-23 | it: Valle d'Aosta; Val d'Aosta | en: Aosta Valley | de: Aostatal | fr: Vallée d'Aoste
FR-BRE | fr: Bretagne | en: Brittany | de: Bretagne | es: Bretaña | it: Bretagna | nl: Bretagne | pt: Bretanha | pl: Bretania | ru: Бретань
FR-NOR | fr: Normandie | en: Normandy | de: Normandie | es: Normandía | it: Normandia | pt: Normandia | nl: Normandië | pl: Normandia | ru: Нормандия
FR-20R | fr: Corse | en: Corsica | de: Korsika | es: Córcega | it: Corsica | pt: Córsega | nl: Corsica | pl: Korsyka | ru: Корсика
FR-IDF | fr: Île-de-France; Ile-de-France | en: Île-de-France | es: Isla de Francia
FR-OCC | fr: Occitanie | en: Occitania | de: Okzitanien
FR-NAQ | fr: Nouvelle-Aquitaine | en: Nouvelle-Aquitaine
FR-ARA | fr: Auvergne-Rhône-Alpes | en: Auvergne-Rhône-Alpes
FR-PAC | fr: Provence-Alpes-Côte d'Azur; PACA | en: Provence-Alpes-Côte d'Azur
FR-GES | fr: Grand Est | en: Grand Est
FR-HDF | fr: Hauts-de-France | en: Hauts-de-France
FR-BFC | fr: Bourgogne-Franche-Comté | en: Bourgogne-Franche-Comté
FR-PDL | fr: Pays de la Loire | en: Pays de la Loire
ES-CT | es: Cataluña | ca: Catalunya | en: Catalonia | de: Katalonien | fr: Catalogne | it: Catalogna | pt: Catalunha | nl: Catalonië | pl: Katalonia | ru: Каталония | zh: 加泰罗尼亚
ES-AN | es: Andalucía | en: Andalusia | de: Andalusien | fr: Andalousie | it: Andalusia | pt: Andaluzia | nl: Andalusië | pl: Andaluzja | ru: Андалусия
ES-GA | es: Galicia | en: Galicia | de: Galicien | fr: Galice | pt: Galiza
ES-PV | es: País Vasco; Euskadi | en: Basque Country | de: Baskenland | fr: Pays basque | it: Paesi Baschi | pt: País Basco | nl: Baskenland | ru: Страна Басков
ES-AR | es: Aragón | en: Aragon | de: Aragonien
ES-AS | es: Asturias; Principado de Asturias | en: Asturias | de: Asturien
ES-CB | es: Cantabria | en: Cantabria | de: Kantabrien
ES-CL | es: Castilla y León | en: Castile and León | de: Kastilien und León
ES-CM | es: Castilla-La Mancha | en: Castilla-La Mancha
ES-EX | es: Extremadura | en: Extremadura
ES-NC | es: Navarra | en: Navarre | fr: Navarre
ES-CN | es: Canarias; Islas Canarias | en: Canary Islands | de: Kanaren; Kanarische Inseln | fr: îles Canaries; Canaries | it: Canarie; isole Canarie | pl: Wyspy Kanaryjskie
ES-IB | es: Baleares; Islas Baleares | en: Balearic Islands | de: Balearen
BE-VLG | nl: Vlaanderen | en: Flanders | de: Flandern | fr: Flandre | es: Flandes | it: Fiandre | pl: Flandria | ru: Фландрия
BE-WAL | nl: Wallonië | en: Wallonia | de: Wallonien | fr: Wallonie | pl: Walonia
AT-7 | de: Tirol | en: Tyrol | it: Tirolo | fr: Tyrol
AT-2 | de: Kärnten | en: Carinthia
AT-6 | de: Steiermark | en: Styria
AT-3 | de: Niederösterreich | en: Lower Austria
AT-4 | de: Oberösterreich | en: Upper Austria
AT-1 | de: Burgenland | en: Burgenland
AT-8 | de: Vorarlberg | en: Vorarlberg
NL-NB | nl: Noord-Brabant | en: North Brabant
NL-NH | nl: Noord-Holland | en: North Holland
NL-ZH | nl: Zuid-Holland | en: South Holland
NL-GE | nl: Gelderland | en: Gelderland
NL-LI | nl: Limburg | en: Limburg
NL-FR | nl: Friesland; Fryslân | en: Friesland
NL-OV | nl: Overijssel | en: Overijssel
NL-ZE | nl: Zeeland | en: Zeeland
NL-DR | nl: Drenthe | en: Drenthe
PL-14 | pl: Mazowsze; województwo mazowieckie | en: Masovia
PL-12 | pl: Małopolska | en: Lesser Poland
PL-30 | pl: Wielkopolska | en: Greater Poland
PK-PB | en: Punjab
PK-SD | en: Sindh
PK-KP | en: Khyber Pakhtunkhwa
PK-BA | en: Balochistan; Baluchistan | de: Belutschistan
TR-34 | en: Istanbul Province
NG-BO | en: Borno; Borno State
NG-LA | en: Lagos State
NG-RI | en: Rivers State
NG-KN | en: Kano State
NG-KD | en: Kaduna State
MX-CHP | en: Chiapas | es: Chiapas
MX-JAL | en: Jalisco | es: Jalisco
MX-SIN | en: Sinaloa | es: Sinaloa
MX-MIC | en: Michoacán | es: Michoacán
MX-SON | es: Sonora
MX-TAM | en: Tamaulipas | es: Tamaulipas
MX-GRO | es: Guerrero
ID-AC | en: Aceh | id: Aceh
ID-BA | en: Bali | id: Bali
JP-01 | en: Hokkaido | ja: 北海道
JP-47 | en: Okinawa | ja: 沖縄; 沖縄県
JP-07 | en: Fukushima Prefecture | ja: 福島県
"""

_CITIES = """
5128581 | mul: New York; NYC; New York City | pt: Nova York; Nova Iorque | es: Nueva York | ru: Нью-Йорк | zh: 纽约; 紐約
5368361 | mul: Los Angeles | en: LA; L.A.
4140963 | mul: Washington | en: D.C.; Washington D.C.; Washington DC; Washington, D.C. | es: Washington D.C. | fr: Washington D.C. | de: Washington D.C. | zh: 华盛顿; 華盛頓
2925533 | mul: Frankfurt; Frankfurt am Main
703448 | mul: Kyiv; Kiev | de: Kiew; Kyjiw | ru: Киев | fr: Kyiv; Kiev
745044 | en: Constantinople | de: Konstantinopel | fr: Constantinople | es: Constantinopla | it: Costantinopoli | pt: Constantinopla | nl: Constantinopel | pl: Konstantynopol | ru: Константинополь
1275339 | mul: Mumbai; Bombay
1816670 | mul: Beijing; Peking | zh: 北京; 北京市
498817 | mul: St. Petersburg; Saint Petersburg | ru: Санкт-Петербург; Петербург; Питер | de: Sankt Petersburg
1796236 | zh: 上海; 上海市
1835848 | zh: 首尔; 首爾; 汉城 | ja: ソウル | ko: 서울; 서울시
1871859 | zh: 平壤 | ja: 平壌; ピョンヤン | ko: 평양
1850147 | zh: 东京; 東京 | ja: 東京; 東京都
281184 | en: Jerusalem | he: ירושלים
293397 | mul: Tel Aviv | he: תל אביב; תל-אביב
"""
_AREAS = """
Q483134 | en: Korean Peninsula; Korean peninsula | de: Koreanische Halbinsel; koreanische Halbinsel; koreanischen Halbinsel | fr: péninsule coréenne; Péninsule coréenne | es: península de Corea; península coreana | it: penisola coreana | pt: Península Coreana; península coreana; península da Coreia | nl: Koreaanse schiereiland | pl: Półwysep Koreański | ru: Корейский полуостров | zh: 朝鲜半岛; 朝鮮半島 | ja: 朝鮮半島 | ko: 한반도
Q7204 | en: Middle East; Mideast | de: Nahost; Naher Osten; Nahen Osten; Mittlerer Osten; Mittleren Osten | fr: Moyen-Orient; Proche-Orient | es: Oriente Medio; Oriente Próximo | it: Medio Oriente | pt: Oriente Médio; Médio Oriente | nl: Midden-Oosten | pl: Bliski Wschód | ru: Ближний Восток | zh: 中东; 中東 | ar: الشرق الأوسط | sv: Mellanöstern | nb: Midtøsten | fi: Lähi-itä | hu: Közel-Kelet | ro: Orientul Mijlociu | he: המזרח התיכון
Q23522 | en: Balkans | de: Balkan | fr: Balkans | es: Balcanes | it: Balcani | pt: Bálcãs; Balcãs | nl: Balkan | pl: Bałkany | ru: Балканы | sv: Balkan | fi: Balkan | hu: Balkán
Q39760 | en: Gaza Strip | de: Gazastreifen | fr: bande de Gaza; Bande de Gaza | es: Franja de Gaza; franja de Gaza | it: Striscia di Gaza; striscia di Gaza | pt: Faixa de Gaza; faixa de Gaza | nl: Gazastrook | pl: Strefa Gazy | ru: сектор Газа; Сектор Газа | zh: 加沙地带 | ar: قطاع غزة | sv: Gazaremsan | nb: Gazastripen
Q36678 | en: West Bank | de: Westjordanland | fr: Cisjordanie | es: Cisjordania | it: Cisgiordania | pt: Cisjordânia | nl: Westelijke Jordaanoever; Westoever | pl: Zachodni Brzeg | ru: Западный берег | zh: 约旦河西岸 | ar: الضفة الغربية | sv: Västbanken | nb: Vestbredden
Q83210 | en: Golan Heights; Golan | de: Golanhöhen | fr: Golan; plateau du Golan | es: Altos del Golán; Golán | it: Golan; alture del Golan | pt: Golã; Colinas de Golã | nl: Golanhoogten | ru: Голанские высоты
Q7835 | en: Crimea | de: Krim | fr: Crimée | es: Crimea | it: Crimea | pt: Crimeia | nl: Krim | pl: Krym | ru: Крым | uk: Крим | zh: 克里米亚 | sv: Krim | nb: Krim | fi: Krim | hu: Krím | ro: Crimeea | cs: Krym
Q18869 | en: Caucasus | de: Kaukasus | fr: Caucase | es: Cáucaso | it: Caucaso | pt: Cáucaso | nl: Kaukasus | pl: Kaukaz | ru: Кавказ | sv: Kaukasus
Q5428 | en: Siberia | de: Sibirien | fr: Sibérie | es: Siberia | it: Siberia | pt: Sibéria | nl: Siberië | pl: Syberia | ru: Сибирь | sv: Sibirien | fi: Siperia
Q21195 | en: Scandinavia | de: Skandinavien | fr: Scandinavie | es: Escandinavia | it: Scandinavia | pt: Escandinávia | nl: Scandinavië | pl: Skandynawia | ru: Скандинавия | sv: Skandinavien | nb: Skandinavia
Q41470 | en: Kurdistan | de: Kurdistan | fr: Kurdistan | es: Kurdistán | it: Kurdistan | pt: Curdistão | nl: Koerdistan | pl: Kurdystan | ru: Курдистан | ar: كردستان
Q43100 | en: Kashmir | de: Kaschmir | fr: Cachemire | es: Cachemira | it: Kashmir | pt: Caxemira | nl: Kasjmir | pl: Kaszmir | ru: Кашмир
Q6583 | en: Sahara | de: Sahara | fr: Sahara | es: Sáhara; Sahara | it: Sahara | pt: Saara | nl: Sahara | pl: Sahara | ru: Сахара
Q4918 | en: Mediterranean Sea; Mediterranean | de: Mittelmeer | fr: Méditerranée; mer Méditerranée | es: Mediterráneo; mar Mediterráneo | it: Mediterraneo; Mar Mediterraneo; mar Mediterraneo | pt: Mediterrâneo; mar Mediterrâneo | nl: Middellandse Zee | pl: Morze Śródziemne | ru: Средиземное море | sv: Medelhavet | nb: Middelhavet | fi: Välimeri | hu: Földközi-tenger
Q166 | en: Black Sea | de: Schwarzes Meer; Schwarze Meer; Schwarzen Meer | fr: mer Noire | es: mar Negro | it: Mar Nero; mar Nero | pt: mar Negro; Mar Negro | nl: Zwarte Zee | pl: Morze Czarne | ru: Чёрное море; Черное море | sv: Svarta havet | ro: Marea Neagră
Q173596 | en: Aral Sea | de: Aralsee; Aralsees | fr: mer d’Aral; mer d'Aral | es: mar de Aral | it: Lago d'Aral; lago d'Aral | pt: mar de Aral; Mar de Aral | nl: Aralmeer | pl: Jezioro Aralskie | ru: Аральское море | zh: 咸海 | ar: بحر آرال
Q545 | en: Baltic Sea | de: Ostsee | fr: mer Baltique | es: mar Báltico | it: Mar Baltico; mar Baltico | pt: mar Báltico | nl: Oostzee | pl: Morze Bałtyckie; Bałtyk | ru: Балтийское море | sv: Östersjön | nb: Østersjøen | fi: Itämeri
Q1693 | en: North Sea | de: Nordsee | fr: mer du Nord | es: mar del Norte | it: Mare del Nord | pt: mar do Norte | nl: Noordzee | pl: Morze Północne | ru: Северное море | sv: Nordsjön | nb: Nordsjøen
Q23406 | en: Red Sea | de: Rotes Meer; Rote Meer; Roten Meer | fr: mer Rouge | es: mar Rojo | it: Mar Rosso; mar Rosso | pt: mar Vermelho; Mar Vermelho | nl: Rode Zee | pl: Morze Czerwone | ru: Красное море | ar: البحر الأحمر
Q97 | en: Atlantic Ocean; Atlantic | de: Atlantik; Atlantischer Ozean | fr: Atlantique; océan Atlantique | es: Atlántico; océano Atlántico | it: Atlantico; Oceano Atlantico; oceano Atlantico | pt: Atlântico; oceano Atlântico; Oceano Atlântico | nl: Atlantische Oceaan | pl: Atlantyk; Ocean Atlantycki | ru: Атлантический океан; Атлантика | sv: Atlanten | nb: Atlanterhavet
Q98 | en: Pacific Ocean; Pacific | de: Pazifik; Pazifischer Ozean | fr: Pacifique; océan Pacifique | es: Pacífico; océano Pacífico | it: Pacifico; Oceano Pacifico; oceano Pacifico | pt: Pacífico; oceano Pacífico; Oceano Pacífico | nl: Stille Oceaan; Grote Oceaan | pl: Pacyfik; Ocean Spokojny | ru: Тихий океан | sv: Stilla havet
Q1239 | en: Indian Ocean | de: Indischer Ozean; Indischen Ozean | fr: océan Indien | es: océano Índico; Índico | it: Oceano Indiano; oceano Indiano | pt: oceano Índico; Oceano Índico; Índico | nl: Indische Oceaan | pl: Ocean Indyjski | ru: Индийский океан
Q34675 | en: Persian Gulf | de: Persischer Golf; Persischen Golf | fr: golfe Persique | es: golfo Pérsico; Golfo Pérsico | it: Golfo Persico; golfo Persico | pt: Golfo Pérsico; golfo Pérsico | nl: Perzische Golf | pl: Zatoka Perska | ru: Персидский залив | he: המפרץ הפרסי
Q37660 | en: South China Sea | de: Südchinesisches Meer; Südchinesischen Meer | fr: mer de Chine méridionale | zh: 南海 | ru: Южно-Китайское море
Q1653 | en: Danube | de: Donau | fr: Danube | es: Danubio | it: Danubio | pt: Danúbio | nl: Donau | pl: Dunaj | ru: Дунай | hu: Duna | ro: Dunărea | sr: Дунав | hr: Dunav
Q584 | en: Rhine | de: Rhein | fr: Rhin | es: Rin | it: Reno | pt: Reno | nl: Rijn | pl: Ren | ru: Рейн
Q626 | en: Volga | de: Wolga | fr: Volga | es: Volga | it: Volga | pt: Volga | nl: Wolga | pl: Wołga | ru: Волга
Q3392 | en: Nile | de: Nil | fr: Nil | es: Nilo | it: Nilo | pt: Nilo | nl: Nijl | pl: Nil | ru: Нил | ar: النيل
Q1644 | de: Elbe | en: Elbe | pl: Łaba | cs: Labe | ru: Эльба
Q548 | pl: Wisła | en: Vistula | de: Weichsel | ru: Висла
Q1286 | en: Alps | de: Alpen | fr: Alpes | es: Alpes | it: Alpi | pt: Alpes | nl: Alpen | pl: Alpy | ru: Альпы | sv: Alperna | nb: Alpene | hu: Alpok
Q5451 | en: Himalayas; Himalaya | de: Himalaya; Himalaja | fr: Himalaya | es: Himalaya | it: Himalaya | pt: Himalaia | nl: Himalaya | pl: Himalaje | ru: Гималаи
Q5456 | en: Andes | de: Anden | fr: Andes | es: Andes | it: Ande | pt: Andes | nl: Andes | pl: Andy | ru: Анды
Q1288 | en: Carpathians | de: Karpaten | fr: Carpates | es: Cárpatos | it: Carpazi | pt: Cárpatos | nl: Karpaten | pl: Karpaty | ru: Карпаты | ro: Carpați
Q12431 | en: Pyrenees | de: Pyrenäen | fr: Pyrénées | es: Pirineos | it: Pirenei | pt: Pirenéus | nl: Pyreneeën | pl: Pireneje | ru: Пиренеи
"""
CLDR_AREAS = {
    "002": "Q15", "142": "Q48", "150": "Q46", "003": "Q49", "005": "Q18", "009": "Q55643", "019": "Q828", "419": "Q12585",
    "013": "Q27611", "029": "Q664609", "151": "Q27468", "155": "Q27496", "154": "Q27479", "039": "Q27449", "143": "Q27275",
    "035": "Q11708", "030": "Q27231", "034": "Q771405", "145": "Q27293", "011": "Q4412", "014": "Q27407", "015": "Q27381",
    "018": "Q27394", "061": "Q35942", "054": "Q37394",
}  # fmt: skip
"""Continents and their parts (UN M49) whose names people write -> Wikidata."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A building that stands for a government, with names by language."""

    wikidata_id: str
    country_code: str
    latitude: float
    longitude: float
    names: dict[str, tuple[str, ...]]


SEATS = (
    Seat("Q35525", "US", 38.8977, -77.0365, {"en": ("White House",), "de": ("Weißes Haus", "Weiße Haus"), "fr": ("Maison-Blanche", "Maison Blanche"), "es": ("Casa Blanca",), "it": ("Casa Bianca",), "pt": ("Casa Branca",), "nl": ("Witte Huis",), "pl": ("Biały Dom",), "ru": ("Белый дом",), "zh": ("白宫", "白宮"), "ar": ("البيت الأبيض",)}),
    Seat("Q133274", "RU", 55.7517, 37.6178, {"en": ("Kremlin", "Moscow Kremlin"), "de": ("Kreml",), "fr": ("Kremlin",), "es": ("Kremlin",), "it": ("Cremlino",), "pt": ("Kremlin",), "nl": ("Kremlin",), "pl": ("Kreml",), "ru": ("Кремль",), "uk": ("Кремль",), "zh": ("克里姆林宫",), "ar": ("الكرملين",)}),
    Seat("Q192687", "GB", 51.5032, -0.1270, {"en": ("Downing Street", "10 Downing Street", "No 10 Downing Street"), "de": ("Downing Street",), "fr": ("Downing Street",)}),
    Seat("Q188190", "FR", 48.8704, 2.3167, {"en": ("Élysée Palace", "Elysee Palace", "Élysée"), "fr": ("Élysée", "Elysée", "palais de l'Élysée"), "de": ("Élysée-Palast",), "ru": ("Елисейский дворец",)}),
)  # fmt: skip

_DEMONYMS_EN = """
US: American Americans; GB: British Briton Britons Brit Brits; FR: French Frenchman Frenchmen Frenchwoman; DE: German Germans
IE: Irish Irishman Irishmen Irishwoman; NL: Dutch Dutchman Dutchmen; ES: Spanish Spaniard Spaniards; SE: Swedish Swede Swedes
DK: Danish Dane Danes; FI: Finnish Finn Finns; PL: Polish Pole Poles; TR: Turkish Turk Turks; AR: Argentine Argentines Argentinian Argentinians
AF: Afghan Afghans Afghani Afghanis; PH: Filipino Filipinos Filipina Philippine; KZ: Kazakh Kazakhs Kazakhstani; UZ: Uzbek Uzbeks Uzbekistani
TM: Turkmen; TJ: Tajik Tajiks; KG: Kyrgyz; KP: North_Korean North_Koreans; KR: South_Korean South_Koreans; SK: Slovak Slovaks Slovakian
SI: Slovene Slovenes Slovenian Slovenians; RS: Serbian Serb Serbs Serbians; HR: Croatian Croat Croats Croatians; BA: Bosnian Bosnians
ME: Montenegrin Montenegrins; MK: Macedonian Macedonians; XK: Kosovar Kosovars Kosovan; CZ: Czech Czechs; HU: Hungarian Hungarians
CH: Swiss; IS: Icelandic Icelander Icelanders; SA: Saudi Saudis Saudi_Arabian; AE: Emirati Emiratis; QA: Qatari Qataris; KW: Kuwaiti Kuwaitis
BH: Bahraini Bahrainis; OM: Omani Omanis; YE: Yemeni Yemenis; IQ: Iraqi Iraqis; IL: Israeli Israelis; PS: Palestinian Palestinians
PK: Pakistani Pakistanis; BD: Bangladeshi Bangladeshis; NP: Nepali Nepalis Nepalese; LK: Sri_Lankan Sri_Lankans; MM: Burmese Myanmarese
NZ: New_Zealander New_Zealanders Kiwi Kiwis; AU: Australian Australians Aussie Aussies; ZA: South_African South_Africans; ZW: Zimbabwean Zimbabweans
CD: Congolese; SD: Sudanese; SS: South_Sudanese; SO: Somali Somalis Somalian; ET: Ethiopian Ethiopians; CI: Ivorian Ivorians; NE: Nigerien Nigeriens
NG: Nigerian Nigerians; GH: Ghanaian Ghanaians; BF: Burkinabe; ML: Malian Malians; MG: Malagasy; LS: Basotho; BW: Botswanan Batswana
TW: Taiwanese; HK: Hongkonger Hongkongers; VN: Vietnamese; TH: Thai Thais; LA: Lao Laotian Laotians; MY: Malaysian Malaysians
IN: Indian Indians; RU: Russian Russians; UA: Ukrainian Ukrainians; BY: Belarusian Belarusians Belarussian; GE: Georgian Georgians
PR: Puerto_Rican Puerto_Ricans; DO: Dominican Dominicans; SV: Salvadoran Salvadorans; TT: Trinidadian Trinidadians; HT: Haitian Haitians
UG: Ugandan Ugandans; ZM: Zambian Zambians; TN: Tunisian Tunisians; UY: Uruguayan Uruguayans; VE: Venezuelan Venezuelans; VU: ni-Vanuatu
TL: Timorese; PG: Papua_New_Guinean Papua_New_Guineans; GL: Greenlander Greenlanders Greenlandic; FO: Faroese; CY: Cypriot Cypriots
"""
_DEMONYMS_OTHER = {
    "fr": "US: américain étatsunien; GB: britannique; RU: russe; CN: chinois; DE: allemand; FR: français; ES: espagnol; IT: italien; UA: ukrainien; KP: nord-coréen; KR: sud-coréen; JP: japonais; TR: turc; GR: grec; PL: polonais; IL: israélien; PS: palestinien; IR: iranien; IQ: irakien; SY: syrien; MA: marocain; DZ: algérien; TN: tunisien; BE: belge; CH: suisse; CA: canadien; BR: brésilien; IN: indien; EG: égyptien; SA: saoudien; AF: afghan; NL: néerlandais; PT: portugais; SE: suédois; ML: malien; NE: nigérien; NG: nigérian; SN: sénégalais; CI: ivoirien",
    "de": "US: amerikanisch Amerikaner US-Amerikaner; GB: britisch Brite Briten; RU: russisch Russe Russen; CN: chinesisch Chinese Chinesen; DE: deutsch Deutsche Deutschen; FR: französisch Franzose Franzosen; ES: spanisch Spanier; IT: italienisch Italiener; UA: ukrainisch Ukrainer; KP: nordkoreanisch Nordkoreaner; KR: südkoreanisch Südkoreaner; JP: japanisch Japaner; TR: türkisch Türke Türken; GR: griechisch Grieche Griechen; PL: polnisch Pole Polen; IL: israelisch Israeli Israelis; PS: palästinensisch Palästinenser; IR: iranisch Iraner; IQ: irakisch Iraker; SY: syrisch Syrer; AT: österreichisch Österreicher; CH: schweizerisch Schweizer; NL: niederländisch Niederländer; SE: schwedisch Schwede Schweden; EG: ägyptisch Ägypter; SA: saudisch; AF: afghanisch Afghane Afghanen; IN: indisch Inder; BR: brasilianisch Brasilianer",
    "es": "US: estadounidense norteamericano; GB: británico; RU: ruso; CN: chino; DE: alemán; FR: francés; ES: español; IT: italiano; UA: ucraniano; KP: norcoreano; KR: surcoreano; JP: japonés; TR: turco; MX: mexicano; AR: argentino; CO: colombiano; VE: venezolano; CU: cubano; CL: chileno; PE: peruano; BR: brasileño; IL: israelí; PS: palestino; IR: iraní; SY: sirio; MA: marroquí",
    "pt": "US: americano norte-americano estadunidense; GB: britânico; RU: russo; CN: chinês; DE: alemão; FR: francês; ES: espanhol; IT: italiano; UA: ucraniano; KP: norte-coreano; KR: sul-coreano; JP: japonês; PT: português; BR: brasileiro; AR: argentino; VE: venezuelano; AO: angolano; MZ: moçambicano",
    "it": "US: americano statunitense; GB: britannico; RU: russo; CN: cinese; DE: tedesco; FR: francese; ES: spagnolo; IT: italiano; UA: ucraino; KP: nordcoreano; KR: sudcoreano; JP: giapponese; TR: turco; LY: libico; TN: tunisino; EG: egiziano; IL: israeliano; PS: palestinese; IR: iraniano; SY: siriano",
    "nl": "US: Amerikaans Amerikaanse Amerikaan Amerikanen; GB: Brits Britse Brit Britten; RU: Russisch Russische Rus Russen; CN: Chinees Chinese Chinezen; DE: Duits Duitse Duitser Duitsers; FR: Frans Franse Fransman Fransen; NL: Nederlands Nederlandse Nederlander Nederlanders; BE: Belgisch Belgische Belg Belgen; UA: Oekraïens Oekraïense Oekraïner Oekraïners; KP: Noord-Koreaans Noord-Koreaanse; KR: Zuid-Koreaans Zuid-Koreaanse; TR: Turks Turkse Turk Turken; JP: Japans Japanse Japanner Japanners; IT: Italiaans Italiaanse Italiaan Italianen; ES: Spaans Spaanse Spanjaard Spanjaarden",
    "ru": "US: американский американец американцы; GB: британский британец британцы; RU: российский русский россиянин россияне; CN: китайский китаец китайцы; DE: немецкий немец немцы германский; FR: французский француз французы; UA: украинский украинец украинцы; KP: северокорейский; KR: южнокорейский; JP: японский японец японцы; TR: турецкий турок турки; PL: польский поляк поляки; IR: иранский иранец иранцы; SY: сирийский сириец сирийцы",
}
NOT_DEMONYMS = frozenset(["Antiguans", "Bermuda", "I-Kiribati", "Monacan", "Surinamer", "Mosotho"])
SHARED = frozenset(["Indian", "Indians", "Dominican", "Dominicans"])
"""Also of other peoples, but of one state far more often than not in the news: kept."""


def state_names() -> Iterator[tuple[str, str, str]]:
    """Yield language, country code and name."""
    yield from ((language, code, name) for code, language, name in _read(_STATES))


def past_state_names() -> Iterator[tuple[str, str, str]]:
    """Yield place id, language and name of states that are no more."""
    yield from _read(_PAST)


def region_names() -> dict[str, list[tuple[str, str]]]:
    """Give language and name for each ISO 3166-2 code."""
    regions: dict[str, list[tuple[str, str]]] = {}
    for code, language, name in _read(_REGIONS):
        regions.setdefault(code, []).append((language, name))
    return regions


def city_names() -> dict[int, list[tuple[str, str]]]:
    """Give language and name of cities that are called otherwise than GeoNames has it, for each GeoNames id."""
    cities: dict[int, list[tuple[str, str]]] = {}
    for geonames_id, language, name in _read(_CITIES):
        cities.setdefault(int(geonames_id), []).append((language, name))
    return cities


def area_names() -> dict[str, list[tuple[str, str]]]:
    """Give language and name of areas that are no first-level region, for each Wikidata id."""
    areas: dict[str, list[tuple[str, str]]] = {}
    for item, language, name in _read(_AREAS):
        areas.setdefault(item, []).append((language, name))
    return areas


def complete_demonyms(demonyms: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Give demonym -> country code by language: those given, made clean, and our own with their forms."""
    complete: dict[str, dict[str, str]] = {}
    for language, names in demonyms.items():
        complete["nb" if language == "no" else language] = {
            name: code for name, code in names.items() if _is_demonym(name)
        }
    complete["en"] |= {
        f"{name}s": code for name, code in complete["en"].items() if name.endswith("an")
    }
    complete["en"] |= dict(_pairs(_DEMONYMS_EN.replace("\n", ";")))
    for language, text in _DEMONYMS_OTHER.items():
        complete.setdefault(language, {}).update(_pairs(text))
    return complete


def _is_demonym(name: str) -> bool:
    is_word = name.replace(" ", "").replace("-", "").isalpha() and name not in NOT_DEMONYMS
    return is_word and not name.endswith((" Islands", " Island", "land", "Guinea", "Territory"))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield demonym and country code of a table `CODE: name name; CODE: name`."""
    for part in text.split(";"):
        code, _, names = part.partition(":")
        for name in names.split():
            yield name.replace("_", " "), code.strip()


def _read(table: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, language and name of a table `ID | language: name; name | ...`."""
    for line in table.strip().splitlines():
        place, *groups = (part.strip() for part in line.split(" | "))
        for group in groups:
            language, colon, names = group.partition(": ")
            for name in names.split("; ") if colon and len(language) <= 3 else []:  # noqa: PLR2004
                yield place, language, name.strip()
