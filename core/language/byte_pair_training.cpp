#include "byte_pair_training.h"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <utility>

#include "byte_alphabet.h"
#include "byte_pair_tokenizer.h"
#include "gpt2_pieces.h"
#include "utf8.h"

namespace limner::language {
namespace {

constexpr int64_t kBytes = 256;
constexpr size_t kLongestPiece = 1024;

/// Left and right token; ordered by the left one first.
using PairKey = uint64_t;

PairKey pairKey(int32_t left, int32_t right) {
    return PairKey{static_cast<uint32_t>(left)} << 32 | static_cast<uint32_t>(right);
}

struct Word {
    std::vector<int32_t> tokens;
    int64_t count = 0;
};

struct PairPlaces {
    int64_t count = 0;
    std::vector<uint32_t> words;  ///< where it may be found; some no longer hold it
};

struct Candidate {
    int64_t count;
    PairKey pair;

    bool operator<(const Candidate& other) const {
        return count != other.count ? count < other.count : pair > other.pair;
    }
};

/// The pieces of a text, each once, as single bytes.
std::vector<Word> wordsOf(std::string_view text, const std::vector<std::string>& specials) {
    std::unordered_map<std::string_view, int64_t> counts;
    const auto onPlain = [&counts](std::string_view plain) {
        while (!plain.empty()) {
            std::string_view piece = plain.substr(0, gpt2PieceLength(plain));
            plain.remove_prefix(piece.size());
            for (; !piece.empty(); piece.remove_prefix(std::min(piece.size(), kLongestPiece)))
                ++counts[piece.substr(0, kLongestPiece)];
        }
    };
    specialTokensFrom(0, specials).split(text, onPlain, [](int32_t) {});
    const std::string order = bytesInAlphabetOrder();
    std::vector<Word> words;
    words.reserve(counts.size());
    for (const auto& [piece, count] : counts) {
        Word word{.tokens = {}, .count = count};
        for (const char byte : piece) word.tokens.push_back(static_cast<int32_t>(order.find(byte)));
        words.push_back(std::move(word));
    }
    return words;
}

class PairLearner {
public:
    explicit PairLearner(std::vector<Word> words) : m_words(std::move(words)) {
        for (const char byte : bytesInAlphabetOrder()) addToken(std::string(1, byte));
        for (size_t i = 0; i < m_words.size(); ++i) {
            const std::vector<int32_t>& tokens = m_words[i].tokens;
            for (size_t at = 0; at + 1 < tokens.size(); ++at) {
                PairPlaces& places = m_pairs[pairKey(tokens[at], tokens[at + 1])];
                places.count += m_words[i].count;
                if (places.words.empty() || places.words.back() != i)
                    places.words.push_back(static_cast<uint32_t>(i));
            }
        }
        for (const auto& [pair, places] : m_pairs) m_candidates.push({places.count, pair});
    }

    int64_t size() const { return static_cast<int64_t>(m_result.bytes.size()); }
    BytePairs take() { return std::move(m_result); }

    /// Joins the most frequent pair; false where none stands there `leastCount` times.
    bool joinNext(int64_t leastCount) {
        while (!m_candidates.empty()) {
            const Candidate best = m_candidates.top();
            m_candidates.pop();
            const int64_t count = m_pairs[best.pair].count;
            if (count == best.count) {
                if (count < leastCount) return false;
                join(best.pair);
                return true;
            }
            if (count > 0) m_candidates.push({count, best.pair});
        }
        return false;
    }

private:
    int32_t addToken(std::string bytes) {
        const auto [known, isNew] = m_idOf.emplace(bytes, static_cast<int32_t>(m_result.bytes.size()));
        if (isNew) m_result.bytes.push_back(std::move(bytes));
        return known->second;
    }

    void join(PairKey pair) {
        const auto left = static_cast<int32_t>(pair >> 32);
        const auto right = static_cast<int32_t>(pair & 0xFFFFFFFF);
        const int32_t joined =
            addToken(m_result.bytes[static_cast<size_t>(left)] + m_result.bytes[static_cast<size_t>(right)]);
        m_result.merges.emplace_back(left, right);
        m_result.merged.push_back(joined);
        std::vector<PairKey> made;
        const std::vector<uint32_t> words = std::exchange(m_pairs[pair].words, {});
        for (const uint32_t word : words) joinIn(word, left, right, joined, made);
        m_pairs.erase(pair);
        std::sort(made.begin(), made.end());
        made.erase(std::unique(made.begin(), made.end()), made.end());
        for (const PairKey key : made) m_candidates.push({m_pairs[key].count, key});
    }

    /// Joins a pair throughout one word and keeps the counts; `made` gets the pairs that are new there.
    void joinIn(uint32_t index, int32_t left, int32_t right, int32_t joined, std::vector<PairKey>& made) {
        Word& word = m_words[index];
        std::vector<int32_t> tokens;
        tokens.reserve(word.tokens.size());
        for (size_t at = 0; at < word.tokens.size(); ++at) {
            const bool isPair =
                at + 1 < word.tokens.size() && word.tokens[at] == left && word.tokens[at + 1] == right;
            tokens.push_back(isPair ? joined : word.tokens[at]);
            if (isPair) ++at;
        }
        if (tokens.size() == word.tokens.size()) return;
        for (size_t at = 0; at + 1 < word.tokens.size(); ++at)
            m_pairs[pairKey(word.tokens[at], word.tokens[at + 1])].count -= word.count;
        word.tokens = std::move(tokens);
        for (size_t at = 0; at + 1 < word.tokens.size(); ++at) {
            const PairKey key = pairKey(word.tokens[at], word.tokens[at + 1]);
            PairPlaces& places = m_pairs[key];
            places.count += word.count;
            if (word.tokens[at] != joined && word.tokens[at + 1] != joined) continue;
            places.words.push_back(index);
            made.push_back(key);
        }
    }

    std::vector<Word> m_words;
    std::unordered_map<PairKey, PairPlaces> m_pairs;
    std::priority_queue<Candidate> m_candidates;
    std::unordered_map<std::string, int32_t> m_idOf;
    BytePairs m_result;
};

std::string withPoint(size_t bytes) {
    return std::to_string(bytes / 1'000'000) + "." + std::to_string(bytes % 1'000'000 / 100'000);
}

}  // namespace

Result<LearnedTokenizer> learnBytePairs(std::string_view utf8, const BytePairTraining& training) {
    const auto specials = static_cast<int64_t>(training.specials.size());
    if (training.vocabularySize < kBytes + specials) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "A vocabulary of byte pairs has at least %1 tokens here."),
                                 {std::to_string(kBytes + specials)}},
                     .hint = LIMNER_TR("core", "Choose a larger vocabulary.")};
    }
    LearnedTokenizer learned;
    const std::string_view part = firstBytes(utf8, training.maxBytes);
    if (part.size() < utf8.size()) {
        learned.notes.push_back({LIMNER_TR("core", "The tokens were learned from the first %1 MB of %2 MB."),
                                 {withPoint(part.size()), withPoint(utf8.size())}});
    }
    PairLearner learner(wordsOf(part, training.specials));
    while (learner.size() < training.vocabularySize - specials && learner.joinNext(training.leastCount)) {
        if (training.isStopped && training.isStopped())
            return Error{.code = ErrorCode::Internal, .message = "Stopped."};
    }
    BytePairs pairs = learner.take();
    const SpecialTokens tokens =
        specialTokensFrom(static_cast<int32_t>(pairs.bytes.size()), training.specials);
    pairs.specials = tokens.all();
    pairs.bytes.insert(pairs.bytes.end(), training.specials.begin(), training.specials.end());
    const auto size = static_cast<int64_t>(pairs.bytes.size());
    if (size < training.vocabularySize) {
        learned.notes.push_back({LIMNER_TR("core", "The text gave %1 tokens; %2 were asked for."),
                                 {std::to_string(size), std::to_string(training.vocabularySize)}});
    }
    learned.tokenizer = std::make_shared<BytePairTokenizer>(std::move(pairs));
    return learned;
}

}  // namespace limner::language
