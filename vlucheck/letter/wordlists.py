"""Lists of everyday and office words by which sentences and names are told apart."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations that never end a sentence.
NEVER_LAST = _words(
    "mr mrs ms miss mx dr prof rev revd sgt insp supt ch det cons st no. v vs r hon capt col lt maj gov sr jr "
    "messrs mme e.g i.e eg ie cf viz approx para paras sch art ss reg regs ext tel vol fig"
)

# Abbreviations that a number follows ("No. 5", "para. 3").
NUMBERED = _words("no nos s ss p pp para paras sec art r reg sch c ch vol fig ext cl")

# Abbreviations that end a sentence only where the next word clearly begins one.
PERHAPS_LAST = _words(
    "a.m p.m am pm etc ltd co plc inc llp rd ave jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu "
    "fri sat sun u.k u.s h.m q.c k.c j.p ph.d b.a al ii jnr snr esq"
)

# Words that begin sentences far more often than they follow an abbreviation.
STARTERS = _words(
    "the we you i he she it they this that these those there if when your our my his her their in on at as by for "
    "from to and but so or not no yes please although because after before since while during both all any each "
    "what why how who a an one two three several some most many however also then now thank"
)

# Words that, with a capital, look like a name and are none.
NOT_NAMES = _words(
    "victim victims support service services court crown unit team line street road house lane avenue close drive "
    "police officer act code right review scheme justice department care stage complaint complaints appeals chief "
    "senior magistrates friday monday tuesday wednesday thursday saturday sunday january february march april may "
    "june july august september october november december the this that these those i we you he she it they your "
    "our my his her their in on at if when re dear yours urn ref cps vlu test area nfa vrr sir madam sirs parents "
    "family resident residents team annwyl and or "
    "but not for as of to prosecution prosecutor prosecutors liaison public constable sergeant detective judge "
    "district deputy specialist reviewing city council hospital school centre station helpline foundation trust "
    "university please thank"
)

# Countries and the words for what comes from them, as far as they look like one another: no first names.
NATIONS = _words(
    "africa african africans albania albanian america american americans arab arabs asia asian asians australia "
    "australian austria austrian bangladesh bangladeshi belgian belgium britain british briton britons brits bulgaria "
    "bulgarian china chinese christian christians croatia croatian cyprus cypriot czech denmark danish dutch egypt "
    "egyptian england english eritrea eritrean estonia estonian ethiopia ethiopian europe european europeans finland "
    "finnish france french german germans germany ghana ghanaian greece greek greeks hungarian hungary india indian "
    "indians indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli italian italians italy jamaica "
    "jamaican japan japanese jew jewish jews kashmir kashmiri kenya kenyan korea korean kurd kurdish kurds kuwait "
    "lanka lankan latvia latvian libya libyan lithuania lithuanian malaysia malaysian malta maltese moldova moldovan "
    "morocco moroccan muslim muslims nepal nepalese nepali netherlands nigeria nigerian nigerians norway norwegian "
    "pakistan pakistani pakistanis poland polish poles portugal portuguese romania romanian romanians russia russian "
    "russians rwanda rwandan scotland scots scottish serbia serbian sikh sikhs slovak slovakia somali somalia somalis "
    "spain spanish sudan sudanese swede sweden swedish swiss syria syrian syrians tamil thai thailand tunisia turk "
    "turkey turkish turks uganda ugandan ukraine ukrainian ukrainians venezuela venezuelan vietnam vietnamese wales "
    "welsh yemen yemeni zimbabwe zimbabwean hindu hindus roma tory tories"
)

# The office's own words: one that is nearly but not quite one of these is a slip, not a name.
OFFICE_WORDS = _words(
    "crown prosecution prosecutor prosecutors service victim victims liaison unit officer manager senior chief "
    "deputy district specialist complaint complaints review appeals court magistrates support department "
    "reviewing lawyer private confidential address reference sincerely faithfully telephone street january "
    "february march april august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday coordinator administrator"
)

# Verbs of what is planned or said: a day to come may stand beside them in the past ("the trial was fixed for …").
PLANNING_VERBS = _words(
    "adjourn agree allocate announce arrange ask bail be believe book bring call change choose confirm delay "
    "direct due expect extend fix get give have hold hope inform intend invite keep know list make mean move name "
    "need notify offer order plan postpone promise put rearrange rebook receive relist remand require reschedule "
    "reserve say schedule send set suggest summon suspend tell think want warn write"
)
TELLING_VERBS = _words("agree ask believe expect hope inform know promise say state suggest tell think write")

# Words that do not tell one leaflet or letter from another.
SMALL_WORDS = _words(
    "the a an of and for our your this that with about from to in on copy it them january february march april "
    "may june july august september october november december"
)

# Spellings of one first name, one name a line; those that differ in one letter are found without a list.
SPELLINGS_OF_ONE_NAME = tuple(
    frozenset(line.split())
    for line in (
        "stephen steven",
        "geoffrey jeffrey geoffry",
        "catherine katherine kathryn catharine katharine",
        "graham graeme grahame",
        "stewart stuart",
        "lawrence laurence",
        "mohammed mohammad muhammad mohamed muhammed",
        "philip phillip",
        "isobel isabel isabelle",
        "terence terrance terrence",
        "gillian jillian",
        "jaqueline jacqueline",
        "deborah debra",
        "nicholas nicolas",
        "leigh lee",
        "yusuf youssef yousef",
        "hussain hussein husain",
        "aisha ayesha aysha",
    )
)

# Common family names of people who write them before their first names.
FAMILY_NAMES_FIRST = _words(
    "vu nguyen tran le pham hoang huynh phan vo dang bui do ho ngo duong ly dinh trinh lam mai dao "
    "li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang "
    "deng feng han cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren shen yao "
    "kim park lee choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong "
    "chan wong cheung lau leung ng ho lam yip tse fung chow tam kwok szabo nagy kovacs toth horvath varga"
)
