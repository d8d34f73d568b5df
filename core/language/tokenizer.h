// How a text becomes numbers for a language model, and numbers become text again: one interface, three kinds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/special_tokens.h"
#include "core/types/result.h"

namespace limner::language {

/// Cannot change once it is made, so any number of threads may use one.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;

    /// "characters", "bytes" or "byte-pairs".
    virtual std::string name() const = 0;

    /// How many tokens it knows, special ones included; ids are 0 to size() - 1.
    int64_t size() const { return static_cast<int64_t>(m_bytes.size()); }

    /// The tokens of a text. Special tokens that are spelled out in it become one token each. Takes any
    /// bytes: what is not UTF-8 goes in as U+FFFD (characters) or as the bytes that it is (bytes,
    /// byte-pairs).
    std::vector<int32_t> encode(std::string_view utf8) const;

    /// How many characters of a text the vocabulary lacks, so that `encode` puts the replacement in their
    /// place. Always 0 where every byte has a token.
    virtual int64_t unknownIn(std::string_view utf8) const;

    /// What a token stands for; a special one for its own spelling. May be a part of a character.
    /// @pre 0 <= id < size()
    std::string_view bytesOf(int32_t id) const { return m_bytes[static_cast<size_t>(id)]; }

    /// The bytes of these tokens joined.
    /// @pre 0 <= id < size() for each
    std::string decode(std::span<const int32_t> ids) const;

    const std::vector<SpecialToken>& specials() const { return m_specials.all(); }
    /// The id of a special token by its spelling ("<|tag:psalm|>").
    std::optional<int32_t> idOf(std::string_view special) const { return m_specials.idOf(special); }
    /// The id of "<|endoftext|>", where there is one.
    std::optional<int32_t> endOfText() const { return idOf(kEndOfText); }

    /// The text of a tokenizer.json, which `readTokenizer` reads; so does Hugging Face's `tokenizers`:
    /// characters are a WordLevel model there, bytes a BPE without merges.
    virtual std::string toJson() const = 0;

protected:
    /// @param bytes  what each id stands for, special tokens included
    Tokenizer(std::vector<std::string> bytes, SpecialTokens specials);

    const std::vector<std::string>& allBytes() const { return m_bytes; }
    const SpecialTokens& specialTokens() const { return m_specials; }
    /// Appends the tokens of a text without special ones.
    virtual void encodePlain(std::string_view text, std::vector<int32_t>& ids) const = 0;

private:
    std::vector<std::string> m_bytes;
    SpecialTokens m_specials;
};

using TokenizerPointer = std::shared_ptr<const Tokenizer>;

/// Every byte a token of its own, id = byte; special tokens follow from 256.
TokenizerPointer makeByteTokenizer(const std::vector<std::string>& specials = {});

/// The characters of a text, sorted, after the replacement U+FFFD, which has id 0 and stands for every
/// character that the text lacks; special tokens come last, and their spellings do not count as text.
TokenizerPointer makeCharacterTokenizer(std::string_view utf8, const std::vector<std::string>& specials = {});

/// Opens a tokenizer.json (by whatever name), or a folder that holds one or GPT-2's vocab.json and
/// merges.txt. Errors: NotFound, Damaged (not JSON, ids missing or twice, merges of unknown tokens, cut off),
/// Unsupported (well- formed, but not of a kind that Limner knows; the message names the part).
Result<TokenizerPointer> readTokenizer(const std::filesystem::path& path);

/// The same for the text of a tokenizer.json; `name` stands for the file in messages.
Result<TokenizerPointer> parseTokenizer(std::string_view json, const std::filesystem::path& name);

}  // namespace limner::language
