// Runs jobs of any kind by hand, one step at a time, with the model of one short training.
#pragma once

#include "core/internal/kinds.h"
#include "core/io/recipe_text.h"
#include "core/io/safe_replace.h"
#include "training_run.h"

namespace limner::testing {

/// A folder with a run of two steps in "run".
class JobTest : public TrainingFixture {
protected:
    JobTest() {
        Session training(folder);
        const auto started = training.start({{"data", std::string("idx")},
                                             {"data_folder", data.string()},
                                             {"model", std::string("mlp-gan")},
                                             {"batch_size", int64_t{8}},
                                             {"steps", int64_t{2}},
                                             {"out", (folder / "run").string()}});
        EXPECT_TRUE(started.ok()) << started.error().text();
        EXPECT_EQ(training.runToEnd().next, engine::StepOutcome::Next::Done);
    }

    /// As the studio starts it. Session::job is the job.
    Result<void> start(Session& session, const std::string& kind, ParamValues values) const {
        if (!values.contains("run")) values["run"] = (folder / "run").string();
        const generation::KindEntry* entry = generation::findKind(kind);
        const auto prepared = entry->prepare(values);
        if (!prepared) return prepared.error();
        auto made = entry->make({.kind = kind, .values = *prepared}, session.context, JobId{1},
                                [&](Event event) { session.events.push_back(event); });
        if (!made) return made.error();
        session.job = std::move(*made);
        return {};
    }
    /// Runs it to its end; empty where all went well.
    std::string run(const std::string& kind, const ParamValues& values) const {
        Session session(folder);
        const auto started = start(session, kind, values);
        if (!started) return started.error().text();
        const auto outcome = session.runToEnd();
        return outcome.error ? outcome.error->text() : std::string();
    }
    std::string bytesOf(const fs::path& file) const {
        const auto bytes = io::readFile(file, 1 << 28);
        return bytes ? *bytes : "no such file";
    }
    Image pictureIn(const fs::path& file) const {
        const std::string bytes = bytesOf(file);
        const auto picture = host.decode(std::as_bytes(std::span(bytes)));
        return picture ? *picture : Image();
    }
    Recipe recipeIn(const fs::path& file) const {
        const std::string bytes = bytesOf(file);
        return io::recipeFromFields(host.textFields(std::as_bytes(std::span(bytes))), file).value();
    }

    PlainHost host;
};

}  // namespace limner::testing
