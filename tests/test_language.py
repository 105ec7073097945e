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


BRIEFS = [
    ("de", "Ein Mann ist am Montag in Berlin verletzt worden. Die Polizei sucht Zeugen. Der Fahrer floh."),
    ("de", "Kanzler Scholz trifft Macron in Paris. Beide wollen über Gas reden. Ein Ergebnis wird nicht erwartet."),
    ("de", "Bayern München gewinnt gegen Real Madrid. Müller traf in der letzten Minute. Das Stadion war voll."),
    ("de", "Bo Kim, ein Räuber, traf Ann Lee. Ann Lee ist eine Betrügerin."),
    ("fr", "Un homme a été blessé lundi à Paris. La police cherche des témoins. Le chauffeur a fui."),
    ("fr", "Emmanuel Macron rencontre Olaf Scholz à Berlin. Ils parleront du gaz. Aucun accord n'est attendu."),
    ("fr", "Lyon bat Marseille. Le but est tombé à la dernière minute. Les supporters étaient en larmes."),
    ("fr", "Trois personnes arrêtées à Lille. Elles sont accusées de vol. Une enquête est ouverte."),
    ("nl", "Een man is maandag gewond geraakt in Utrecht. De politie zoekt getuigen. De bestuurder vluchtte."),
    ("nl", "Rutte was in Berlijn. Hij sprak over gas met Scholz. Een akkoord is er niet."),
    ("nl", "Ajax wint van Feyenoord. Het doelpunt viel in de laatste minuut. De supporters waren dolblij."),
    ("nl", "Drie mensen zijn opgepakt in Zwolle. Ze worden verdacht van diefstal. Het onderzoek loopt nog."),
    ("es", "Un hombre resultó herido el lunes en Madrid. La policía busca testigos. El conductor huyó."),
    ("es", "Pedro Sánchez se reúne con Macron en París. Hablarán de gas. No se espera un acuerdo."),
    ("es", "El Betis gana al Sevilla. El gol llegó en el último minuto. La afición lloraba."),
    ("es", "Tres personas detenidas en Bilbao. Están acusadas de robo. La investigación sigue abierta."),
    ("it", "Un uomo è stato ferito lunedì a Roma. La polizia cerca testimoni. L'autista è fuggito."),
    ("it", "La Roma batte il Milan. Il gol è arrivato all'ultimo minuto. I tifosi erano in lacrime."),
    ("pt", "Um homem ficou ferido na segunda-feira em Lisboa. A polícia procura testemunhas. O condutor fugiu."),
    ("pt", "O Porto venceu o Benfica. O golo surgiu no último minuto. Os adeptos choravam."),
    ("sv", "En man skadades i måndags i Malmö. Polisen söker vittnen. Föraren flydde från platsen och är inte hittad."),
    (
        "pl",
        "Mężczyzna został ranny w poniedziałek w Krakowie. Policja szuka świadków. Kierowca uciekł i nie jest znany.",
    ),
    ("tr", "Pazartesi günü İzmir'de bir adam yaralandı. Polis tanık arıyor. Sürücü kaçtı ve bu olay çok ses getirdi."),
]


@pytest.mark.parametrize(("language", "brief"), BRIEFS)
def test_a_brief_of_a_few_short_sentences_is_enough_too(language, brief):
    assert language_of(brief) == language


@pytest.mark.parametrize(
    "brief",
    [
        "Bo Kim, a thug, met Ann Lee. Ann Lee is a crook.",
        "Petrov called a doctor by mistake. Ivan Petrov slept.",
        "Juan de la Cruz met Maria de la Rosa in El Paso. Los Angeles police shot him.",
        "Van der Berg met De Bruyn in Den Haag. Jan van den Berg slept.",
        "Al Gore met Lula da Silva do Carmo at São Paulo. Silva wept.",
        "Los Angeles beat San Diego. La Jolla beat El Monte. Las Vegas lost.",
    ],
)
def test_an_english_brief_of_few_function_words_is_not_taken_for_another_language(brief):
    assert (language_of(brief), is_read_as_english(brief)) == ("und", True)


def test_a_text_in_capitals_is_known_by_its_words():
    assert language_of("EL ALCALDE DIJO QUE EL PUENTE NO SE ABRE HASTA EL FINAL DEL INVIERNO.") == "es"


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
