"""Forms of strong and irregular verbs: who types ``verlassen`` also means ``verließ``.

Only the stem's vowel changes in these verbs, so one line a verb is enough, with prefixes and endings added by rule.
"""

from __future__ import annotations

from tui.library.search.folding import fold

_VERBS = """
back buk|befehl befiehl befahl befohl|beginn begann begonn|beiß biss|berg birg barg borg|berst birst barst borst
bewies beweis|bieg bog|biet bot|bind band bund|bitt bat bet|blas blies|bleib blieb|brat briet
brech brich brach broch|brenn brann|bring brach|denk dach|dresch drisch drosch|dring drang drung|dürf darf durf
empfehl empfiehl empfahl empfohl|erschreck erschrick erschrak erschrock|ess iss aß|fahr fuhr|fall fiel|fang fing
fecht fich foch|find fand fund|flecht flich floch|flieg flog|flieh floh|fließ floss|fress friss fraß|frier fror
gär gor|geb gib gab|geh ging gang|geling gelang gelung|gelt gilt galt golt|genes genas|genieß genoss
gescheh geschieh geschah|gewinn gewann gewonn|gieß goss|gleich glich|gleit glitt|grab grub|greif griff|hab hat
halt hält hielt|häng hing hang|hau hieb|heb hob|heiß hieß|helf hilf half holf|kenn kann|kling klang klung|komm kam
könn kann konn|kriech kroch|lad lud|lass ließ|lauf lief|leid litt|leih lieh|les lies las|lieg lag leg|lüg log
meid mied|mess miss maß|misslingen misslang misslung|mög mag moch|müss muss|nehm nimm nahm nomm|nenn nann
pfeif pfiff|preis pries|quell quill quoll|rat riet|reib rieb|reiß riss|reit ritt|renn rann|riech roch|ring rang rung
rinn rann ronn|ruf rief|sauf soff|saug sog|schaff schuf|scheid schied|schein schien|schelt schilt schalt scholt
schieb schob|schieß schoss|schlaf schlief|schlag schlug|schleich schlich|schleif schliff|schließ schloss
schling schlang schlung|schmeiß schmiss|schmelz schmilz schmolz|schneid schnitt|schreib schrieb|schrei schrie
schreit schritt|schweig schwieg|schwell schwill schwoll|schwimm schwamm schwomm|schwind schwand schwund
schwing schwang schwung|schwör schwor|seh sieh sah|send sand|sing sang sung|sink sank sunk|sinn sann sonn
sitz saß sess|spinn spann sponn|sprech sprich sprach sproch|spring sprang sprung|stech stich stach stoch|steh stand
stehl stiehl stahl stohl|steig stieg|sterb stirb starb storb|stink stank stunk|stoß stieß|streich strich
streit stritt|trag trug|treff triff traf troff|treib trieb|tret tritt trat|trink trank trunk|trüg trog|tu tat tan
verderb verdirb verdarb verdorb|vergess vergiss vergaß|verlier verlor|verzeih verzieh|wachs wuchs|wasch wusch
weich wich|weis wies|wend wand|werb wirb warb worb|werd wird wurd word|werf wirf warf worf|wieg wog|wiss weiß wuss
woll will|zeih zieh|zieh zog|zwing zwang zwung
"""
_PREFIXES = """
ab an auf aus be bei da dar davon durch ein empor ent entgegen er fern fest fort frei gegen gegenüber gut heim her
herab heran herauf heraus herbei herein herum herunter hervor hin hinauf hinaus hinein hinter hinweg hinzu inne klar
kennen los miss mit nach nahe nieder offen preis statt stehen teil tot über überein um unter ver verloren voll vor
voran voraus vorbei vorher vorüber weg weiter wett wider wieder zer zu zufrieden zurecht zurück zusammen zustande
zuvor
"""
_ENDINGS = (
    "",
    "e",
    "en",
    "n",
    "t",
    "et",
    "te",
    "ten",
    "st",
    "end",
    "ende",
    "enden",
    "ene",
    "enen",
    "ener",
    "enes",
    "ner",
)


def _groups() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for verb in _VERBS.replace("\n", "|").split("|"):
        stems = {fold(part) for part in verb.split()}
        for one in stems:
            found.setdefault(one, set()).update(stems)
    return found


_GROUPS = _groups()
_FOLDED_PREFIXES = {"", *(fold(prefix) for prefix in _PREFIXES.split())}


def other_forms(folded: str) -> set[str]:
    """Beginnings of the other forms of a verb; empty for words that are no form of a listed one.

    >>> sorted(other_forms("verlassen"))
    ['vergelass', 'vergeliess', 'verlass', 'verliess']
    """
    found: set[str] = set()
    for ending in _ENDINGS:
        if not folded.endswith(ending):
            continue
        bare = folded[: len(folded) - len(ending)] if ending else folded
        for place in range(len(bare) - 1):
            stems = _GROUPS.get(bare[place:])
            if stems is None:
                continue
            for prefix in {bare[:place], bare[:place].removesuffix("ge"), bare[:place].removesuffix("zu")}:
                if prefix in _FOLDED_PREFIXES:
                    found.update(prefix + middle + one for middle in ("", "ge") for one in stems)
    return found
