"""Languages and function words."""

from __future__ import annotations

import pandas as pd
import pytest

from corpus_stats.errors import LanguageError
from corpus_stats.language import STOP_WORDS, is_read_as_english, language_of
from corpus_stats.preparation import read_corpus

SENTENCES = [
    ("en", "The mayor said that the old bridge would not be open again before the end of the winter."),
    ("de", "Der Bürgermeister sagte, dass die alte Brücke vor dem Ende des Winters nicht wieder geöffnet wird."),
    ("fr", "Le maire a dit que le vieux pont ne serait pas ouvert avant la fin de l'hiver dans la ville."),
    ("es", "El alcalde dijo que el viejo puente no se abrirá antes del final del invierno en la ciudad."),
    ("it", "Il sindaco ha detto che il vecchio ponte non sarà aperto prima della fine dell'inverno in città."),
    ("pt", "O prefeito disse que a velha ponte não será aberta antes do fim do inverno na cidade."),
    ("nl", "De burgemeester zei dat de oude brug niet open gaat voor het einde van de winter in de stad."),
    ("sv", "Borgmästaren sade att den gamla bron inte kommer att öppna före slutet av vintern och att det är synd."),
    (
        "da",
        "Borgmesteren sagde, at den gamle bro ikke bliver åbnet før slutningen af vinteren, og hvor er det ærgerligt.",
    ),
    ("no", "Ordføreren sa at den gamle broen ikke blir åpnet før slutten av vinteren, og hva skal vi gjøre nå."),
    ("fi", "Pormestari sanoi, että vanha silta ei ole auki ennen talven loppua, mutta se on myös hyvä asia."),
    ("pl", "Burmistrz powiedział, że stary most nie będzie otwarty przed końcem zimy, ale to jest dla miasta dobre."),
    ("cs", "Starosta řekl, že starý most se před koncem zimy neotevře, ale že to je pro město také dobré."),
    ("sk", "Starosta povedal, že starý most sa pred koncom zimy neotvorí, ale že to je pre mesto tiež dobré."),
    ("ro", "Primarul a spus că podul vechi nu va fi deschis până la sfârșitul iernii și că este bine pentru oraș."),
    ("hu", "A polgármester azt mondta, hogy a régi híd nem nyílik meg a tél vége előtt, és ez csak egy kezdet."),
    ("hr", "Gradonačelnik je rekao da se stari most neće otvoriti do kraja zime, ali da je to dobro za grad."),
    (
        "tr",
        "Belediye başkanı, eski köprünün kış sonuna kadar açık olmayacağını söyledi ve bu çok önemli bir karar dedi.",
    ),
    (
        "id",
        "Wali kota mengatakan bahwa jembatan tua itu tidak akan dibuka dan hal ini baik untuk kota.",
    ),
    ("vi", "Thị trưởng nói rằng cây cầu cũ sẽ không được mở lại cho đến khi mùa đông này kết thúc ở thành phố."),
    (
        "sw",
        "Meya alisema kuwa daraja la zamani halitafunguliwa kabla ya mwisho wa mwaka huo na kwa hivyo watu wa mji huo.",
    ),
    ("ru", "Мэр города сказал, что старый мост не будет открыт до конца этой зимы, и это хорошо."),
    ("uk", "Мер міста сказав, що старий міст не буде відкритий до кінця цієї зими, і це добре."),
    ("bg", "Кметът на града каза, че старият мост няма да бъде отворен преди края на зимата."),
    ("sr", "Градоначелник је рекао да се стари мост неће отворити до краја ове зиме, али је то добро."),
    ("mk", "Градоначалникот рече дека стариот мост нема да се отвори до крајот на зимата, ќе биде тешко."),
    ("be", "Мэр горада сказаў, што стары мост не будзе адкрыты да канца гэтай зімы."),
    ("ar", "قال رئيس البلدية إن الجسر القديم لن يفتح قبل نهاية الشتاء في المدينة."),
    ("fa", "شهردار گفت که پل قدیمی پیش از پایان زمستان باز نخواهد شد و این برای شهر خوب است."),
    ("ur", "میئر نے کہا کہ پرانا پل سردیوں کے ختم ہونے سے پہلے نہیں کھلے گا اور یہ شہر کے لیے اچھا ہے۔"),
    ("he", "ראש העיר אמר כי הגשר הישן לא ייפתח לפני סוף החורף וזה טוב לעיר."),
    ("el", "Ο δήμαρχος είπε ότι η παλιά γέφυρα δεν θα ανοίξει πριν από το τέλος του χειμώνα."),
    ("hi", "महापौर ने कहा कि पुराना पुल सर्दियों के अंत से पहले नहीं खुलेगा और यह अच्छा है।"),
    ("zh", "市长表示，旧桥在冬季结束之前不会重新开放。"),
    ("ja", "市長は、古い橋は冬が終わるまで再開されないと述べた。"),
    ("ko", "시장은 오래된 다리가 이번 겨울이 끝나기 전에는 다시 열리지 않을 것이라고 도시 사람들에게 말했다."),
    ("th", "นายกเทศมนตรีกล่าวว่าสะพานเก่าจะไม่เปิดก่อนสิ้นสุดฤดูหนาว"),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_one_sentence_is_enough_to_know_its_language(language, sentence):
    assert language_of(sentence) == language


@pytest.mark.parametrize(
    "text",
    ["", "   ", "12 345 67", "The bridge is closed.", "Xu Zu Ku Mbo Qaz Wsx Edc Rfv Tgb Yhn", "桥", "Мост закрыт."],
)
def test_too_few_known_words_give_no_language(text):
    assert language_of(text) == "und"


def test_an_english_text_with_arabic_names_is_english():
    assert (
        language_of("The general, whose name is خليفة حفتر in his own tongue, was not at the harbour on that day.")
        == "en"
    )


def test_an_arabic_text_with_a_web_address_is_arabic():
    assert (
        language_of("قال رئيس البلدية إن الجسر القديم لن يفتح قبل نهاية الشتاء في المدينة. www.example.org/news")
        == "ar"
    )


def test_words_that_tell_sides_apart_and_negations_are_no_stop_words():
    kept = "former us against only un said backed self under over between no not nor never".split()

    assert STOP_WORDS.isdisjoint(kept)


def test_stop_words_are_lower_case_with_straight_apostrophes():
    assert all(word == word.lower() and "\u2019" not in word for word in STOP_WORDS)


def test_the_possessive_is_a_stop_word():
    assert "'s" in STOP_WORDS


GERMAN = "Der General hat am Montag gesagt, dass die Truppen nicht in die Stadt einmarschieren werden."
ENGLISH = "The general said on Monday that the troops were not going to march into the town."


@pytest.mark.parametrize(
    ("text", "stated", "is_english"),
    [(ENGLISH, None, True), (GERMAN, None, False), (GERMAN, "en", True), (ENGLISH, "fr", False), ("Hallo", None, True)],
)
def test_a_text_is_read_as_english_unless_it_is_known_to_be_another(text, stated, is_english):
    assert is_read_as_english(text, stated) is is_english


@pytest.mark.parametrize("clean", [True, False])
def test_articles_in_other_languages_are_set_aside_and_counted(clean):
    frame = pd.DataFrame({"name": ["a", "b", "c"], "text": [ENGLISH, GERMAN, ENGLISH]})
    corpus = read_corpus(frame, clean=clean, skip_other_languages=True)

    assert corpus.names == ("a", "c")
    assert corpus.notes[-1] == "1 of 3 articles is set aside, in another language than English: b (de)."


def test_a_corpus_in_other_languages_only_is_refused():
    frame = pd.DataFrame({"name": ["b"], "text": [GERMAN]})
    with pytest.raises(LanguageError, match=r"^every article is in another language than English: b \(de\)$"):
        read_corpus(frame, skip_other_languages=True)
