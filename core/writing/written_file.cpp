#include "written_file.h"

#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/io/json_file.h"
#include "core/io/recipe_json.h"
#include "core/io/sha256.h"

namespace limner::writing {
namespace {

io::Json tokensJson(const std::vector<Token>& tokens) {
    io::Json list = io::Json::array();
    for (const Token& token : tokens) {
        list.push_back({{"id", token.id},
                        {"text", token.text},
                        {"log_probability", token.logProbability},
                        {"entropy", token.entropy}});
    }
    return list;
}

}  // namespace

Result<void> writeText(const std::filesystem::path& file, const Writing& writing, const Recipe& recipe) {
    const auto made = generation::makeFolder(file.parent_path());
    if (!made) return made;
    const std::string text = textOf(writing.tokens);
    if (file.extension() == ".json") {
        return io::writeObject(file, {{"recipe", io::Json::parse(io::toJson(recipe))},
                                      {"text", text},
                                      {"tokens", tokensJson(writing.tokens)}});
    }
    io::Json beside = io::Json::parse(io::toJson(recipe));
    io::Sha256 hash;
    hash.update(text);
    beside[generation::kHashKey] = hash.finish();
    const auto kept = io::writeObject(generation::recipeBeside(file), beside);
    if (!kept) return kept;
    return generation::writeBytes(file, std::as_bytes(std::span(text)));
}

}  // namespace limner::writing
