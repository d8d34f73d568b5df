// Byte-level byte-pair encoding: GPT-2's tokenizer, and that which is learned from a person's text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tokenizer.h"

namespace limner::language {

/// What makes a byte-pair tokenizer.
struct BytePairs {
    std::vector<std::string> bytes = {};  ///< what each id stands for, special tokens included
    std::vector<std::pair<int32_t, int32_t>> merges = {};  ///< most important first
    std::vector<int32_t> merged = {};                      ///< the token that each merge makes
    std::vector<SpecialToken> specials = {};
    bool usesPieces = true;     ///< cuts into GPT-2's pieces first, over which no token reaches
    bool addsSpace = false;     ///< begins a text with a space where it has none
    bool prefersWhole = false;  ///< a piece that is a token is that token, whatever the merges say
};

/// Sources: Sennrich et al. 2016; Radford et al. 2019, section 2.2.
class BytePairTokenizer : public Tokenizer {
public:
    /// @pre every byte that `encode` shall not lose is a token; ids in `merges` and `merged` are within
    /// `bytes`
    explicit BytePairTokenizer(BytePairs pairs);

    std::string name() const override { return "byte-pairs"; }
    std::string toJson() const override;
    /// Bytes that have no token: they are left out.
    int64_t unknownIn(std::string_view utf8) const override;

protected:
    void encodePlain(std::string_view text, std::vector<int32_t>& ids) const override;

private:
    struct Merge {
        int32_t rank = 0;
        int32_t id = 0;
    };
    struct Scratch;

    const Merge* mergeOf(int32_t left, int32_t right) const;
    void encodePiece(std::string_view piece, Scratch& scratch, std::vector<int32_t>& ids) const;
    void joinPairs(Scratch& scratch) const;

    std::vector<std::pair<int32_t, int32_t>> m_merges;
    std::unordered_map<uint64_t, Merge> m_mergeOf;
    std::unordered_map<std::string_view, int32_t> m_wholes;  ///< empty unless they are preferred
    std::array<int32_t, 256> m_byteIds{};                    ///< -1 where a byte has no token
    bool m_usesPieces;
    bool m_addsSpace;
};

}  // namespace limner::language
