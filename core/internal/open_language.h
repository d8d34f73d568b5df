// A language model with its tokenizer, opened by what a recipe says of it: a run, exported weights, or a
// network of the library.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <vector>

#include "core/internal/language_model.h"
#include "core/internal/trained_model.h"
#include "core/language/tokenizer.h"
#include "core/types/writing.h"

namespace limner::writing {

/// What was read last: a text that begins in the same way is read on from where the two part.
struct ReadBefore {
    std::unique_ptr<models::Reader> reader = nullptr;
    std::vector<int32_t> ids = {};   ///< that it has read
    std::vector<Token> tokens = {};  ///< the same, each judged by those before it; the first is not
    torch::Tensor after = {};  ///< log-probabilities of what may follow, float32 [vocabulary], on the CPU
};

/// Used by one thread at a time.
struct OpenedLanguage {
    std::unique_ptr<models::Model> owned;
    models::LanguageModel* model = nullptr;  ///< the same
    language::TokenizerPointer tokenizer;
    LanguageFacts facts;
    ReadBefore before;
};

/// @param values  complete, of a table with the rows of generation::trainedRows
/// Errors: those of generation::loadAnyTrained; Unsupported (it does not write), NotFound (no tokenizer),
/// Mismatch (the tokenizer has another number of tokens than the model).
Result<std::shared_ptr<OpenedLanguage>> openLanguage(const ParamValues& values);

/// The tokenizer of a run folder or of a file of weights. Errors: NotFound, Damaged.
Result<language::TokenizerPointer> tokenizerBeside(const std::string& runOrFile);

/// Of one thread: the models that were asked for last, opened again once their files have changed.
class OpenedLanguages {
public:
    Result<std::shared_ptr<OpenedLanguage>> open(const ParamValues& values);

private:
    static constexpr size_t kKept = 2;  // two stand side by side at most, and one may be half a gigabyte

    struct Entry {
        std::string key;
        std::shared_ptr<OpenedLanguage> opened;
    };
    std::list<Entry> m_entries;  // the last one asked for first
};

}  // namespace limner::writing
