#include "job_page.h"

#include <algorithm>
#include <string_view>

namespace limner::app {
namespace {

struct KindPage {
    std::string_view kind;
    const char* page;
};

/// What is not here is made in Explore.
constexpr KindPage kKindPages[] = {
    {"train", "go.train"}, {"stylize", "go.stylize"}, {"zoom", "go.stylize"},     {"import", "go.library"},
    {"write", "go.write"}, {"score", "go.write"},     {"perplexity", "go.write"}, {"tokenize", "go.write"}};

std::string kindMade(const JobInfo& job, const Snapshot* snapshot) {
    if (job.kind != "sweep" || snapshot == nullptr) return job.kind;
    const auto of = snapshot->values.find("of");
    const auto* kind = of == snapshot->values.end() ? nullptr : std::get_if<std::string>(&of->second);
    return kind == nullptr ? job.kind : *kind;
}

}  // namespace

QString pageOfJob(const JobInfo& job, const Snapshot* snapshot) {
    const auto* found = std::ranges::find(kKindPages, kindMade(job, snapshot), &KindPage::kind);
    return QLatin1String(found == std::end(kKindPages) ? "go.explore" : found->page);
}

}  // namespace limner::app
