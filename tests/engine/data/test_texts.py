"""Words, vocabularies, and the opinions that come with the program."""

from __future__ import annotations

import string

import numpy as np
import pytest
from hypothesis import given, strategies as st

from playground.core.project import DataSettings
from playground.engine.data import DataError, load_data
from playground.engine.data.sources.texts import read_sentiment, sentiment_vocabulary
from playground.engine.data.tokens import Vocabulary, words
from playground.training.datasets import describe
from playground.training.datasets.texts import Sentiment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't like it.", ["i", "do", "n't", "like", "it"]),
        ("I don’t; we WON'T!", ["i", "do", "n't", "we", "wo", "n't"]),
        ("It's the cat's, they're mine", ["it", "'s", "the", "cat", "'s", "they", "'re", "mine"]),
        ("'some' quoted 'didn't'", ["some", "quoted", "did", "n't"]),
        ("3.5 of 10,000 for 2 people", ["3.5", "of", "10,000", "for", "2", "people"]),
        ("well-known, e.g. mp3 files…", ["well", "known", "e", "g", "mp3", "files"]),
        ("Crème brûlée über ÑANDÚ", ["crème", "brûlée", "über", "ñandú"]),
        ("cre\u0300me", ["crème"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("?!… —", []),
        ("n't", ["n't"]),
    ],
)
def test_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_are_small_without_blanks_and_stay_words(text: str) -> None:
    found = words(text)
    assert all(word and not any(letter.isspace() for letter in word) for word in found)
    assert words(" ".join(found)) == found


def test_a_very_long_word_takes_no_long_time() -> None:
    assert words("a" * 500_000) == ["a" * 500_000]


def test_the_most_frequent_words_have_ids_and_ties_stand_in_the_alphabet() -> None:
    vocabulary = Vocabulary.fit(["b a b", "c b a d"], 5)
    assert vocabulary.words == ("b", "a", "c")
    assert vocabulary.size == 5
    assert vocabulary == Vocabulary.fit(["c b a d", "b a b"], 5)


def test_a_text_is_padded_in_front_and_keeps_its_last_words() -> None:
    vocabulary = Vocabulary(("good", "not"))
    assert vocabulary.encode("Not good", 4).tolist() == [0, 0, 3, 2]
    assert vocabulary.encode("it is not very good", 3).tolist() == [3, 1, 2]
    assert vocabulary.encode("", 2).tolist() == [0, 0]
    assert vocabulary.encode("good", 1).dtype == np.int64
    assert vocabulary.decode([0, 0, 3, 1, 2]) == ["not", "?", "good"]
    assert vocabulary.encode_all(["good", "not not"], 2).tolist() == [[0, 2], [3, 3]]


@given(st.lists(st.text(string.ascii_lowercase + " ", max_size=40), max_size=8), st.integers(3, 40), st.integers(1, 12))
def test_ids_stay_below_the_size_and_known_words_come_back(texts: list[str], size: int, length: int) -> None:
    vocabulary = Vocabulary.fit(texts, size)
    assert vocabulary.size <= size
    for text in texts:
        row = vocabulary.encode(text, length)
        assert row.shape == (length,)
        assert row.min() >= 0 and row.max() < vocabulary.size
        expected = [word if word in vocabulary.words else "?" for word in words(text)[-length:]]
        assert vocabulary.decode(row) == expected


@pytest.mark.parametrize("params", [{}, {"length": 5, "vocabulary": 50}, {"length": 200, "vocabulary": 20_000}])
def test_the_opinions_are_as_described(params: dict[str, int]) -> None:
    settings = DataSettings(dataset="sentiment", params=params)
    described, data = describe(settings), load_data(settings)
    assert data.dataset == described
    assert described is not None
    assert described.shape.whole
    assert data.train_x.shape == (described.train_samples, described.shape.sizes[0])
    assert data.train_x.dtype == data.train_y.dtype == np.int64
    assert data.train_x.max() < described.vocabulary
    assert np.bincount(data.train_y).tolist() == [500, 500]
    vocabulary = sentiment_vocabulary(Sentiment.read(params))
    assert data.words == vocabulary.words
    assert data.origins[0] == read_sentiment()[1][0]
    assert vocabulary.decode(data.train_x[0])[-1] in ("?", words(data.origins[0])[-1])


def test_with_the_usual_settings_no_word_of_the_opinions_is_lost() -> None:
    data = load_data(DataSettings(dataset="sentiment"))
    assert not (data.train_x == 1).any()
    assert max(len(words(text)) for text in data.origins) <= 24


def test_the_opinions_are_varied_and_a_few_words_do_not_tell_them_apart() -> None:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.tree import DecisionTreeClassifier

    labels, texts = read_sentiment()
    assert len(set(texts)) == 1000
    assert len({word for text in texts for word in words(text)}) > 1200
    turned = [text for text in texts if {"n't", "not", "no", "never", "nothing", "nobody", "but"} & set(words(text))]
    assert len(turned) > 250
    counts = CountVectorizer(tokenizer=words, token_pattern=None, binary=True).fit_transform(texts).toarray()
    # five questions, each whether a word is there, chosen with all answers known
    assert DecisionTreeClassifier(max_leaf_nodes=6, random_state=0).fit(counts, labels).score(counts, labels) < 0.62


def test_the_file_is_mixed() -> None:
    labels, _ = read_sentiment()
    assert abs(labels[:200].mean() - 0.5) < 0.1


@pytest.mark.parametrize(
    ("content", "words_"),
    [
        (b"1\tfine\n2\tbad\n", "line 2"), (b"1 fine\n", "line 1"), (b"1\t\n", "line 1"),
        (b"1\tfine\n", "holds 1 texts"), (b"1\t\xff\xfe\n", "cannot be read"), (None, "cannot be read"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_named(tmp_path, monkeypatch: pytest.MonkeyPatch, content, words_: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "sentiment.tsv"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr("playground.engine.data.sources.texts.resource_path", lambda *parts: path)
    with pytest.raises(DataError) as error:
        read_sentiment()
    assert str(path) in error.value.message
    assert words_ in error.value.message
    assert "Install" in error.value.hint
