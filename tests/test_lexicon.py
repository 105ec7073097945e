"""Lexicons: their forms, and what is refused with file and place."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_stats.errors import ArgumentError, CorpusStatsError, LexiconError
from corpus_stats.lexicon import Actor, Lexicon, Role, Side, Term, pattern_fault, read_lexicon, schema

SEEDS = Path(__file__).parent.parent / "seeds"
ROGUE = Term(("rogue general",), "delegitimising")


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LexiconError) as caught:
        read_lexicon(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(f"{path}: ")
    return message.removeprefix(f"{path}: ")


# ------------------------------------------------------------ TOML


def test_toml_gives_terms_actors_and_where_the_list_came_from(tmp_path):
    text = """
        source = "by hand"
        circular = true
        language = "en"
        [[actor]]
        name = "Khalifa Haftar"
        aliases = ["Haftar"]
        titles = ["General"]
        side = "LNA"
        [[term]]
        term = ["rogue general", "rogue  commander"]
        category = "delegitimising"
        note = "denies rank"
        definition = "d"
        include = "i"
        exclude = "e"
        example = "x"
        [[term]]
        term = "mercenar*"
        category = "war actor"
    """

    assert read_lexicon(written(tmp_path, "a.toml", text)) == Lexicon(
        terms=(
            Term(("rogue general", "rogue commander"), "delegitimising", "denies rank", "d", "i", "e", "x"),
            Term(("mercenar*",), "war actor"),
        ),
        actors=(Actor("Khalifa Haftar", ("Haftar",), ("General",), "LNA"),),
        source="by hand",
        circular=True,
        language="en",
    )


TERM = '[[term]]\nterm = "strongman"\ncategory = "c"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TERM + '[[term]]\nterm = "x"\ncatgory = "c"', "term 2: key 'catgory' is unknown; did you mean 'category'?"),
        ('[[term]]\nterm = "x"', "term 1: key 'category' is missing; write category = ..., text"),
        ('[[terms]]\nterm = "x"', "key 'terms' is unknown; did you mean 'term'?"),
        ('[[term]]\nterm = "x"\ncategory = 7', "term 1: category is 7; it must be text"),
        ('[[term]]\nterm = ["x", 3]\ncategory = "c"', "term 1: term is ['x', 3]; it must be text or a list of texts"),
        ('[[actor]]\nname = "A"\naliases = "B"', "actor 1: aliases is 'B'; it must be a list of texts"),
        ('circular = "yes"', "circular is 'yes'; it must be true or false"),
        (
            '[term]\nterm = "x"\ncategory = "c"',
            "term is {'term': 'x', 'category': 'c'}; it must be tables, each under the heading [[term]]",
        ),
        ("term = [3]", "term 1: 3 is no table; write it under the heading [[term]]"),
        ('[[term]]\nterm = "x\ny"', "no valid TOML: illegal character '\\n' (at line 2, column 10)"),
        ("", "no term and no actor is in it; write at least one"),
    ],
)
def test_toml_that_is_no_lexicon_is_refused_with_its_place(tmp_path, text, message):
    assert refusal(written(tmp_path, "a.toml", text)) == message


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ('""', "the term is empty; write a word or a phrase"),
        ("[]", "the list of alternatives is empty; write at least one"),
        ('["x", " "]', "the term is empty; write a word or a phrase"),
        ('"*"', "'*' in '*' matches every word; write how the word begins, as in 'mercenar*'"),
        ('"rogue *"', "'*' in 'rogue *' matches every word; write how the word begins, as in 'mercenar*'"),
        ('"-*"', "'-*' in '-*' matches every word; write how the word begins, as in 'mercenar*'"),
        ('"merc*aries"', "'*' in 'merc*aries' is not at the end of a word; leave only an end open, as in 'mercenar*'"),
        ('"*ing"', "'*' in '*ing' is not at the end of a word; leave only an end open, as in 'mercenar*'"),
        ('"merc**"', "'*' in 'merc**' is not at the end of a word; leave only an end open, as in 'mercenar*'"),
        ('"!!!"', "'!!!' has no word that can be matched; write at least one letter or digit"),
        ('"a\\u0000b"', "'a\\x00b' holds the control character U+0000; remove it"),
    ],
)
def test_a_term_that_cannot_be_matched_is_refused(tmp_path, term, message):
    path = written(tmp_path, "a.toml", f'{TERM}[[term]]\nterm = {term}\ncategory = "c"')

    assert refusal(path) == f"term 2: {message}"


@pytest.mark.parametrize(
    "twin", ["strongman", "Strongman", "STRONGMAN", " strongman ", "“strongman”", "strong\u00adman"]
)
def test_a_term_listed_twice_is_refused_however_it_is_spelt(twin):
    with pytest.raises(LexiconError) as caught:
        Lexicon((Term(("strongman",), "c"), Term((twin,), "c")))

    assert str(caught.value) == f"term 2: {twin.strip()!r} stands already in term 1; a term is listed once"


def test_an_alternative_listed_twice_in_its_own_term_is_refused():
    with pytest.raises(LexiconError, match=r"^term 1: 'B' stands twice in it; a term is listed once$"):
        Lexicon((Term(("b", "B"), "c"),))


def test_a_term_in_two_categories_is_refused_with_both():
    message = "term 2: 'us allies' is in category 'b' here and in 'a' in term 1; a term has one category"

    with pytest.raises(LexiconError, match=f"^{re.escape(message)}$"):
        Lexicon((Term(("us allies",), "a"), Term(("us allies",), "b")))


def test_a_short_acronym_and_the_word_in_lower_case_are_two_terms():
    assert len(Lexicon((Term(("US",), "state"), Term(("us",), "pronoun"))).terms) == 2


def test_a_term_without_category_is_refused():
    with pytest.raises(LexiconError, match=r"^term 1: the category is empty; write its name$"):
        Lexicon((Term(("x",), " "),))


def test_an_alias_of_two_actors_is_refused():
    actors = (Actor("Khalifa Haftar", ("Haftar",)), Actor("Saddam Haftar", ("HAFTAR",)))
    message = "actor 2: alias 'HAFTAR' belongs to actor 1, 'Khalifa Haftar', already; a name stands for one actor"

    with pytest.raises(LexiconError, match=f"^{message}$"):
        Lexicon((), actors)


def test_an_empty_alias_is_refused():
    with pytest.raises(LexiconError, match=r"^actor 1: alias '' is empty; write at least one letter or digit$"):
        Lexicon((), (Actor("Haftar", (" ",)),))


@pytest.mark.parametrize(
    ("lexicon", "place"),
    [
        (lambda text: Lexicon((Term(("x",), "c", note=text),)), "term 1"),
        (lambda text: Lexicon((), (Actor(text),)), "actor 1"),
        (lambda text: Lexicon((), (Actor("A", side=text),)), "actor 1"),
    ],
)
def test_a_control_character_is_refused_wherever_it_stands(lexicon, place):
    with pytest.raises(LexiconError) as caught:
        lexicon("a\x1bb")

    assert str(caught.value) == f"{place}: 'a\\x1bb' holds the control character U+001B; remove it"


def test_two_actors_may_share_a_title():
    assert len(Lexicon((), (Actor("A", titles=("President",)), Actor("B", titles=("President",)))).actors) == 2


def test_a_bare_text_is_not_taken_for_a_tuple_of_letters():
    with pytest.raises(ArgumentError, match=r"^variants is 'rogue'; it must be a tuple of texts$"):
        Term("rogue", "c")  # type: ignore[arg-type]


# ------------------------------------------------------------ the values


def test_equal_content_has_one_fingerprint_whatever_the_form(tmp_path):
    by_toml = read_lexicon(written(tmp_path, "a.toml", TERM))
    by_csv = read_lexicon(written(tmp_path, "a.csv", "category,term\nc,strongman\n"))
    by_yaml = read_lexicon(written(tmp_path, "a.yml", "c: [strongman]"))

    assert by_toml.fingerprint() == by_csv.fingerprint() == by_yaml.fingerprint()


def test_every_field_changes_the_fingerprint():
    lexicons = [
        Lexicon((ROGUE,)),
        Lexicon((ROGUE,), circular=True),
        Lexicon((ROGUE,), source="s"),
        Lexicon((ROGUE,), (Actor("A"),)),
        Lexicon((Term(("rogue general",), "delegitimising", note="n"),)),
    ]

    assert len({lexicon.fingerprint() for lexicon in lexicons}) == 5


def test_the_codebook_is_sorted_by_category_and_term():
    lexicon = Lexicon((Term(("b", "c"), "y", "n"), Term(("a",), "y"), Term(("z",), "x", definition="d")))
    empty = {"definition": "", "include": "", "exclude": "", "example": "", "note": ""}

    assert lexicon.codebook() == [
        {**empty, "category": "x", "term": "z", "definition": "d"},
        {**empty, "category": "y", "term": "a"},
        {**empty, "category": "y", "term": "b | c", "note": "n"},
    ]


def test_all_variants_name_a_term():
    assert Term((" rogue\t general ", "rogue commander"), "c").name == "rogue general | rogue commander"


def test_a_term_may_have_a_name_of_its_own(tmp_path):
    path = written(
        tmp_path, "a.toml", '[[term]]\nterm = ["warlord*", "militia chief"]\ncategory = "c"\nname = "armed"\n'
    )

    assert [term.name for term in read_lexicon(path).terms] == ["armed"]


def test_a_column_of_a_table_may_name_terms(tmp_path):
    path = written(tmp_path, "a.csv", "term,category,name\nwarlord*|militia chief,c,armed\nrebel,c,\n")

    assert [term.name for term in read_lexicon(path).terms] == ["armed", "rebel"]


def test_a_name_that_two_terms_share_is_refused():
    message = "term 2: the name 'armed' belongs to term 1 already; name each term apart"
    with pytest.raises(LexiconError, match=f"^{message}$"):
        Lexicon((Term(("warlord",), "c", name="armed"), Term(("rebel",), "c", name="armed")))


@pytest.mark.parametrize(
    ("wording", "name"),
    [("kolt", "Mira Kolt"), ("Minister Kolt", "Mira Kolt"), ("the NSF", "NSF"), ("Jan Kolt", None), ("Minister", None)],
)
def test_a_wording_calls_the_actor_whose_name_it_is(wording, name):
    lexicon = Lexicon((), (Actor("Mira Kolt", ("Kolt",), titles=("Minister",)), Actor("NSF")))

    assert getattr(lexicon.called(wording), "name", None) == name


def test_a_title_and_name_of_two_actors_calls_the_first():
    lexicon = Lexicon((), (Actor("Mira Kolt", ("Kolt",), titles=("Minister Jan",)), Actor("Jan Kolt")))

    assert [getattr(lexicon.called(w), "name", None) for w in ("Minister Jan Kolt", "Jan Kolt", "Minister Kolt")] == [
        "Mira Kolt",
        "Jan Kolt",
        None,
    ]


def test_whom_a_wording_calls_is_looked_up_and_not_searched_for(monkeypatch):
    lexicon = Lexicon((), tuple(Actor(f"Mira Kolt{i}", titles=("Minister", f"Title{i}")) for i in range(9)))
    lexicon.called("nobody")
    spelt = []
    monkeypatch.setattr("corpus_stats.lexicon.values.spelling_key", lambda text: spelt.append(text) or text.lower())

    assert lexicon.called("Title8 Mira Kolt8") is lexicon.actors[8]
    assert spelt == ["Title8 Mira Kolt8"]


def test_a_name_changes_the_fingerprint_only_where_one_is_given():
    plain, named = (Lexicon((Term(("warlord", "rebel"), "c", name=name),)) for name in ("", "armed"))
    spelt_out = Lexicon((Term(("warlord", "rebel"), "c", name="warlord | rebel"),))

    assert (plain.fingerprint() == spelt_out.fingerprint(), plain.fingerprint() == named.fingerprint()) == (True, False)


def test_an_actor_is_found_by_name_or_alias_in_any_case():
    lexicon = Lexicon((), (Actor("A", ("U.S.",)), Actor("Khalifa Haftar", ("Hifter",))))

    assert [lexicon.actor(name).name for name in ("khalifa haftar", "HIFTER", "US")] == ["Khalifa Haftar"] * 2 + ["A"]


def test_an_unknown_actor_is_refused_with_the_nearest():
    lexicon = Lexicon((), (Actor("Khalifa Haftar", ("Haftar",)), Actor("Egypt")))

    with pytest.raises(ArgumentError, match=r"^actor 'Hafter' is not in the lexicon; did you mean 'Haftar'\?$"):
        lexicon.actor("Hafter")


def test_a_lexicon_shows_its_size():
    assert repr(Lexicon((ROGUE,), (Actor("A"),))) == "Lexicon(1 terms in 1 categories, 1 actors)"


# ------------------------------------------------------------ roles

ROLE = """
    [[actor]]
    name = "Ardan"
    side = "north"
    [[actor]]
    name = "Belmor"
    side = "south"
    [[role]]
    name = "militias"
    nouns = ["militia*", "armed  men"]
    exclude = ["militia law"]
    places = ["Corvia"]
    elsewhere = ["Dorland"]
    note = "n"
    [[role.side]]
    name = "the north's"
    party = "north"
    cues = ["Ardani"]
    [[role.side]]
    name = "the south's"
    actors = ["Belmor"]
    [[role.side]]
    name = "the south's own"
    actors = ["Belmor"]
    own = true
"""
ACTORS = (Actor("Ardan", side="north"), Actor("Belmor", side="south"))
NORTH, SOUTH = Side("the north's", "north"), Side("the south's", "south")


def one_role(
    nouns: tuple[str, ...] = ("militia*",), sides: tuple[Side, ...] = (NORTH, SOUTH), **fields: object
) -> Role:
    return Role("militias", nouns, sides, **fields)  # type: ignore[arg-type]


def test_toml_gives_roles_with_their_sides(tmp_path):
    assert read_lexicon(written(tmp_path, "a.toml", ROLE)).roles == (
        Role(
            "militias",
            ("militia*", "armed men"),
            (
                Side("the north's", "north", cues=("Ardani",)),
                Side("the south's", actors=("Belmor",)),
                Side("the south's own", actors=("Belmor",), own=True),
            ),
            ("militia law",),
            ("Corvia",),
            ("Dorland",),
            "n",
        ),
    )


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ('name = "militias"', "", "role 1: key 'name' is missing; write name = ..., text"),
        ("nouns = [", "noun = [", "role 1: key 'noun' is unknown; did you mean 'nouns'?"),
        ('places = ["Corvia"]', 'places = "Corvia"', "role 1: places is 'Corvia'; it must be a list of texts"),
        ('party = "north"', "party = 1", "role 1: side 1: party is 1; it must be text"),
        ("own = true", 'own = "yes"', "role 1: side 3: own is 'yes'; it must be true or false"),
        (
            "own = true",
            "home = true",
            "role 1: side 3: key 'home' is unknown; it has actors, cues, name, own, party; an example: name = 'of the"
            " north', cues = ['northern'] or party = 'what actors have as side'",
        ),
        (
            'note = "n"',
            "own = true",
            "role 1: key 'own' is unknown; it has elsewhere, exclude, name, note, nouns, places, side; an example:"
            " name = 'fighters', nouns = ['fighter*'], and under it two tables [[role.side]]",
        ),
        ('note = "n"', "side = 1", "no valid TOML: "),
    ],
)
def test_a_role_that_is_no_role_is_refused_with_its_place(tmp_path, line, instead, message):
    assert refusal(written(tmp_path, "a.toml", ROLE.replace(line, instead))).startswith(message)


def test_a_side_that_is_no_table_is_refused_with_its_heading(tmp_path):
    text = '[[role]]\nname = "militias"\nnouns = ["militia*"]\nside = ["north"]\n'

    message = "role 1: side 1: 'north' is no table; write it under the heading [[role.side]]"
    assert refusal(written(tmp_path, "a.toml", text)) == message


@pytest.mark.parametrize(
    ("role", "message"),
    [
        (one_role(()), "nouns is empty; write at least one, as in nouns = ['mercenar*', 'fighter*']"),
        (
            one_role(("militia*", "*")),
            "nouns: '*' in '*' matches every word; write how the word begins, as in 'mercenar*'",
        ),
        (one_role((" ",)), "nouns: the term is empty; write a word or a phrase"),
        (one_role(("militia*", "militia*")), "nouns: 'militia*' stands there twice; write it once"),
        (
            one_role(elsewhere=("*land",)),
            "elsewhere: '*' in '*land' is not at the end of a word; leave only an end open, as in 'mercenar*'",
        ),
        (
            one_role(places=("Corvia",), elsewhere=("CORVIA",)),
            "'CORVIA' belongs to 'places' and to 'elsewhere'; leave it to one",
        ),
        (
            one_role(sides=(NORTH,)),
            "it has 1 of the 2 sides it needs; write each as a table: [[role.side]], name = 'of the north', cues ="
            " ['northern']",
        ),
        (
            one_role(sides=(NORTH, Side("own", "south", own=True))),
            "it has 1 of the 2 sides it needs, those with own = true apart; write each as a table: [[role.side]],"
            " name = 'of the north', cues = ['northern']",
        ),
        (one_role(note="a\x1bb"), "'a\\x1bb' holds the control character U+001B; remove it"),
    ],
)
def test_a_role_that_cannot_be_counted_is_refused(role, message):
    with pytest.raises(LexiconError) as caught:
        Lexicon((), ACTORS, roles=(role,))

    assert str(caught.value) == f"role 1: {message}"


@pytest.mark.parametrize(
    ("side", "message"),
    [
        (Side("the south's", "sout"), "side 2: no actor is on side 'sout'; did you mean 'south'?"),
        (Side("the south's", "west"), "side 2: no actor is on side 'west'; the lexicon has north, south"),
        (
            Side("the south's", actors=("Belmar",)),
            "side 2: actor 'Belmar' is not in the lexicon; did you mean 'Belmor'?",
        ),
        (
            Side("the south's"),
            "side 2: nothing ties a mention to it; write cues = ['northern'], actors = ['name of an actor'] or party ="
            " 'the side of actors'",
        ),
        (Side(" ", "south"), "side 2: the name '' is empty; write at least one letter or digit"),
        (Side("THE NORTH's", "south"), 'side 2: the name "THE NORTH\'s" is that of side 1; change one'),
        (Side("Elsewhere", "south"), "side 2: the name 'Elsewhere' is kept for mentions of no side; choose another"),
        (Side("unclear", "south"), "side 2: the name 'unclear' is kept for mentions of no side; choose another"),
        (
            Side("the south's", "south", cues=("*",)),
            "side 2: cues: '*' in '*' matches every word; write how the word begins, as in 'mercenar*'",
        ),
    ],
)
def test_a_side_that_nothing_can_belong_to_is_refused(side, message):
    with pytest.raises(LexiconError) as caught:
        Lexicon((), ACTORS, roles=(one_role(sides=(NORTH, side)),))

    assert str(caught.value) == f"role 1: {message}"


def test_a_tie_of_two_sides_is_refused():
    sides = (Side("the north's", "north", cues=("Ostian",)), Side("the south's", "south", cues=("ostian",)))
    message = "role 1: 'ostian' belongs to \"the north's\" and to \"the south's\"; leave it to one"

    with pytest.raises(LexiconError, match=f"^{re.escape(message)}$"):
        Lexicon((), ACTORS, roles=(one_role(sides=sides),))


def test_two_roles_of_one_name_are_refused():
    with pytest.raises(LexiconError, match=r"^role 2: the name 'militias' is that of role 1; change one$"):
        Lexicon((), ACTORS, roles=(one_role(), one_role()))


def test_a_role_is_found_by_its_name_in_any_case():
    assert Lexicon((), ACTORS, roles=(one_role(),)).role("MILITIAS").nouns == ("militia*",)


def test_an_unknown_role_is_refused_with_the_nearest():
    with pytest.raises(ArgumentError, match=r"^role 'militia' is not in the lexicon; did you mean 'militias'\?$"):
        Lexicon((), ACTORS, roles=(one_role(),)).role("militia")


def test_a_role_changes_the_fingerprint():
    assert Lexicon((), ACTORS, roles=(one_role(),)).fingerprint() != Lexicon((), ACTORS).fingerprint()


def test_the_schema_knows_every_key_of_a_role_and_its_sides():
    known = schema()["$defs"]

    assert set(known["_RoleTable"]["properties"]) == {"name", "nouns", "side", "exclude", "places", "elsewhere", "note"}
    assert set(known["_SideTable"]["properties"]) == {"name", "party", "actors", "cues", "own"}


# ------------------------------------------------------------ CSV


def test_csv_cells_hold_alternatives_split_by_a_bar(tmp_path):
    text = '\ufeffterm,category,definition,note\r\nrogue general|rogue commander,a,,n\r\n\r\nUS,b,"x\ny",\r\n'

    assert read_lexicon(written(tmp_path, "a.csv", text)).terms == (
        Term(("rogue general", "rogue commander"), "a", "n"),
        Term(("US",), "b", definition="x\ny"),
    )


def test_csv_of_a_spreadsheet_with_semicolons_is_read(tmp_path):
    assert read_lexicon(written(tmp_path, "a.csv", "term;category\nx, y;c\n")).terms == (Term(("x, y",), "c"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,category\nx,c\ny\n", "line 3: 1 cells where the heading has 2"),
        ("term,category\nx,c,\n", "line 2: 3 cells where the heading has 2"),
        ("term,categroy\nx,c\n", "line 1: column 'categroy' is unknown; did you mean 'category'?"),
        (
            "id,text\n1,x\n",
            "line 1: column 'id' is unknown; a lexicon's columns are term, category, definition, include, exclude, "
            "example, note, name",
        ),
        ("term,note\nx,c\n", "line 1: column 'category' is missing; a lexicon needs term and category"),
        ("term,category,term\nx,c,y\n", "line 1: column 'term' stands there twice; name each column once"),
        ("term,category\nx|,c\n", "line 2: the term is empty; write a word or a phrase"),
        ('term,category\n"a\nb",c\nx,c\nA b,c\n', "line 5: 'A b' stands already in line 2; a term is listed once"),
        ('term,category\n"x,c\n', "line 2: no valid CSV: unexpected end of data"),
        (
            "",
            "line 1: the heading is missing; "
            "its columns are term, category, definition, include, exclude, example, note, name",
        ),
        ("term,category\n", "no term and no actor is in it; write at least one"),
    ],
)
def test_csv_that_is_no_lexicon_is_refused_with_its_line(tmp_path, text, message):
    assert refusal(written(tmp_path, "a.csv", text)) == message


# ------------------------------------------------------------ quanteda


def test_nested_categories_of_quanteda_are_joined_by_a_dot(tmp_path):
    text = """
        side:
          east: [haftar, "rogue general"]
          west:
            - gna
            - 2020
            - deep: ["no"]
        war: mercenar*
    """
    terms = [(term.name, term.category) for term in read_lexicon(written(tmp_path, "a.yaml", text)).terms]

    assert terms == [
        ("haftar", "side.east"),
        ("rogue general", "side.east"),
        ("gna", "side.west"),
        ("2020", "side.west"),
        ("no", "side.west.deep"),
        ("mercenar*", "war"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n- x\n- no\n", "line 3: YAML reads 'no' as bool, not as text; write it in quotes"),
        ("on: [x]", "line 1: YAML reads 'on' as bool, not as text; write it in quotes"),
        ("a: [1_000]", "line 1: YAML reads '1_000' as int, not as text; write it in quotes"),
        ("a: [010]", "line 1: YAML reads '010' as int, not as text; write it in quotes"),
        ("a: [1.5]", "line 1: YAML reads '1.5' as float, not as text; write it in quotes"),
        ("a: [2020-05-25]", "line 1: YAML reads '2020-05-25' as timestamp, not as text; write it in quotes"),
        ("a: [x, ~]", "line 1: YAML reads '~' as null, not as text; write it in quotes"),
        ("a: [!!python/name:os.system x]", "line 1: YAML reads 'x' as os.system, not as text; write it in quotes"),
        ("a: [x]\nb:\n", "line 2: category 'b' has no terms; write some or remove it"),
        ("a: [x]\na: [y]", "line 2: category 'a' stands there twice; join them"),
        ("a:\n- wom?n\n", "line 2: '?' in 'wom?n' is not matched; write the words out"),
        (
            'a: ["wom*n"]',
            "line 1: '*' in 'wom*n' is not at the end of a word; leave only an end open, as in 'mercenar*'",
        ),
        ("a: &x [y]\nb: *x\n", "line 1: '&' and '*' before a word are not read; write the terms out or quote them"),
        ("a: [x]\nb: [*ing]\n", "line 2: '&' and '*' before a word are not read; write the terms out or quote them"),
        ("a: [x]\nb: [x]\n", "line 2: 'x' is in category 'b' here and in 'a' in line 1; a term has one category"),
        ("- x", "line 1: no category stands here; write 'category: [term, term]'"),
        ("? [a]\n: x", "line 1: a list or table stands where a category's name is due; write text"),
        ("a: [x", "line 1: no valid YAML: expected ',' or ']', but got '<stream end>'"),
        ("a: [\x07]", "character 4: no valid YAML: special characters are not allowed"),
        ("", "no term and no actor is in it; write at least one"),
        ("a: " + "[" * 3000 + "]" * 3000, "it is nested too deeply; a lexicon is a list of terms by category"),
    ],
)
def test_yaml_that_is_no_dictionary_is_refused_with_its_line(tmp_path, text, message):
    assert refusal(written(tmp_path, "a.yml", text)) == message


# ------------------------------------------------------------ LIWC


def test_liwc_dictionary_has_numbered_categories(tmp_path):
    text = "%\n1\tpositive\n2\tnegative mood\n%\nhapp*\t1\nkind of\t2\nwar 2\n"
    terms = [(term.name, term.category) for term in read_lexicon(written(tmp_path, "a.dic", text)).terms]

    assert terms == [("happ*", "positive"), ("kind of", "negative mood"), ("war", "negative mood")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("happy\t1\n", "0 lines are '%'; the categories of a .dic stand first, between two of them"),
        ("%\n1 a\n", "1 lines are '%'; the categories of a .dic stand first, between two of them"),
        ("%\na 1\n%\nx\t1\n", "line 2: 'a 1' is no category; write a number and a name"),
        ("%\n1 a\n1 b\n%\nx\t1\n", "line 3: category 1 stands there twice; number each category once"),
        ("%\n1 a\n%\nx\t2\n", "line 4: category 2 is unknown; the head has 1"),
        ("%\n1 a\n%\nx\n", "line 4: 'x' is not matched; write a term, a tab and its category's number"),
        (
            "%\n1 a\n%\nlike\t(02 134)1\n",
            "line 4: 'like\\t(02 134)1' is not matched; write a term, a tab and its category's number",
        ),
        ("%\n1 a\n2 b\n%\nhate\t1\t2\n", "line 5: 'hate' is in a and b; a term has one category"),
    ],
)
def test_dic_that_is_no_dictionary_is_refused_with_its_line(tmp_path, text, message):
    assert refusal(written(tmp_path, "a.dic", text)) == message


# ------------------------------------------------------------ files


def test_a_byte_order_mark_is_no_part_of_the_lexicon(tmp_path):
    assert read_lexicon(written(tmp_path, "a.toml", "\ufeff" + TERM)).terms == (Term(("strongman",), "c"),)


def test_bytes_that_are_not_utf_8_are_refused_with_their_offset(tmp_path):
    path = written(tmp_path, "a.toml", b"# caf\xe9\n")

    assert refusal(path) == "byte 5 (0xe9) is not UTF-8; save the lexicon as UTF-8"


def test_a_missing_file_is_refused(tmp_path):
    assert refusal(tmp_path / "a.toml") == "there is no such file; name a lexicon"


@pytest.mark.parametrize("name", ["a.toml", "a"])
def test_a_folder_in_place_of_a_lexicon_is_refused(tmp_path, name):
    (tmp_path / name).mkdir()

    assert refusal(tmp_path / name) == "this is a folder; a lexicon is a file"


def test_an_unknown_ending_is_refused(tmp_path):
    path = written(tmp_path, "a.xlsx", "")

    assert refusal(path) == "the ending '.xlsx' is no form of lexicon; it is .toml, .csv, .yml, .yaml or .dic"


def test_a_named_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "a.toml")

    assert refusal(tmp_path / "a.toml") == "it is no regular file; a lexicon is read from a file"


def test_an_endless_device_is_refused(tmp_path):
    (tmp_path / "a.toml").symlink_to("/dev/zero")

    assert refusal(tmp_path / "a.toml") == "it is no regular file; a lexicon is read from a file"


def test_a_file_of_more_than_16_mb_is_refused(tmp_path):
    with open(tmp_path / "a.toml", "wb") as file:
        file.truncate(16 * 2**20 + 1)

    assert refusal(tmp_path / "a.toml") == "it is larger than 16 MB, the most that a lexicon may have"


def test_a_path_with_a_line_break_stays_on_one_line(tmp_path):
    with pytest.raises(LexiconError) as caught:
        read_lexicon(tmp_path / "a\nb.toml")

    assert "\n" not in str(caught.value)


def test_importing_the_lexicon_loads_neither_pydantic_nor_yaml():
    code = "import sys, corpus_stats.lexicon; print([m for m in ('pydantic', 'yaml', 'numpy') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert shown == "[]\n"


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(alphabet="[]{}=.,\"'\n\t*?%&:-#|\\ ab1", max_size=60), form=st.sampled_from("toml csv yml dic".split())
)
def test_any_text_is_read_or_refused_in_one_line(tmp_path_factory, text, form):
    path = written(tmp_path_factory.mktemp("any"), f"a.{form}", text)
    try:
        seen = repr(read_lexicon(path))
    except CorpusStatsError as error:
        seen = str(error)

    assert "\n" not in seen


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=12))
def test_the_fingerprint_takes_any_text_that_a_term_can_be(text):
    if pattern_fault(text) is None:
        assert len(Lexicon((Term((text,), "c"),)).fingerprint()) == 64


# ------------------------------------------------------------ the lexicon of the seeds


def test_the_lexicon_of_the_seeds_says_that_it_is_circular():
    lexicon = read_lexicon(SEEDS / "lexicon.toml")

    assert (lexicon.circular, lexicon.source) == (True, "written for these five articles")


def test_every_term_of_the_seeds_has_a_note():
    assert [term.name for term in read_lexicon(SEEDS / "lexicon.toml").terms if not term.note] == []


@pytest.mark.parametrize("label", ["rogue general", "strongman", "renegade commander"])
def test_the_labels_of_the_question_are_delegitimising(label):
    lexicon = read_lexicon(SEEDS / "lexicon.toml")

    assert [term.category for term in lexicon.terms if label in term.variants] == ["delegitimising"]


def test_the_codebook_of_the_seeds_is_plain_data():
    rows = read_lexicon(SEEDS / "lexicon.toml").codebook()

    assert json.loads(json.dumps(rows)) == rows


def test_actors_that_a_lexicon_lacks_can_be_added_and_none_is_added_twice():
    lexicon = Lexicon((Term(("a",), "c"),), actors=(Actor("Ann Lee", ("Lee",)),))

    assert [actor.name for actor in lexicon.with_actors(["lee", "Bo Kim", "Bo Kim"]).actors] == ["Ann Lee", "Bo Kim"]
    assert lexicon.with_actors(["ann lee"]) is lexicon


@pytest.mark.parametrize("wording", ["the army", "army", "The Army", "Field Marshal army"])
def test_an_alias_with_the_names_its_actor_with_and_without_it(wording):
    actor = Actor("Corvian government", ("the army",), ("Field Marshal",))

    assert Lexicon((), (actor,)).called(wording) is actor


@pytest.mark.parametrize(
    ("label", "is_name"),
    [("the army", True), ("army", True), ("defence minister", True), ("mighty army", False), ("Belmor", False)],
)
def test_only_an_actors_own_names_aliases_and_titles_are_its_names(label, is_name):
    actors = (Actor("Corvian government", ("the army",), ("Defence Minister",)), Actor("Belmor"))

    assert Lexicon((), actors).is_name(label, "Corvian government") is is_name


def test_a_hostile_category_of_a_lexicon_without_terms_is_refused_by_what_is_missing():
    message = (
        "hostile category 'delegitimising' has no term; the lexicon has no terms, so leave hostile out or add [[term]]"
        " tables"
    )

    with pytest.raises(LexiconError, match=f"^{re.escape(message)}$"):
        Lexicon((), hostile=("delegitimising",))


def test_a_hostile_category_without_a_term_is_refused_by_those_that_have_one():
    message = "hostile category 'xyz' has no term; the lexicon's are praise"

    with pytest.raises(LexiconError, match=f"^{message}$"):
        Lexicon((Term(("hero",), "praise"),), hostile=("xyz",))
