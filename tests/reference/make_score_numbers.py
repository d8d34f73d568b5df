"""Writes text/scores.json: what sacrebleu, rouge-score, nltk and SQuAD's formula make of pairs of lines.

Needs sacrebleu, rouge-score and nltk, without WordNet. Run by hand, `python make_score_numbers.py`.
"""

import collections
import json
import pathlib
import re
import string

import nltk.stem.porter
from nltk.translate.meteor_score import meteor_score
from rouge_score import rouge_scorer
from sacrebleu.metrics import BLEU

FOLDER = pathlib.Path(__file__).parent / "text"

# hypothesis, reference
SPACED = [
    ("The cat sat on the mat.", "The cat sat on the mat."),
    ("", ""), ("", "Something was expected."), ("Nothing was expected.", ""), ("!!! ...", "???"),
    ("the the the the the the the", "The cat is on the mat."),
    ("It is a guide to action which ensures that the military always obeys the commands of the party.",
     "It is a guide to action that ensures that the military will forever heed Party commands."),
    ("It is to insure the troops forever hearing the activity guidebook that party direct.",
     "It is the guiding principle which guarantees the military forces always being under the command of the Party."),
    ("He was running and the dogs were barking loudly", "He runs while a dog barked loud"),
    ("In the beginning God created heaven and earth.", "In the beginning God created the heaven and the earth."),
    ("And the earth was void, and without form; darkness was upon the deep.",
     "And the earth was without form, and void; and darkness was upon the face of the deep."),
    ("The LORD is my shepherd; I shall not want.", "the lord is my shepherd, i shall not want"),
    ("$3.50, 1,000 and 3.14-2.71 are numbers (aren't they?)", "$3.50 , 1,000 and 3.14 - 2.71 are numbers ( are n't they ? )"),
    ("It's a test & it's \"quoted\" &amp; &lt;tagged&gt; -- yes...", "It is a test and it is quoted & <tagged> - yes."),
    ("x", "x"), ("a b", "b a"), ("a an the", "the a an"),
    ("don't stop-the-press, U.S.A. vs. e.g. 1.a a.1 ,5 5, .5 5.", "Don't stop the press; USA v. eg 1a a1 5"),
    ("Café déjà vu naïve façade — “quoted” ‘single’…", "Cafe deja vu naive facade - \"quoted\" 'single'..."),
    ("one two three four five six seven eight nine ten", "ten nine eight seven six five four three two one"),
    ("relational conditional rationally dying lying skies proceeding hopefulness", "relate condition rational die lie sky proceed hopeful"),
    ("  leading and   many\tspaces\u00a0here  ", "leading and many spaces here"),
    ("short", "a much longer reference that the hypothesis does not come near to at all"),
    ("a much longer hypothesis that goes on and on about a short reference", "short"),
]
CHINESE = [
    ("兰叶春葳蕤，桂华秋皎洁。", "兰叶春葳蕤，桂华秋皎洁。"), ("下马饮君酒，问君去哪里。", "下马饮君酒，问君何所之。"),
    ("白云无尽时", "但去莫复问，白云无尽时。"), ("", "空"), ("床前明月光", "疑是地上霜"),
    ("我有3.5个GPU，价格是1,000元。", "我有 3.5 个 GPU, 价格为 1,000 元！"), ("“引号”和——破折号…", "「引号」和—破折号。"),
    ("Mixed 中文 and English", "Mixed 中文 with English"),
]
WORDS = """caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned
falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer conformabli
radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness
formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful goodness revival allowance
inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption homologou communism
activate angulariti homologous effective bowdlerize probate rate cease controll roll flies dies spied died dying lying tying
news innings inning outings cannings howe proceed exceed succeed skies enjoy spy fly try enjoyment geology theology
archaeology philology hopefully fully alli really finally yyyy syzygy by as is ed ing eed ied ies s café naïveté ééé
controlling rolled tree trouble oats ivy troubles private oaten orrery generalization oscillators""".split()


class Chinese:
    """What rouge-score is given for Chinese: the words of sacrebleu's tokenizer."""

    def __init__(self, stemmer=None):
        self.stemmer = stemmer
        self.split = BLEU(tokenize="zh").tokenizer

    def tokenize(self, text):
        words = self.split(text.lower()).split()
        return [self.stemmer.stem(word) if self.stemmer and len(word) > 3 else word for word in words]


class NoSynonyms:
    def synsets(self, _):
        return []


def squad_words(text, split):
    text = "".join(letter for letter in text.lower() if letter not in set(string.punctuation))
    text = re.sub(r"\b(a|an|the)\b", " ", text)
    return text.split() if split is None else split(text).split()


def squad_f1(hypothesis, reference, split):
    ours, theirs = squad_words(hypothesis, split), squad_words(reference, split)
    if not ours or not theirs:
        return float(ours == theirs)
    common = sum((collections.Counter(ours) & collections.Counter(theirs)).values())
    if common == 0:
        return 0.0
    precision, recall = common / len(ours), common / len(theirs)
    return 2 * precision * recall / (precision + recall)


def numbers(pairs, tokenize):
    """Of each line, then of all."""
    corpus, line_bleu = BLEU(tokenize=tokenize), BLEU(tokenize=tokenize, effective_order=True)
    stemmer = nltk.stem.porter.PorterStemmer()
    chinese = tokenize != "13a"
    types = ["rouge1", "rouge2", "rougeL"]
    plain = rouge_scorer.RougeScorer(types, tokenizer=Chinese() if chinese else None)
    stemmed = rouge_scorer.RougeScorer(types, use_stemmer=True, tokenizer=Chinese(stemmer) if chinese else None)
    lines = []
    for hypothesis, reference in pairs:
        words = [corpus.tokenizer(text.rstrip()).split() for text in (reference, hypothesis)]
        lines.append({
            "bleu": [line_bleu.sentence_score(hypothesis, [reference]).score],
            "rouge": [plain.score(reference, hypothesis)[name].fmeasure for name in types],
            "rouge-stems": [stemmed.score(reference, hypothesis)[name].fmeasure for name in types],
            "meteor": [meteor_score([words[0]], words[1], wordnet=NoSynonyms())],
            "f1": [squad_f1(hypothesis, reference, corpus.tokenizer if chinese else None)]})
    total = {key: [sum(values) / len(lines) for values in zip(*(line[key] for line in lines))] for key in lines[0]}
    total["bleu"] = [corpus.corpus_score([pair[0] for pair in pairs], [[pair[1] for pair in pairs]]).score]
    return {"pairs": pairs, "lines": lines, "corpus": total}


def main():
    characters = numbers(CHINESE, "char")
    stemmer = nltk.stem.porter.PorterStemmer()
    out = {"spaced": numbers(SPACED, "13a"), "chinese": numbers(CHINESE, "zh"),
           "characters": {"pairs": CHINESE, "lines": [{"bleu": line["bleu"]} for line in characters["lines"]],
                          "corpus": {"bleu": characters["corpus"]["bleu"]}},
           "stems": {word: stemmer.stem(word) for word in WORDS}}
    text = json.dumps(out, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    (FOLDER / "scores.json").write_text(text.replace('{"bleu"', '\n{"bleu"') + "\n")


if __name__ == "__main__":
    main()
