"""Writes text/: what Hugging Face's tokenizers make of text/corpus.json after learning from text/sample.txt.

Needs tokenizers. Run by hand, `python make_text_numbers.py`; then run test_language with LIMNER_WRITE_TEXT=1, which
writes limner-*.json, and run this once more: it opens those with tokenizers and notes which ids they give.
sample.txt holds chapters of the King James Version and Tang poems, both in the public domain.
"""

import json
import pathlib

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

FOLDER = pathlib.Path(__file__).parent / "text"
END = "<|endoftext|>"
TAG = "<|tag:psalm|>"
VOCABULARY = 1200
KINDS = ("characters", "bytes", "byte-pairs")

# What goes wrong where a tokenizer cuts corners.
CORPUS = [
    "", " ", "  ", "\n", "\r\n\r\n", "\t\tif (x) {\r\n\t}\r\n",
    "In the beginning God created the heaven and the earth.",
    "I'll, you're we've I'm he'd it's don't 'S 'RE ’s '' 'tis o'clock",
    "trailing spaces   ", "   leading", "two  words   three", "a\u00a0b \u00a0 c\u00a0\u00a0d",
    "\u3000全角空格\u3000 \u2003em\u2009thin\u200bzero\u2028line\u2029para\u0085nel",
    "天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。", "兰叶春葳蕤，桂华秋皎洁。Mixed中文and English漢字123四五六",
    "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇨🇳🇬🇧 ❤️ 1️⃣", "e\u0301 vs é, n\u0303, क्षत्रिय, ที่, עִבְרִית, العَرَبِيَّة", "Zalgo: Z\u0351\u036b\u0343a\u0348\u0354l\u0321g\u032co",
    "3141592653589793238462643383279502884197169399375105820974944592", "1,234,567.89 ½ ² Ⅷ ١٢٣ ৪৫",
    "x=1;y_2--z++ !!! ??? ... … — “quoted” ‘single’ «guillemets»", "https://example.org/a?b=c&d=%20#e",
    "\x00\x01\x1b[32m\x1c\x1d\x1e\x1f\x7f", "\ufeffBOM \ufffd replaced \uffff", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 𠜎 \U0010fffd",
    "HELLO hello HeLLo ǅ ſ ß İı", "a" * 300, "ab " * 40, "\n\n\n  \n\t \n x", " \t 'll", "' s", "'", "''s",
    END, "one" + END + END + " two", "<|endoftext", TAG + "\nThe LORD is my shepherd; I shall not want.\n", " " + TAG + " ",
]


def byte_level(model):
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def ids_of(tokenizer):
    return [tokenizer.encode(text, add_special_tokens=False).ids for text in CORPUS]


def write(name, value):
    (FOLDER / name).write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def make_gpt2():
    """vocab.json and merges.txt, the end of text last as in GPT-2."""
    learner = byte_level(models.BPE())
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY - 1, min_frequency=2, show_progress=False,
                                  initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()))
    learner.train_from_iterator([(FOLDER / "sample.txt").read_text()], trainer)
    model = json.loads(learner.to_str())["model"]
    model["vocab"][END] = len(model["vocab"])
    merges = [tuple(merge) if isinstance(merge, list) else tuple(merge.split(" ")) for merge in model["merges"]]
    (FOLDER / "gpt2").mkdir(exist_ok=True)
    write("gpt2/vocab.json", model["vocab"])
    (FOLDER / "gpt2" / "merges.txt").write_text(
        "#version: 0.2\n" + "".join(f"{left} {right}\n" for left, right in merges))
    tokenizer = byte_level(models.BPE(vocab=model["vocab"], merges=merges))
    tokenizer.add_special_tokens([END])
    return tokenizer


def make_with_added(gpt2):
    """A tokenizer.json with added tokens: special ones, and one that is only looked for in what these leave."""
    tokenizer = Tokenizer.from_str(gpt2.to_str())
    tokenizer.add_special_tokens([TAG])
    tokenizer.add_tokens([AddedToken("shepherd", normalized=True), AddedToken("LORD is", normalized=True)])
    tokenizer.save(str(FOLDER / "tokenizer.json"), pretty=False)
    return tokenizer


def main():
    FOLDER.mkdir(exist_ok=True)
    gpt2 = make_gpt2()
    expected = {"gpt2": ids_of(gpt2), "tokenizer": ids_of(make_with_added(gpt2))}
    prefixed = json.loads(gpt2.to_str())
    prefixed["pre_tokenizer"]["add_prefix_space"] = True
    expected["prefixed"] = ids_of(Tokenizer.from_str(json.dumps(prefixed)))
    for kind in KINDS:
        file = FOLDER / f"limner-{kind}.json"
        if file.exists():
            ours = Tokenizer.from_file(str(file))
            expected[f"limner-{kind}"] = ids_of(ours)
            if kind != "characters":
                assert all(ours.decode(ids, skip_special_tokens=False) == text
                           for ids, text in zip(expected[f"limner-{kind}"], CORPUS)), kind
    write("corpus.json", {"texts": CORPUS, "ids": expected})


if __name__ == "__main__":
    main()
