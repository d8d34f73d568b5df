// Taking in weights of others: what is kept, what is refused, and what the library says of it.
#include <gmock/gmock.h>

#include <fstream>

#include "core/internal/feature_network.h"
#include "core/internal/gpt_weights.h"
#include "core/internal/tensor_file.h"
#include "core/io/sha256.h"
#include "core/io/tensor_header.h"
#include "core/language/tokenizer.h"
#include "core/style/expected_tensors.h"
#include "core/style/fast_layout.h"
#include "core/style/feature_architecture.h"
#include "io_files.h"
#include "studio_fixture.h"

namespace limner::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LibraryTest : public ::testing::Test {
protected:
    LibraryTest() : studio(makeStudio(host, StudioOptions{folder.path().string(), "cpu", 1})) {}

    /// The job when it is over.
    JobInfo import(const fs::path& file, ParamValues values = {}) {
        values["file"] = file.string();
        const auto id = studio->start({.kind = "import", .values = values, .origin = {}});
        EXPECT_TRUE(id.ok()) << (id ? "" : id.error().text());
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        JobInfo info;
        error = {};
        const auto isSaid = [&] {  // the reason of a failure comes right behind the state
            for (const Event& event : studio->drainEvents())
                if (event.kind == EventKind::Failed) {
                    error = event.error;
                } else if (event.kind == EventKind::Warning) {
                    warnings.push_back(event.message.text());
                }
            return info.state != JobState::Failed || !error.message.isEmpty();
        };
        while ((!isOver(info.state) || !isSaid()) && std::chrono::steady_clock::now() < limit) {
            info = studio->jobs().front();
            std::this_thread::yield();
        }
        isSaid();
        return info;
    }

    /// Weights of the smallest network that is known, all the same number.
    fs::path squeezeNet(const std::string& prefix = {}, const std::string& without = {}) {
        const auto* architecture = style::findFeatureArchitecture("squeezenet1_1");
        io::NamedTensors tensors;
        for (const auto& [name, shape] : style::expectedTensors(*architecture))
            if (name != without) tensors.emplace_back(prefix + name, torch::full(shape, 0.25F));
        tensors.emplace_back(prefix + "classifier.1.bias", torch::zeros({1000}));
        const fs::path file = folder / "squeezed.safetensors";
        EXPECT_TRUE(io::writeTensorFile(file, tensors, {{"input", "BGR"}}).ok());
        return file;
    }
    /// Weights of a GPT-2 of an unusual size, with what Hugging Face's files have beside them.
    fs::path smallGpt(const std::string& prefix, const std::string& without = {}) {
        const models::GptShape shape{.vocabulary = 300, .layers = 2, .heads = 1, .width = 64, .context = 16};
        io::NamedTensors tensors;
        for (const auto& [name, sizes] : models::gptTensors(shape))
            if (name != without) tensors.emplace_back(prefix + name, torch::full(sizes, 0.25F));
        tensors.emplace_back(prefix + "h.1.attn.bias", torch::ones({1, 1, 16, 16}));
        tensors.emplace_back(prefix + "h.1.attn.masked_bias", torch::zeros({}));
        tensors.emplace_back("lm_head.weight", torch::full({300, 64}, 0.25F));
        const fs::path file = folder / "model.safetensors";
        EXPECT_TRUE(io::writeTensorFile(file, tensors, {{"format", "pt"}}).ok());
        return file;
    }
    void writeTokenizer(const std::vector<std::string>& specials = {}) {
        std::ofstream(folder / "tokenizer.json") << language::makeByteTokenizer(specials)->toJson();
    }
    std::vector<LibraryNetwork> here() const {
        auto networks = studio->library().networks();
        std::erase_if(networks, [](const LibraryNetwork& network) { return !network.isHere(); });
        return networks;
    }
    size_t filesKept() const {
        std::error_code none;
        const fs::directory_iterator models(folder / "models", none);
        return static_cast<size_t>(std::distance(fs::begin(models), fs::end(models)));
    }

    test::TemporaryFolder folder;
    PlainHost host;
    std::unique_ptr<Studio> studio;
    Error error;
    std::vector<std::string> warnings;
};

TEST_F(LibraryTest, ANetworkIsKeptUnderItsHashWithoutWhatNobodyNeeds) {
    const fs::path file = squeezeNet();
    const JobInfo done = import(file, {{"licence", "BSD-3-Clause"}});
    ASSERT_EQ(done.state, JobState::Finished) << error.text();
    const auto networks = here();
    ASSERT_EQ(networks.size(), 1u);
    const LibraryNetwork& network = networks.front();
    EXPECT_EQ(network.kind, NetworkKind::Features);
    EXPECT_EQ(network.architecture, "squeezenet1_1");
    EXPECT_EQ(network.licence, "BSD-3-Clause");
    EXPECT_EQ(network.source, "squeezed.safetensors");
    EXPECT_EQ(network.sourceHash, *io::sha256OfFile(file));
    EXPECT_FALSE(network.isAsPublished());
    EXPECT_EQ(network.file, done.folder);
    EXPECT_EQ(network.id, "squeezed-" + io::sha256OfFile(network.file)->substr(0, 8));
    const auto kept = io::readTensorFile(network.file);
    ASSERT_TRUE(kept.ok());
    EXPECT_FALSE(kept->tensors.contains("classifier.1.bias"));
    EXPECT_EQ(kept->metadata.at("input"), "BGR") << "what the file says of its colours stays";
    EXPECT_TRUE(studio->library().verify(network.id).ok());
}

TEST_F(LibraryTest, ImportingTheSameAgainChangesNothing) {
    const fs::path file = squeezeNet();
    import(file);
    import(file);
    EXPECT_EQ(here().size(), 1u);
    EXPECT_EQ(filesKept(), 1u);
}

TEST_F(LibraryTest, NamesBehindACommonPrefixAreFound) {
    ASSERT_EQ(import(squeezeNet("state_dict.module.")).state, JobState::Finished) << error.text();
    EXPECT_TRUE(io::readTensorFile(here().front().file)->tensors.contains("features.0.weight"));
}

TEST_F(LibraryTest, AFastStyleNetworkTakesTheNameOfItsFile) {
    io::NamedTensors tensors;
    for (const auto& [name, shape] : style::expectedTensors(style::fastLayouts().front()))
        tensors.emplace_back(name, torch::zeros(shape));
    ASSERT_TRUE(io::writeTensorFile(folder / "wave.safetensors", tensors, {}).ok());
    ASSERT_EQ(import(folder / "wave.safetensors").state, JobState::Finished) << error.text();
    EXPECT_EQ(here().front().kind, NetworkKind::FastStyle);
    EXPECT_EQ(here().front().title, "wave");
}

TEST_F(LibraryTest, WhatIsKnownAndNotHereIsListedUntilItIs) {
    const auto isListed = [this](bool isHere) {
        return std::ranges::any_of(studio->library().networks(), [&](const LibraryNetwork& network) {
            return network.architecture == "squeezenet1_1" && network.isHere() == isHere;
        });
    };
    EXPECT_TRUE(isListed(false));
    EXPECT_FALSE(isListed(true));
    import(squeezeNet());
    EXPECT_FALSE(isListed(false));
    EXPECT_TRUE(isListed(true));
}

TEST_F(LibraryTest, AMissingTensorIsNamedAndNothingIsKept) {
    EXPECT_EQ(import(squeezeNet({}, "features.0.bias")).state, JobState::Failed);
    EXPECT_EQ(error.code, ErrorCode::Mismatch);
    EXPECT_THAT(error.text(), HasSubstr("features.0.bias"));
    EXPECT_EQ(filesKept(), 0u);
}

TEST_F(LibraryTest, AnotherHashThanPublishedIsRefused) {
    const fs::path file = squeezeNet();
    const std::string hash = *io::sha256OfFile(file);
    EXPECT_EQ(import(file, {{"sha256", hash.substr(0, 8)}}).state, JobState::Finished);
    EXPECT_EQ(import(file, {{"sha256", "0badc0de"}}).state, JobState::Failed);
    EXPECT_EQ(error.code, ErrorCode::Damaged);
    EXPECT_THAT(error.text(), HasSubstr(hash.substr(0, 8)));
    EXPECT_EQ(here().size(), 1u);
}

TEST_F(LibraryTest, APthIsReadByItsReaderAndJudgedLikeAnyOther) {
    EXPECT_EQ(import(fs::path(LIMNER_PTH_FILES) / "new.pth").state, JobState::Failed);
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_THAT(error.text(), HasSubstr("15 tensors"));
    EXPECT_EQ(filesKept(), 0u);
}

TEST_F(LibraryTest, CodeInAPthIsNamedAndNotRun) {
    EXPECT_EQ(import(fs::path(LIMNER_PTH_FILES) / "hostile.pth").state, JobState::Failed);
    EXPECT_EQ(error.message.text(), "“hostile.pth” was refused. It asks to run code (posix.system).");
    EXPECT_EQ(error.kept.text(), "Nothing was run or kept.");
    EXPECT_FALSE(fs::exists("hostile-was-here"));
    EXPECT_EQ(filesKept(), 0u);
}

TEST_F(LibraryTest, AFlippedByteIsFoundAndARemovedOneIsGone) {
    import(squeezeNet());
    const LibraryNetwork network = here().front();
    std::fstream stream(network.file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(-5, std::ios::end);
    stream.put('x');
    stream.close();
    EXPECT_EQ(studio->library().verify(network.id).error().code, ErrorCode::Damaged);
    EXPECT_TRUE(studio->library().remove(network.id).ok());
    EXPECT_TRUE(here().empty());
    EXPECT_EQ(studio->library().remove(network.id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(studio->library().remove("../runs/x").error().code, ErrorCode::NotFound);
}

TEST_F(LibraryTest, AGpt2IsKnownWithAndWithoutItsPrefixAndBringsItsTokenizer) {
    writeTokenizer();
    for (const char* prefix : {"", "transformer."}) {
        ASSERT_EQ(import(smallGpt(prefix)).state, JobState::Finished) << error.text();
        ASSERT_EQ(here().size(), 1u) << "the same tensors under the same names";
        EXPECT_EQ(here().front().kind, NetworkKind::Language);
        EXPECT_EQ(here().front().architecture, "gpt");
        const auto kept = io::readTensorFile(here().front().file);
        ASSERT_TRUE(kept.ok());
        EXPECT_EQ(kept->tensors.size(), 28u) << "neither masks nor a second head";
        EXPECT_TRUE(kept->tensors.contains("transformer.h.1.attn.c_attn.weight"));
        const auto tokenizer = language::parseTokenizer(kept->metadata.at("limner:tokenizer"), "kept");
        ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().text();
        EXPECT_EQ((*tokenizer)->size(), 256);
        ASSERT_TRUE(studio->library().remove(here().front().id).ok());
    }
    EXPECT_THAT(warnings, IsEmpty());
}

TEST_F(LibraryTest, AGpt2WithoutItsTokenizerIsKeptAndSaysSo) {
    ASSERT_EQ(import(smallGpt("transformer.")).state, JobState::Finished) << error.text();
    EXPECT_THAT(warnings, ElementsAre(HasSubstr("without a tokenizer")));
    EXPECT_FALSE(io::readTensorFile(here().front().file)->metadata.contains("limner:tokenizer"));
}

TEST_F(LibraryTest, ATokenizerOfOtherWeightsIsNotTaken) {
    std::vector<std::string> specials;
    for (int i = 0; i < 45; ++i) specials.push_back("<|tag:" + std::to_string(i) + "|>");
    writeTokenizer(specials);
    ASSERT_EQ(import(smallGpt("transformer.")).state, JobState::Finished) << error.text();
    EXPECT_THAT(warnings, ElementsAre(AllOf(HasSubstr("301"), HasSubstr("300"))));
}

TEST_F(LibraryTest, WhatAGpt2LacksIsNamed) {
    EXPECT_EQ(import(smallGpt("transformer.", "h.0.mlp.c_fc.bias")).state, JobState::Failed);
    EXPECT_EQ(error.code, ErrorCode::Mismatch);
    EXPECT_THAT(error.text(), HasSubstr("h.0.mlp.c_fc.bias"));
    EXPECT_EQ(filesKept(), 0u);
}

}  // namespace
}  // namespace limner::testing
