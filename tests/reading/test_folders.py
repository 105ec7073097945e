"""Folders and zip archives: what is read, what is passed over, what is refused."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from corpus_stats.corpus import PartialDate
from corpus_stats.errors import ArgumentError, EncodingError, InputError
from corpus_stats.reading import read_documents
from corpus_stats.reading.archives import zip_store
from corpus_stats.reading.files import file_bytes, folder_store

HOLD = "it should hold .txt files (and metadata.csv), or one table (.csv, .jsonl, .ndjson, .parquet, .tsv, .xlsx)"


def folder_of(folder: Path, **files: str | bytes) -> Path:
    for stem, content in files.items():
        name = stem.replace("__", ".")
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def refusal(source: object, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        read_documents(source, **options)  # type: ignore[arg-type]
    return str(caught.value)


def zip_of(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for stem, content in files.items():
            archive.writestr(stem.replace("__", "."), content)
    return path


# ----------------------------------------------------------------------------------------------------------------- read


def test_the_five_seeds_have_the_outlets_and_dates_of_their_metadata(seeds: Path):
    corpus = read_documents(seeds)

    assert [(d.name[:3], d.outlet, str(d.published)) for d in corpus] == [
        ("000", "Minbar Libya", "2022-03-12"),
        ("001", "The New Arab", "2020-05-25"),
        ("002", "Breitbart", "2020-05-25"),
        ("003", "Young Bhartiya", "2020-05"),
        ("004", "Zaman Al Wasl", "2020"),
    ]


def test_texts_of_the_seeds_are_the_bytes_of_their_files(seeds: Path):
    corpus = read_documents(seeds)

    assert {d.name: d.text.encode() for d in corpus} == {p.name: p.read_bytes() for p in seeds.glob("*.txt")}


def test_a_document_of_a_folder_has_every_column_and_neither_language_nor_parts(tmp_path: Path):
    folder_of(
        tmp_path, a__txt="One", metadata__csv="file,outlet,published,url,event,headline,note\na.txt,A,2020-05,u,e,T,\n"
    )
    (document,) = read_documents(tmp_path)

    assert (document.outlet, document.published, document.url) == ("A", PartialDate(2020, 5), "u")
    assert dict(document.metadata) == {"event": "e", "title": "T"}
    assert (document.language, document.parts) == (None, ())


def test_documents_are_in_name_order_whatever_the_order_on_disk(tmp_path: Path):
    for name in ("c.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text(name)

    assert read_documents(tmp_path).names == ("a.txt", "b.txt", "c.txt")


def test_a_folder_without_metadata_is_read_and_says_so(tmp_path: Path):
    assert read_documents(folder_of(tmp_path, a__txt="x")).notes == (
        "no metadata.csv: outlets and dates are not known",
    )


def test_a_lexicon_beside_the_articles_is_no_file_that_is_passed_over(tmp_path: Path):
    assert read_documents(folder_of(tmp_path, a__txt="x", lexicon__toml="")).notes == (
        "no metadata.csv: outlets and dates are not known",
    )


def test_other_files_and_folders_are_passed_over_with_a_note(tmp_path: Path):
    folder_of(tmp_path, a__txt="x", README__md="", other__csv="a,b", metadata__csv="file,outlet\na.txt,A\n")
    (tmp_path / ".hidden.txt").write_bytes(b"\0")
    (tmp_path / "deep").mkdir()

    assert read_documents(tmp_path).notes == (
        "2 other files passed over: README.md, other.csv",
        "1 folder inside the folder passed over",
        "metadata.csv: read name from 'file', outlet from 'outlet' (guessed: name, outlet); no date",
    )


def test_a_folder_with_one_table_and_no_text_is_that_table(tmp_path: Path):
    corpus = read_documents(folder_of(tmp_path, articles__csv="id,text\na,One\n"))

    assert [(d.name, d.text) for d in corpus] == [("a", "One")]


def test_another_metadata_file_is_used_when_it_is_named(tmp_path: Path):
    folder_of(tmp_path, a__txt="x", metadata__csv="file,outlet\na.txt,A\n")
    other = tmp_path.parent / f"{tmp_path.name}.tsv"
    other.write_text("file\toutlet\na.txt\tB\n")

    assert read_documents(tmp_path, metadata=other).outlets() == ("B",)


def test_the_column_of_names_is_the_one_that_holds_a_file(tmp_path: Path):
    folder_of(tmp_path, a__txt="x", metadata__csv="id,file,outlet\n7,a.txt,A\n")

    assert dict(read_documents(tmp_path)["a.txt"].metadata) == {"id": "7"}


def test_empty_documents_are_kept_and_named_in_a_note(tmp_path: Path):
    corpus = read_documents(folder_of(tmp_path, a__txt="", b__txt=" \n"))

    assert (corpus.names, corpus.notes[-1]) == (("a.txt", "b.txt"), "2 empty documents: a.txt, b.txt")


def test_a_link_that_stays_inside_is_read(tmp_path: Path):
    folder_of(tmp_path, a__txt="x")
    (tmp_path / "b.txt").symlink_to("a.txt")

    assert read_documents(tmp_path)["b.txt"].text == "x"


# ------------------------------------------------------------------------------------------------------- character sets


def test_line_ends_are_never_translated(tmp_path: Path):
    assert read_documents(folder_of(tmp_path, a__txt=b"a\r\nb\rc\n"))["a.txt"].text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", "1 file read without the byte order mark before the text: a.txt"),
        (b"caf\xe9 \x93x\x94", "café “x”", "1 file read as Windows-1252, since it is no UTF-8: a.txt"),
        ("é".encode("utf-16"), "é", "1 file read as UTF-16, as its byte order mark says: a.txt"),
        (
            b"\x00\x00\xfe\xff" + "é".encode("utf-32-be"),
            "é",
            "1 file read as UTF-32, as its byte order mark says: a.txt",
        ),
    ],
    ids=["utf-8 mark", "cp1252", "utf-16", "utf-32"],
)
def test_a_file_that_is_not_plain_utf8_is_decoded_and_noted(tmp_path: Path, data: bytes, text: str, note: str):
    corpus = read_documents(folder_of(tmp_path, a__txt=data))

    assert (corpus["a.txt"].text, corpus.notes[-1]) == (text, note)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"caf\xe9 \x81",
            "byte 0xe9 at offset 3 is no UTF-8, and byte 0x81 at offset 5 is no Windows-1252; save the file as UTF-8",
        ),
        (b"ab\0c", "NUL byte at offset 2; an article is text in UTF-8, and holds none"),
        (
            b"\xef\xbb\xbfa\xe9",
            "byte 0xe9 at offset 4 is no UTF-8, which the byte order mark announces; save the file as UTF-8",
        ),
        ("ab\0".encode("utf-16"), "NUL character at byte offset 6; an article is text, and holds none"),
    ],
    ids=["neither", "nul", "marked", "nul in utf-16"],
)
def test_bytes_that_are_no_text_are_refused_with_file_and_offset(tmp_path: Path, data: bytes, message: str):
    expected = re.escape(f"{tmp_path / 'a.txt'}: {message}")

    with pytest.raises(EncodingError, match=f"^{expected}$"):
        read_documents(folder_of(tmp_path, a__txt=data))


# -------------------------------------------------------------------------------------------------------------- refused


def test_a_missing_folder_is_refused(tmp_path: Path):
    gone = tmp_path / "gone"

    assert refusal(gone) == f"{gone}: there is no such file or folder; give a folder or a table of articles"


def test_an_empty_folder_is_refused(tmp_path: Path):
    assert refusal(tmp_path) == f"{tmp_path}: the folder is empty; {HOLD}"


def test_a_folder_without_a_readable_document_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__pdf="", b__docx="")

    assert refusal(tmp_path) == f"{tmp_path}: no readable document among 2 files; {HOLD}"


def test_metadata_without_any_text_is_refused(tmp_path: Path):
    folder_of(tmp_path, metadata__csv="file\na.txt\n")

    assert refusal(tmp_path) == f"{tmp_path}: metadata.csv is there, but no .txt file; {HOLD}"


def test_two_tables_in_a_folder_are_refused(tmp_path: Path):
    folder_of(tmp_path, a__csv="", b__jsonl="")

    assert refusal(tmp_path) == f"{tmp_path}: it holds 2 tables (a.csv, b.jsonl); give one of them"


def test_a_metadata_row_without_a_file_is_refused(tmp_path: Path):
    folder_of(tmp_path, a1__txt="x", metadata__csv="file\na1.txt\na2.txt\n")

    assert (
        refusal(tmp_path)
        == f"{tmp_path / 'metadata.csv'}, row 3: 'a2.txt' is not in {tmp_path}; did you mean 'a1.txt'?"
    )


def test_a_file_without_a_metadata_row_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x", b__txt="y", c__txt="z", metadata__csv="file\na.txt\n")
    metadata = tmp_path / "metadata.csv"

    assert refusal(tmp_path) == (
        f"{tmp_path}: 'b.txt' (and 1 more) has no row in {metadata}; add one, or take the document out"
    )


def test_two_metadata_rows_of_one_file_are_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x", metadata__csv="file\na.txt\na.txt\n")

    assert refusal(tmp_path) == (
        f"{tmp_path / 'metadata.csv'}, rows 2 and 3, column 'file': both are named 'a.txt'; names must be unique"
    )


def test_a_column_asked_for_where_there_is_no_table_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x")

    assert refusal(tmp_path, columns={"outlet": "paper"}) == (
        f"{tmp_path}: no table to find column 'paper' for the outlet in; add metadata.csv"
    )


def test_a_text_column_for_a_folder_of_texts_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x", metadata__csv="file,body\na.txt,y\n")

    assert refusal(tmp_path, columns={"text": "body"}) == (
        f"{tmp_path}: column 'body' is given for the text; here each text is a file"
    )


@pytest.mark.parametrize(
    ("name", "target", "message"),
    [
        (
            "b.txt",
            "../outside.txt",
            "a symbolic link that leads out of the folder; put a copy of the file in its place",
        ),
        ("b.txt", "b.txt", "a symbolic link that leads round in a loop; put the file in its place"),
        ("b", ".", "a symbolic link that leads round in a loop; put the file in its place"),
        ("b", "..", "a symbolic link that leads round in a loop; put the file in its place"),
        ("b.txt", "c.txt", "a symbolic link to nothing; remove it or put the file in its place"),
    ],
    ids=["out", "itself", "folder", "above", "nothing"],
)
def test_a_link_that_leads_astray_is_refused(tmp_path: Path, name: str, target: str, message: str):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text("secret")
    folder_of(folder, a__txt="x")
    (folder / name).symlink_to(target)

    assert refusal(folder) == f"{folder / name}: {message}"


@pytest.mark.parametrize("name", ["pipe.txt", "pipe", "metadata.csv"])
def test_a_named_pipe_among_the_files_is_refused_without_waiting(tmp_path: Path, name: str):
    folder_of(tmp_path, a__txt="x")
    os.mkfifo(tmp_path / name)

    assert refusal(tmp_path) == f"{tmp_path / name}: this is a named pipe (FIFO); only regular files are read"


def test_a_device_is_refused():
    assert refusal("/dev/null") == "/dev/null: this is a device; only regular files are read"


def test_a_device_that_metadata_name_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x")

    assert refusal(tmp_path, metadata="/dev/zero") == "/dev/zero: this is a device; only regular files are read"


def test_a_file_over_the_limit_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x" * 11)

    assert refusal(tmp_path, max_bytes=10) == f"{tmp_path / 'a.txt'}: the file has 11 bytes; at most 10 bytes are read"


def test_a_text_that_grew_between_listing_and_reading_is_reported(tmp_path: Path):
    store = folder_store(str(folder_of(tmp_path, a__txt="abc")), 2**20)
    folder_of(tmp_path, a__txt="abcdef")
    message = (
        "the file had 3 bytes when it was listed and more than 3 when it was read; read again when nobody writes to it"
    )

    with pytest.raises(InputError, match=f"^{re.escape(str(tmp_path / 'a.txt'))}: {message}$"):
        store.readers["a.txt"]()


def test_a_text_that_vanished_between_listing_and_reading_is_reported(tmp_path: Path):
    store = folder_store(str(folder_of(tmp_path, a__txt="abc")), 2**20)
    (tmp_path / "a.txt").unlink()

    with pytest.raises(InputError, match=r"a\.txt: the file vanished between listing and reading; read again$"):
        store.readers["a.txt"]()


def test_a_file_that_became_a_link_between_listing_and_reading_is_not_followed(tmp_path: Path):
    outside = tmp_path.parent / f"{tmp_path.name}.out"
    outside.write_text("abc")
    store = folder_store(str(folder_of(tmp_path, a__txt="abc")), 2**20)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").symlink_to(outside)

    with pytest.raises(InputError, match=r"a\.txt: the file cannot be read: Too many levels of symbolic links$"):
        store.readers["a.txt"]()


def test_a_file_that_another_replaced_between_listing_and_reading_is_reported(tmp_path: Path):
    store = folder_store(str(folder_of(tmp_path, a__txt="abc", b__md="xyz")), 2**20)
    (tmp_path / "b.md").replace(tmp_path / "a.txt")

    with pytest.raises(
        InputError, match=r"a\.txt: another file took its place between listing and reading; read again$"
    ):
        store.readers["a.txt"]()


def test_a_file_name_that_is_no_text_is_refused(tmp_path: Path):
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))).write_text("x")

    assert refusal(tmp_path) == f"{tmp_path}/'a\\udcff.txt': the file's name is no text in UTF-8; rename it"


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match=r"gone\.csv: the file cannot be read: No such file or directory$"):
        file_bytes(str(tmp_path / "gone.csv"), 10)


def test_a_single_text_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x")

    assert refusal(tmp_path / "a.txt") == f"{tmp_path / 'a.txt'}: this is a single text; give the folder that holds it"


def test_a_file_of_another_kind_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__pdf="x")

    assert refusal(tmp_path / "a.pdf") == (
        f"{tmp_path / 'a.pdf'}: files of kind '.pdf' are not read; give a folder of .txt files, or a file of kind "
        ".csv, .jsonl, .ndjson, .parquet, .tsv, .xlsx, .zip"
    )


def test_a_folder_as_metadata_is_refused(tmp_path: Path):
    folder_of(tmp_path, a__txt="x")

    assert refusal(tmp_path, metadata=tmp_path) == (
        f"{tmp_path}: this is a folder; give a table (.csv, .jsonl, .ndjson, .parquet, .tsv, .xlsx)"
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (7, "source is of type int; it must be a path or a DataFrame"),
        ("", "source is ''; it must be a path or a DataFrame"),
        (b"x", "source is b'x'; it must be a path or a DataFrame"),
    ],
)
def test_a_source_that_is_no_path_is_refused(source: object, message: str):
    with pytest.raises(ArgumentError, match=f"^{message}$"):
        read_documents(source)  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", [0, True, 1.5])
def test_a_limit_that_is_no_positive_number_is_refused(limit: object):
    with pytest.raises(ArgumentError, match=f"^max_bytes is {limit}; it must be a whole number of at least 1$"):
        read_documents("x", max_bytes=limit)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------------------ zip


def test_a_zip_of_a_folder_is_read_as_the_folder(tmp_path: Path):
    path = zip_of(
        tmp_path / "a.zip", **{"in/a__txt": "One", "in/metadata__csv": "file,outlet\na.txt,A\n", "__MACOSX/._a": ""}
    )
    corpus = read_documents(path)

    assert [(d.name, d.text, d.outlet) for d in corpus] == [("a.txt", "One", "A")]


def test_a_zip_of_one_table_is_read_as_the_table(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", articles__jsonl='{"id": "a", "text": "One"}')

    assert read_documents(path)["a"].text == "One"


def test_a_member_that_names_a_path_outside_is_only_its_last_part(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", **{"../../evil__txt": "x"})

    assert read_documents(path).names == ("evil.txt",)
    assert [p.name for p in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_in_a_zip_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", b__zip="x")

    assert refusal(path) == f"{path}, member 'b.zip': a zip archive in a zip archive; unpack it first"


def test_two_members_of_one_name_are_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", **{"x/a__txt": "1", "y/a__txt": "2"})

    assert refusal(path) == f"{path}, member 'y/a.txt': 'x/a.txt' is named 'a.txt' too; names must be unique"


def test_a_member_that_shrank_more_than_articles_do_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", a__txt="a" * 2**21)

    assert re.fullmatch(
        re.escape(f"{path}, member 'a.txt': ") + r"it unpacks to \d{3,4} times its size; at most 200 times is read",
        refusal(path),
    )


def test_a_member_over_the_limit_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", a__txt="a" * 2000)

    assert (
        refusal(path, max_bytes=1000)
        == f"{path}, member 'a.txt': it unpacks to 2000 bytes; at most 1000 bytes are read"
    )


def test_members_over_the_limit_together_are_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", **{f"{i}__txt": "a" * 900 for i in range(9)})
    data = path.read_bytes()

    with pytest.raises(InputError, match=r"^a\.zip: it unpacks to 8100 bytes in all; at most 7200 bytes are read$"):
        zip_store("a.zip", data, 900)


def test_a_link_in_a_zip_is_refused(tmp_path: Path):
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")

    assert refusal(tmp_path / "a.zip") == (
        f"{tmp_path / 'a.zip'}, member 'a.txt': this is a link or a special file; only regular files are read"
    )


def test_an_encrypted_member_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip", a__txt="x")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    assert refusal(path) == f"{path}, member 'a.txt': it is encrypted; pack it without a password"


def test_a_damaged_member_is_refused(tmp_path: Path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "hello")
    (tmp_path / "a.zip").write_bytes(buffer.getvalue().replace(b"hello", b"jello", 1))

    assert refusal(tmp_path / "a.zip") == (
        f"{tmp_path / 'a.zip'}, member 'a.txt': it cannot be unpacked (Bad CRC-32 for file 'a.txt'); pack it again"
    )


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(b"PK no")

    assert (
        refusal(tmp_path / "a.zip")
        == f"{tmp_path / 'a.zip'}: no readable zip archive (File is not a zip file); pack it again"
    )


def test_an_empty_zip_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "a.zip")

    assert refusal(path) == f"{path}: the zip archive is empty; {HOLD}"
