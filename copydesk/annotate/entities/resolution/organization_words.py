"""Words in names of organisations that tell little: legal forms, kinds, spellings."""

_LEGAL_FORM_WORDS = """
ab afc ag ao as asa bhd bv cf co company corp corporation fc gmbh group holding holdings inc incorporated jsc kg
kgaa kk limited llc llp lp ltd ltda nv oao ojsc ooo oy oyj pao pjsc plc pte pty sa sarl sas se spa srl zao
"""
_COMMON_WORDS = """
allied american associated atlantic british capital central china city continental eagle eastern energy
european express federal financial first general global great imperial india industrial international
investment japan london media metropolitan national new news northern oil pacific people premier press public
royal russian southern standard star state sun times trust union united universal us western world
"""
_GENERIC_WORDS = """
academy agency air airlines army assembly association authority bank board bureau center centre church
club college commission committee community conference congress council county court democratic
department district economic education environmental family force foreign foundation fund government
health high home house human institute justice labor labour league liberal ministry museum navy office
organisation organization parliament party peoples police republican research school senate service
social society supreme team university war white women youth
"""
_DESCRIPTOR_WORDS = """
aerospace agency airlines airways association bancorp bank board brothers bureau center centre channel
club college commission committee construction council department electric energy financial foods
foundation gas industries institute institution insurance international logistics magazine marine mining
ministry motor motors museum network news newspaper oil organisation organization partners party
petroleum pharma pharmaceuticals police publishing railway railways research school securities shipping
society steel stores systems technologies technology telecom university
"""
_FUNCTION_WORDS = "a al and da de del der des di du e et for in la of on the to und y"

LEGAL_FORMS = frozenset(_LEGAL_FORM_WORDS.split())
"""Forms that end names of companies and clubs, and holdings and groups."""
LEADING_FORMS = frozenset(
    {"afc", "cf", "fc", "jsc", "oao", "ojsc", "ooo", "pao", "pjsc", "pt", "zao"}
)
"""Those that begin names."""
COMMON_WORDS = frozenset(_COMMON_WORDS.split())
"""Words that, once a legal form is off, are left of many organisations (News Corp, First Group)."""
GENERIC_WORDS = COMMON_WORDS | frozenset(_GENERIC_WORDS.split())
"""Words that name no organisation alone, nor begin just one."""
DESCRIPTORS = LEGAL_FORMS | frozenset(_DESCRIPTOR_WORDS.split())
"""Words that tell what an organisation is, and are left out when it is named again."""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that most acronyms leave out."""
MINISTRIES = frozenset({"department", "ministry"})
"""What stands before or behind the same words: Department of Justice, Justice Department."""
RESPELT_WORDS = {
    "and": "",
    "centre": "center",
    "defence": "defense",
    "dept": "department",
    "for": "",
    "intl": "international",
    "of": "",
    "organisation": "organization",
    "programme": "program",
    "the": "",
    "univ": "university",
}
"""Words with two spellings, and words that are left out as often as not."""
