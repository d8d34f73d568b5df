#include "byte_pair_tokenizer.h"

#include <algorithm>
#include <queue>

#include "byte_alphabet.h"
#include "gpt2_pieces.h"
#include "tokenizer_json.h"

namespace limner::language {
namespace {

constexpr size_t kRemembered = size_t{1} << 17;  // pieces
constexpr size_t kLongestRemembered = 64;        // bytes

uint64_t keyOf(int32_t left, int32_t right) {
    return uint64_t{static_cast<uint32_t>(left)} << 32 | static_cast<uint32_t>(right);
}

}  // namespace

struct BytePairTokenizer::Scratch {
    struct Symbol {
        int32_t id;
        int32_t previous, next;  ///< places in the piece; -1 for none
    };

    /// Two neighbours that may be joined: those of the best rank first, then those that stand first.
    struct Pair {
        int32_t rank;
        int32_t at;  ///< place of the left one
        int32_t left, right, joined;

        bool operator<(const Pair& other) const {
            return rank != other.rank ? rank > other.rank : at > other.at;
        }
    };

    struct Remembered {
        size_t begin, count;  ///< in the ids of the whole text
    };

    std::vector<Symbol> symbols;
    std::priority_queue<Pair> pairs;
    std::unordered_map<std::string_view, Remembered> seen;
};

BytePairTokenizer::BytePairTokenizer(BytePairs pairs)
    : Tokenizer(std::move(pairs.bytes), SpecialTokens(std::move(pairs.specials))),
      m_merges(std::move(pairs.merges)),
      m_usesPieces(pairs.usesPieces),
      m_addsSpace(pairs.addsSpace) {
    m_byteIds.fill(-1);
    std::vector<bool> isSpecial(allBytes().size(), false);
    for (const SpecialToken& special : specials()) isSpecial[static_cast<size_t>(special.id)] = true;
    for (int32_t id = 0; id < size(); ++id) {
        const std::string_view bytes = bytesOf(id);
        if (isSpecial[static_cast<size_t>(id)]) continue;
        if (bytes.size() == 1) m_byteIds[static_cast<unsigned char>(bytes.front())] = id;
        if (pairs.prefersWhole) m_wholes.emplace(bytes, id);
    }
    m_mergeOf.reserve(m_merges.size());
    for (size_t i = 0; i < m_merges.size(); ++i) {
        const auto [left, right] = m_merges[i];
        m_mergeOf[keyOf(left, right)] = {.rank = static_cast<int32_t>(i), .id = pairs.merged[i]};
    }
}

const BytePairTokenizer::Merge* BytePairTokenizer::mergeOf(int32_t left, int32_t right) const {
    const auto found = m_mergeOf.find(keyOf(left, right));
    return found == m_mergeOf.end() ? nullptr : &found->second;
}

void BytePairTokenizer::joinPairs(Scratch& scratch) const {
    std::vector<Scratch::Symbol>& symbols = scratch.symbols;
    const auto symbolAt = [&symbols](int32_t place) -> Scratch::Symbol& {
        return symbols[static_cast<size_t>(place)];
    };
    const auto consider = [&](int32_t at) {
        if (at < 0 || symbolAt(at).next < 0) return;
        const int32_t left = symbolAt(at).id;
        const int32_t right = symbolAt(symbolAt(at).next).id;
        if (const Merge* merge = mergeOf(left, right))
            scratch.pairs.push({merge->rank, at, left, right, merge->id});
    };
    for (size_t at = 0; at < symbols.size(); ++at) consider(static_cast<int32_t>(at));
    while (!scratch.pairs.empty()) {
        const Scratch::Pair pair = scratch.pairs.top();
        scratch.pairs.pop();
        Scratch::Symbol& left = symbolAt(pair.at);
        if (left.id != pair.left || left.next < 0 || symbolAt(left.next).id != pair.right) continue;
        Scratch::Symbol& right = symbolAt(left.next);
        left.id = pair.joined;
        right.id = -1;
        left.next = right.next;
        if (left.next >= 0) symbolAt(left.next).previous = pair.at;
        consider(left.previous);
        consider(pair.at);
    }
}

void BytePairTokenizer::encodePiece(std::string_view piece, Scratch& scratch,
                                    std::vector<int32_t>& ids) const {
    if (const auto whole = m_wholes.find(piece); whole != m_wholes.end()) {
        ids.push_back(whole->second);
        return;
    }
    const auto seen = scratch.seen.find(piece);
    if (seen != scratch.seen.end()) {
        for (size_t i = 0; i < seen->second.count; ++i) ids.push_back(ids[seen->second.begin + i]);
        return;
    }
    scratch.symbols.clear();
    for (const char byte : piece) {
        const int32_t id = m_byteIds[static_cast<unsigned char>(byte)];
        const auto at = static_cast<int32_t>(scratch.symbols.size());
        if (id >= 0) scratch.symbols.push_back({.id = id, .previous = at - 1, .next = at + 1});
    }
    if (!scratch.symbols.empty()) scratch.symbols.back().next = -1;
    joinPairs(scratch);
    const size_t begin = ids.size();
    for (const Scratch::Symbol& symbol : scratch.symbols) {
        if (symbol.id >= 0) ids.push_back(symbol.id);
    }
    if (piece.size() <= kLongestRemembered && scratch.seen.size() < kRemembered)
        scratch.seen.emplace(piece, Scratch::Remembered{begin, ids.size() - begin});
}

void BytePairTokenizer::encodePlain(std::string_view text, std::vector<int32_t>& ids) const {
    std::string withSpace;
    if (m_addsSpace && !text.starts_with(' ')) {
        withSpace.append(1, ' ').append(text);
        text = withSpace;
    }
    Scratch scratch;
    while (!text.empty()) {
        const size_t length = m_usesPieces ? gpt2PieceLength(text) : text.size();
        encodePiece(text.substr(0, length), scratch, ids);
        text.remove_prefix(length);
    }
}

int64_t BytePairTokenizer::unknownIn(std::string_view utf8) const {
    int64_t unknown = 0;
    const auto onPlain = [this, &unknown](std::string_view plain) {
        unknown += std::count_if(plain.begin(), plain.end(), [this](char byte) {
            return m_byteIds[static_cast<unsigned char>(byte)] < 0;
        });
    };
    specialTokens().split(utf8, onPlain, [](int32_t) {});
    return unknown;
}

std::string BytePairTokenizer::toJson() const {
    std::vector<std::string> texts = allBytes();
    std::vector<bool> isSpecial(texts.size(), false);
    for (const SpecialToken& special : specials()) isSpecial[static_cast<size_t>(special.id)] = true;
    for (size_t id = 0; id < texts.size(); ++id) {
        if (!isSpecial[id]) texts[id] = inByteAlphabet(texts[id]);
    }
    OrderedJson merges = OrderedJson::array();
    for (const auto& [left, right] : m_merges)
        merges.push_back(texts[static_cast<size_t>(left)] + " " + texts[static_cast<size_t>(right)]);
    return jsonText(tokenizerJson(specials(), byteLevelJson("ByteLevel", m_addsSpace, m_usesPieces),
                                  byteLevelJson("ByteLevel", m_addsSpace, m_usesPieces),
                                  {{"type", "BPE"},
                                   {"dropout", nullptr},
                                   {"unk_token", nullptr},
                                   {"continuing_subword_prefix", nullptr},
                                   {"end_of_word_suffix", nullptr},
                                   {"fuse_unk", false},
                                   {"byte_fallback", false},
                                   {"ignore_merges", !m_wholes.empty()},
                                   {"vocab", vocabularyJson(texts)},
                                   {"merges", std::move(merges)}}));
}

}  // namespace limner::language
