"""Light stemming: plurals, tenses and endings come off, nothing that needs a dictionary.

English follows step 1 of Porter (1980) with the final e dropped, Arabic the "light10" affixes of Larkey,
Ballesteros and Connell (2007); the others only lose their commonest endings (Savoy 2006: light stemmers).
A stem is a span and a sign that stands in for its last one (0: none).
"""

from typing import Final

from storystream.compiled import compiled
from storystream.text.alphabet import ARABIC, CYRILLIC, HANGUL, LATIN
from storystream.text.signs import Points

PLAIN_FAMILY, ENGLISH, ROMANCE, GERMANIC, ARABIC_FAMILY = range(5)

FAMILY: Final = {
    "en": ENGLISH,
    "zh": ENGLISH,  # Latin words inside Chinese, Japanese and Korean text are English ones or names
    "ja": ENGLISH,
    "ko": ENGLISH,
    "fr": ROMANCE,
    "es": ROMANCE,
    "it": ROMANCE,
    "pt": ROMANCE,
    "de": GERMANIC,
    "nl": GERMANIC,
    "ar": ARABIC_FAMILY,
}

_A, _C, _D, _E, _G, _H, _I, _L, _M, _N, _O, _R, _S, _U, _X, _Y, _Z = (
    ord(sign) for sign in "acdeghilmnorsuxyz"
)
_RUSSIAN_ENDINGS: Final = tuple(ord(sign) for sign in "аеиоуыэюяйьхмв")
_ALEF, _LAM, _WAW, _TEH, _YEH, _NOON, _HEH = (ord(sign) for sign in "الوتينه")
_ONE_PARTICLE: Final = tuple(ord(sign) for sign in "은는이가을를에의도로와과")
_TWO_PARTICLE: Final = tuple(
    (ord(pair[0]), ord(pair[1])) for pair in ("에서", "으로", "까지", "부터", "에게", "이다")
)


@compiled
def is_vowel(sign: int) -> bool:
    """Whether a Latin letter is a vowel (y counts)."""
    return sign in (_A, _E, _I, _O, _U, _Y)


@compiled
def has_vowel(points: Points, start: int, end: int) -> bool:
    """Whether some letter of the span is a vowel."""
    found = False
    for place in range(start, end):
        found = found or is_vowel(int(points[place]))
    return found


@compiled
def without_plural(points: Points, start: int, end: int) -> int:
    """The end of an English word without its plural or third-person s."""
    if end - start < 4 or int(points[end - 1]) != _S:
        return end
    before = int(points[end - 2])
    if before in (_S, _U, _I):
        return end
    if before == _E:
        third = int(points[end - 3])
        if third in (_S, _X, _Z, _H, _I):
            return end - 2
    return end - 1


@compiled
def without_tense(points: Points, start: int, end: int) -> int:
    """The end of an English word without -ing or -ed, and without the doubled consonant that they bring."""
    stop = end
    if (
        end - start > 5
        and int(points[end - 1]) == _G
        and int(points[end - 2]) == _N
        and int(points[end - 3]) == _I
    ):
        stop = end - 3
    elif (
        end - start > 4 and int(points[end - 1]) == _D and int(points[end - 2]) == _E != int(points[end - 3])
    ):
        stop = end - 2
    if stop == end or not has_vowel(points, start, stop):
        return end
    last = int(points[stop - 1])
    doubled = stop - start > 3 and last == int(points[stop - 2]) and not is_vowel(last)
    if doubled and last != _L and last != _S and last != _Z:
        return stop - 1
    return stop


@compiled
def english(points: Points, start: int, end: int) -> tuple[int, int]:
    """The stem of an English word: its end, and i in place of a final y after a consonant."""
    if int(points[end - 1]) not in (_S, _G, _D, _E, _Y):
        return end, 0
    stop = without_tense(points, start, without_plural(points, start, end))
    if stop - start > 3 and int(points[stop - 1]) == _E:
        stop -= 1
    if stop - start > 2 and int(points[stop - 1]) == _Y and not is_vowel(int(points[stop - 2])):
        return stop, _I
    return stop, 0


@compiled
def romance(points: Points, start: int, end: int) -> int:
    """The end of a French, Spanish, Italian or Portuguese word without plural and gender."""
    stop = end
    if stop - start > 4 and (int(points[stop - 1]) == _S or int(points[stop - 1]) == _X):
        stop -= 1
    last = int(points[stop - 1])
    if stop - start > 4 and (last in (_A, _E, _I, _O)):
        stop -= 1
    return stop


@compiled
def germanic(points: Points, start: int, end: int) -> int:
    """The end of a German or Dutch word without -s, -en, -er, -em, -e, -n."""
    stop = end
    if stop - start > 4 and int(points[stop - 1]) == _S:
        stop -= 1
    last = int(points[stop - 1])
    if stop - start > 4 and last in (_N, _R, _M) and int(points[stop - 2]) == _E:
        return stop - 2
    if stop - start > 4 and last in (_E, _N):
        return stop - 1
    return stop


@compiled
def cyrillic(points: Points, start: int, end: int) -> int:
    """The end of a Russian word without up to three letters of its case ending."""
    stop = end
    while stop - start > 4 and end - stop < 3:
        sign = int(points[stop - 1])
        ending = False
        for known in _RUSSIAN_ENDINGS:
            ending = ending or sign == known
        if not ending:
            break
        stop -= 1
    return stop


@compiled
def arabic(points: Points, start: int, end: int) -> tuple[int, int]:
    """Start and end of an Arabic word without "and", the article and the commonest endings."""
    begin = start
    if end - begin > 4 and int(points[begin]) == _WAW:
        begin += 1
    if end - begin > 3 and int(points[begin]) == _ALEF and int(points[begin + 1]) == _LAM:
        begin += 2
    stop = end
    if stop - begin > 4:
        last, before = int(points[stop - 1]), int(points[stop - 2])
        plural = last == _TEH and before == _ALEF
        masculine = last == _NOON and (before in (_WAW, _YEH))
        if plural or masculine or (last == _ALEF and before == _HEH):
            stop -= 2
        elif last in (_HEH, _YEH):
            stop -= 1
    return begin, stop


@compiled
def korean(points: Points, start: int, end: int) -> int:
    """The end of a Korean phrase word without its particle."""
    last = int(points[end - 1])
    if end - start > 3:
        before = int(points[end - 2])
        for first, second in _TWO_PARTICLE:
            if before == first and last == second:
                return end - 2
    if end - start > 2:
        for known in _ONE_PARTICLE:
            if last == known:
                return end - 1
    return end


@compiled
def stem(points: Points, start: int, end: int, kind: int, family: int) -> tuple[int, int, int]:
    """Start, end and stand-in for the last sign of a word's stem."""
    if kind == LATIN:
        if family == ENGLISH:
            stop, last = english(points, start, end)
            return start, stop, last
        if family == ROMANCE:
            return start, romance(points, start, end), 0
        if family == GERMANIC:
            return start, germanic(points, start, end), 0
    elif kind == CYRILLIC:
        return start, cyrillic(points, start, end), 0
    elif kind == HANGUL:
        return start, korean(points, start, end), 0
    elif kind == ARABIC and family == ARABIC_FAMILY:
        begin, stop = arabic(points, start, end)
        return begin, stop, 0
    return start, end, 0
