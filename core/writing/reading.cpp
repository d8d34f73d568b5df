#include "core/internal/reading.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/language/text_source.h"

namespace limner::writing {
namespace {

torch::Tensor tensorOf(std::span<const int32_t> ids) {
    return torch::tensor(std::vector<int64_t>(ids.begin(), ids.end()), torch::kInt64);
}

Error noSuchTag(const std::string& tag) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "The model was trained without the tag “%1”."), {tag}},
            .hint = LIMNER_TR("core", "Leave the tag out, or choose one of the model's own.")};
}

/// Forgets what does not begin `ids`; all if the reader cannot.
void goBack(ReadBefore& read, std::span<const int32_t> ids, models::LanguageModel& model) {
    const auto parting = std::ranges::mismatch(read.ids, ids).in1;
    if (read.reader && parting == read.ids.end()) return;
    // What may follow is known of the last token only: the one before the parting is read again.
    const auto kept = std::max<std::ptrdiff_t>(0, parting - read.ids.begin() - 1);
    if (kept == 0 || !read.reader->rewind(kept)) {
        read = {.reader = model.reader()};
        return;
    }
    read.tokens.resize(static_cast<size_t>(kept) + 1);
    read.ids.resize(static_cast<size_t>(kept));
}

/// @return what was read in the end: all of `ids`
Result<ReadBefore> readOn(ReadBefore read, std::span<const int32_t> ids, const OpenedLanguage& opened) {
    constexpr size_t kAtOnce = 64;  // so that the logits of a large vocabulary stay small
    goBack(read, ids, *opened.model);
    while (read.ids.size() < ids.size()) {
        const size_t from = read.ids.size();
        const auto part = ids.subspan(from, std::min(kAtOnce, ids.size() - from));
        const torch::Tensor logits = read.reader->read(tensorOf(part)).cpu();
        const auto checked = checkLogits(logits);
        if (!checked) return checked.error();
        const torch::Tensor logs = logits.to(torch::kFloat32).log_softmax(1);
        for (size_t i = 0; i < part.size(); ++i) {
            if (from + i == 0)
                read.tokens.push_back(
                    {.id = part[i], .text = std::string(opened.tokenizer->bytesOf(part[i]))});
            else if (from + i == read.tokens.size())
                read.tokens.push_back(judged(part[i], read.after, *opened.tokenizer));
            read.after = logs[static_cast<int64_t>(i)];
        }
        read.ids.insert(read.ids.end(), part.begin(), part.end());
    }
    read.after = read.after.clone();  // the last row alone
    return read;
}

/// Of what begins with a space and goes on.
bool bringsSpace(std::string_view token) {
    return token.size() > 1 && token.front() == ' ';
}

bool wordsBringTheirSpace(const language::Tokenizer& tokenizer) {
    for (int32_t id = 0; id < tokenizer.size(); ++id)
        if (bringsSpace(tokenizer.bytesOf(id))) return true;
    return false;
}

/// The space that ends a text: as expected as all words together that would have brought it.
Token judgedSpace(int32_t id, const torch::Tensor& logs, const language::Tokenizer& tokenizer) {
    Token token = judged(id, logs, tokenizer);
    token.logProbability = behindSpace(logs, tokenizer).logsumexp(0).item<double>();
    return token;
}

std::vector<TokenChoice> likeliestBehindSpace(const torch::Tensor& logs,
                                              const language::Tokenizer& tokenizer) {
    std::vector<TokenChoice> choices = likeliest(logs, tokenizer);
    for (TokenChoice& choice : choices) choice.text.erase(0, 1);
    return choices;
}

}  // namespace

torch::Tensor behindSpace(const torch::Tensor& logits, const language::Tokenizer& tokenizer) {
    torch::Tensor open = torch::full_like(logits, -std::numeric_limits<double>::infinity());
    const auto known = std::min<int64_t>(tokenizer.size(), logits.size(0));
    const float* from = logits.const_data_ptr<float>();
    float* to = open.mutable_data_ptr<float>();
    for (int64_t id = 0; id < known; ++id)
        if (bringsSpace(tokenizer.bytesOf(static_cast<int32_t>(id)))) to[id] = from[id];
    return open;
}

void forbidTags(torch::Tensor& logits, const language::Tokenizer& tokenizer) {
    for (const auto& special : tokenizer.specials())
        if (!language::tagsIn(special.text).empty())
            logits.select(-1, special.id).fill_(-std::numeric_limits<double>::infinity());
}

Token judgedBehindSpace(int32_t id, const torch::Tensor& logProbabilities,
                        const language::Tokenizer& tokenizer) {
    Token token = judged(id, logProbabilities, tokenizer);
    token.text.erase(0, 1);
    token.likeliest = likeliestBehindSpace(logProbabilities, tokenizer);
    return token;
}

Result<PromptTokens> promptTokens(const language::Tokenizer& tokenizer, std::string_view text,
                                  const std::string& tag) {
    PromptTokens prompt;
    if (!tag.empty()) {
        const auto id = tokenizer.idOf(language::tagToken(tag));
        if (!id) return noSuchTag(tag);
        prompt.ids.push_back(*id);
        for (const int32_t next : tokenizer.encode("\n")) prompt.ids.push_back(next);
    } else if (text.empty()) {
        if (const auto end = tokenizer.endOfText()) prompt.ids.push_back(*end);
        if (prompt.ids.empty()) prompt.ids = tokenizer.encode("\n");
    }
    prompt.shown = static_cast<int64_t>(prompt.ids.size());
    const std::vector<int32_t> own = tokenizer.encode(text);
    prompt.ids.insert(prompt.ids.end(), own.begin(), own.end());
    const bool endsWithSpace = !own.empty() && prompt.ids.size() > 1 && tokenizer.bytesOf(own.back()) == " ";
    if (endsWithSpace && wordsBringTheirSpace(tokenizer)) {
        prompt.space = own.back();
        prompt.ids.pop_back();
    }
    return prompt;
}

std::vector<TokenChoice> likeliest(const torch::Tensor& logProbabilities,
                                   const language::Tokenizer& tokenizer) {
    const int64_t count = std::min<int64_t>(kLikeliest, tokenizer.size());
    const auto [values, ids] = logProbabilities.slice(0, 0, tokenizer.size()).topk(count);
    std::vector<TokenChoice> choices;
    for (int64_t i = 0; i < count; ++i) {
        const int64_t id = ids.const_data_ptr<int64_t>()[i];
        choices.push_back({id, std::string(tokenizer.bytesOf(static_cast<int32_t>(id))),
                           std::exp(static_cast<double>(values.const_data_ptr<float>()[i]))});
    }
    return choices;
}

Token judged(int32_t id, const torch::Tensor& logProbabilities, const language::Tokenizer& tokenizer) {
    const torch::Tensor& logs = logProbabilities;
    // A token without any probability has no share in the entropy: 0 · log 0 is 0.
    const double entropy = -(logs.exp() * logs.clamp_min(-1e9)).sum().item<double>();
    return {.id = id,
            .text = std::string(tokenizer.bytesOf(id)),
            .logProbability = logs[id].item<double>(),
            .entropy = entropy,
            .likeliest = likeliest(logs, tokenizer)};
}

Result<void> checkLogits(const torch::Tensor& logits) {
    if (!logits.isnan().any().item<bool>()) return {};
    return Error{.code = ErrorCode::NotFinite,
                 .message = LIMNER_TR("core", "The model gives no numbers: its weights are broken."),
                 .hint = LIMNER_TR("core", "Choose an earlier checkpoint.")};
}

Result<Writing> readText(OpenedLanguage& opened, std::string_view text, const std::string& tag) {
    const auto prompt = promptTokens(*opened.tokenizer, text, tag);
    if (!prompt) return prompt.error();
    const auto all = static_cast<int64_t>(prompt->ids.size());
    const int64_t context = opened.model->context();
    const int64_t first = context > 0 ? std::max<int64_t>(0, all - context) : 0;
    const auto ids = std::span(prompt->ids).subspan(static_cast<size_t>(first));
    auto read = readOn(std::exchange(opened.before, {}), ids, opened);
    if (!read) return read.error();
    opened.before = std::move(*read);
    const ReadBefore& now = opened.before;
    Writing writing;
    writing.cutTokens = std::max<int64_t>(0, first - prompt->shown);
    writing.tokens.assign(now.tokens.begin() + std::max<int64_t>(0, prompt->shown - first), now.tokens.end());
    const language::Tokenizer& tokenizer = *opened.tokenizer;
    if (prompt->space) {
        writing.tokens.push_back(judgedSpace(*prompt->space, now.after, tokenizer));
        writing.next = likeliestBehindSpace(behindSpace(now.after, tokenizer).log_softmax(0), tokenizer);
    } else {
        writing.next = likeliest(now.after, tokenizer);
    }
    return writing;
}

}  // namespace limner::writing
