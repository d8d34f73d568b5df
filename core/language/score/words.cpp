#include "words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/language/utf8.h"
#include "porter.h"

namespace limner::language {
namespace {

struct Span {
    char32_t first, last;
};

// sacrebleu/tokenizers/tokenizer_zh.py. Two of its ranges are written "\u20000" to "\u2a6d6" and "\u2f800" to
// "\u2fa1d", which Python reads as four digits and a letter, so that they are other characters than meant.
// Its numbers are what people compare with, so they are the same here.
constexpr std::array<Span, 22> kChinese{
    {{0x3400, 0x4DB5}, {0x4E00, 0x9FA5}, {0x9FA6, 0x9FBB}, {0xF900, 0xFA2D}, {0xFA30, 0xFA6A},
     {0xFA70, 0xFAD9}, {0x2001, 0x2A6D}, {0x2F81, 0x2FA1}, {0xFF00, 0xFFEF}, {0x2E80, 0x2EFF},
     {0x3000, 0x303F}, {0x31C0, 0x31EF}, {0x2F00, 0x2FDF}, {0x2FF0, 0x2FFF}, {0x3100, 0x312F},
     {0x31A0, 0x31BF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE4F}, {0x2600, 0x26FF}, {0x2700, 0x27BF},
     {0x3200, 0x32FF}, {0x3300, 0x33FF}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kBefore13a{
    {{"<skipped>", ""}, {"-\n", ""}, {"\n", " "}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kEntitiesOf13a{
    {{"&quot;", "\""}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}}};

bool isChineseSign(char32_t code) {
    return std::any_of(kChinese.begin(), kChinese.end(),
                       [code](const Span& span) { return code >= span.first && code <= span.last; });
}

/// As str.isspace(): four control characters more than \s of other languages.
bool isPythonSpace(char32_t code) {
    return isSpace(code) || (code >= 0x1C && code <= 0x1F);
}

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool isPoint(char byte) {
    return byte == '.' || byte == ',';
}

/// ASCII signs, and the space, except ' , - . and what is no sign.
bool isLoneSign(char byte) {
    return (byte >= '{' && byte <= '~') || (byte >= '[' && byte <= '`') || (byte >= ' ' && byte <= '&') ||
           (byte >= '(' && byte <= '+') || (byte >= ':' && byte <= '@') || byte == '/';
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::string withSpacesAroundSigns(std::string_view line) {
    std::string spaced;
    for (const char byte : line) {
        if (isLoneSign(byte)) {
            spaced.append(1, ' ').append(1, byte).append(1, ' ');
        } else {
            spaced += byte;
        }
    }
    return spaced;
}

/// The next three each as re.sub does it: from left to right, what was matched is not looked at again.
std::string withPointsAfterOthersApart(std::string_view line) {
    std::string spaced;
    for (size_t at = 0; at < line.size(); ++at) {
        spaced += line[at];
        if (isDigit(line[at]) || at + 1 >= line.size() || !isPoint(line[at + 1])) continue;
        spaced.append(1, ' ').append(1, line[at + 1]).append(1, ' ');
        ++at;
    }
    return spaced;
}

std::string withPointsBeforeOthersApart(std::string_view line) {
    std::string spaced;
    for (size_t at = 0; at < line.size(); ++at) {
        if (!isPoint(line[at]) || at + 1 >= line.size() || isDigit(line[at + 1])) {
            spaced += line[at];
            continue;
        }
        spaced.append(1, ' ').append(1, line[at]).append(1, ' ').append(1, line[at + 1]);
        ++at;
    }
    return spaced;
}

std::string withDashesAfterDigitsApart(std::string_view line) {
    std::string spaced;
    for (size_t at = 0; at < line.size(); ++at) {
        spaced += line[at];
        if (!isDigit(line[at]) || at + 1 >= line.size() || line[at + 1] != '-') continue;
        spaced += " - ";
        ++at;
    }
    return spaced;
}

/// What "13a" and "zh" have in common.
Words splitAtSigns(std::string_view line) {
    return splitAtSpaces(withDashesAfterDigitsApart(
        withPointsBeforeOthersApart(withPointsAfterOthersApart(withSpacesAroundSigns(line)))));
}

std::string_view stripped(std::string_view line) {
    size_t begin = line.size();
    size_t end = 0;
    for (size_t at = 0; at < line.size();) {
        const Character character = characterAt(line, at);
        if (!isPythonSpace(character.code)) {
            begin = std::min(begin, at);
            end = at + character.bytes;
        }
        at += character.bytes;
    }
    return begin < end ? line.substr(begin, end - begin) : std::string_view();
}

std::string withChineseApart(std::string_view line) {
    std::string spaced;
    for (const char32_t code : codePointsOf(line)) {
        const bool isApart = isChineseSign(code);
        if (isApart) spaced += ' ';
        appendCharacter(spaced, code);
        if (isApart) spaced += ' ';
    }
    return spaced;
}

Words split13a(std::string_view line) {
    const std::string_view text = stripped(line);
    // Only the end is stripped there, but spaces at the beginning separate nothing.
    std::string plain(text);
    for (const auto& [from, to] : kBefore13a) plain = replaced(std::move(plain), from, to);
    for (const auto& [from, to] : kEntitiesOf13a) plain = replaced(std::move(plain), from, to);
    return splitAtSigns(" " + plain + " ");
}

Words splitIntoCharacters(std::string_view line) {
    Words words;
    for (const char32_t code : codePointsOf(line)) {
        if (!isPythonSpace(code)) words.push_back(utf8Of(code));
    }
    return words;
}

bool isArticle(std::string_view word) {
    return word == "a" || word == "an" || word == "the";
}

bool isAsciiPunctuation(char byte) {
    return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') || (byte >= '[' && byte <= '`') ||
           (byte >= '{' && byte <= '~');
}

/// Each run of letters and numbers that is an article becomes a space.
std::string withoutArticles(std::string_view line) {
    std::string text;
    std::string run;
    const auto endRun = [&text, &run] {
        text += isArticle(run) ? " " : run;
        run.clear();
    };
    for (const char32_t code : codePointsOf(line)) {
        const bool isOfWord = isLetter(code) || isNumber(code);
        if (!isOfWord) endRun();
        appendCharacter(isOfWord ? run : text, code);
    }
    endRun();
    return text;
}

}  // namespace

Words splitAtSpaces(std::string_view line) {
    Words words;
    std::string word;
    for (size_t at = 0; at <= line.size();) {
        const bool isEnd = at == line.size();
        const Character character = isEnd ? Character{.code = ' '} : characterAt(line, at);
        if (isPythonSpace(character.code)) {
            if (!word.empty()) words.push_back(std::exchange(word, {}));
        } else {
            word += line.substr(at, character.bytes);
        }
        at += character.bytes;
    }
    return words;
}

Words wordsAndSigns(std::string_view line, WordSplit split) {
    if (split == WordSplit::Characters) return splitIntoCharacters(line);
    if (split == WordSplit::Chinese) return splitAtSigns(withChineseApart(stripped(line)));
    return split13a(line);
}

Words rougeWords(std::string_view line, const ScoreOptions& options) {
    const std::string lower = lowerCased(line);
    Words words;
    if (options.split == WordSplit::Spaced) {
        std::string plain;
        for (const char byte : lower) plain += isDigit(byte) || (byte >= 'a' && byte <= 'z') ? byte : ' ';
        words = splitAtSpaces(plain);
    } else {
        words = wordsAndSigns(lower, options.split);
    }
    if (!options.usesStems) return words;
    for (std::string& word : words) {
        if (codePointsOf(word).size() > 3) word = porterStem(word);
    }
    return words;
}

Words answerWords(std::string_view line, WordSplit split) {
    std::string lower = lowerCased(line);
    std::erase_if(lower, &isAsciiPunctuation);
    const std::string plain = withoutArticles(lower);
    return split == WordSplit::Spaced ? splitAtSpaces(plain) : wordsAndSigns(plain, split);
}

}  // namespace limner::language
