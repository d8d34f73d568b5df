#include "progress_view.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "json_text.h"

namespace limner::cli {
namespace {

std::string countText(double count) {
    return std::to_string(std::llround(count));
}

double shareOf(const Progress& progress) {
    return progress.total > 0 ? std::clamp(progress.done / progress.total, 0.0, 1.0) : 0;
}

/// "292 of 469 steps · 41/s · 4 s left · epoch 0.62 of 1"
std::string factsText(const Progress& progress) {
    std::string text = countText(progress.done);
    if (progress.total > 0) text += " of " + countText(progress.total);
    text += " " + progress.unit;
    if (progress.ratePerSecond > 0) text += " · " + numberText(progress.ratePerSecond) + "/s";
    if (progress.secondsLeft >= 0) text += " · " + durationText(progress.secondsLeft) + " left";
    for (const Message& more : {progress.place, progress.innerRate})
        if (!more.isEmpty()) text += " · " + more.text();
    return text;
}

std::string percentText(const Progress& progress) {
    const std::string number = std::to_string(static_cast<int>(100 * shareOf(progress)));
    return std::string(3 - std::min<size_t>(3, number.size()), ' ') + number + " %";
}

std::string scalarsText(const std::vector<std::pair<std::string, double>>& scalars) {
    std::string text;
    for (const auto& [scalar, value] : scalars) {
        if (scalar.starts_with("learning_rate")) continue;  // a setting, not a finding
        text += (text.empty() ? "" : " · ") + scalar + " " + numberText(value);
    }
    return text;
}

/// As many digits as measures of text are compared by.
std::string exactText(double number) {
    char text[32];
    std::snprintf(text, sizeof text, number == std::floor(number) ? "%.0f" : "%.4f", number);
    return text;
}

/// What the bar and the lines have in common: sentences around the progress.
class TextView : public ProgressView {
public:
    explicit TextView(Terminal& terminal) : m_terminal(terminal) {}

    void happened(const Event& event) override {
        if (event.kind == EventKind::Warning) say(m_terminal.err, "Warning: " + event.message.text());
        if (event.kind == EventKind::Saved && m_isStopping)
            say(m_terminal.out, "Saved a checkpoint in " + event.folder);
        if (event.kind == EventKind::Failed) {
            clear();
            m_terminal.fail(event.error);
        }
    }

    void stopping() override {
        m_isStopping = true;
        say(m_terminal.out, "Stopping after this step; a second signal ends at once without saving.");
    }

    void ended(const Outcome& outcome) override {
        if (outcome.state == JobState::Failed) return;
        const std::string amount = countText(outcome.progress.done) + " " + outcome.progress.unit;
        const std::string time = outcome.seconds > 0 ? " in " + durationText(outcome.seconds) : "";
        say(m_terminal.out,
            (outcome.state == JobState::Finished ? "Finished " : "Stopped after ") + amount + time + ".");
        if (!outcome.scalars.empty()) say(m_terminal.out, "Last:   " + scalarsText(outcome.scalars));
        if (!outcome.scores.empty()) say(m_terminal.out, "Test:   " + scalarsText(outcome.scores));
        for (const auto& [measured, value] : outcome.numbers)
            say(m_terminal.out, measured + "  " + exactText(value));
        if (!outcome.folder.empty()) say(m_terminal.out, "Kept:   " + outcome.folder);
    }

protected:
    void say(std::ostream& stream, const std::string& text) {
        clear();
        stream << text << std::endl;
    }
    virtual void clear() {}
    Terminal& m_terminal;

private:
    bool m_isStopping = false;
};

class BarView : public TextView {
public:
    using TextView::TextView;

    void started(const JobInfo&) override { draw("Preparing …"); }

    void progressed(const Snapshot& snapshot, Clock::time_point now) override {
        constexpr auto leastGap = std::chrono::milliseconds(100);
        const bool isComplete =
            snapshot.progress.total > 0 && snapshot.progress.done >= snapshot.progress.total;
        if (m_drawn && now - *m_drawn < leastGap && !isComplete) return;
        m_drawn = now;
        draw(barText(snapshot.progress, m_terminal.columns() - 1));
    }

private:
    void draw(const std::string& text) { m_terminal.out << "\r\033[K" << text << std::flush; }
    void clear() override { m_terminal.out << "\r\033[K" << std::flush; }
    std::optional<Clock::time_point> m_drawn;
};

/// A line for every twentieth of the way, but neither many a second nor none for minutes.
class LineView : public TextView {
public:
    using TextView::TextView;

    void started(const JobInfo& job) override {
        say(m_terminal.out, "Started " + (job.title.empty() ? job.kind : job.title));
    }

    void progressed(const Snapshot& snapshot, Clock::time_point now) override {
        constexpr auto leastGap = std::chrono::seconds(2);
        constexpr auto mostGap = std::chrono::seconds(60);
        constexpr double leastShare = 0.05;
        const double share = shareOf(snapshot.progress);
        const bool isDue = !m_told || now - *m_told >= mostGap ||
                           (now - *m_told >= leastGap && share - m_toldShare >= leastShare) ||
                           (share >= 1 && m_toldShare < 1);
        if (!isDue) return;
        m_told = now;
        m_toldShare = share;
        std::string text = factsText(snapshot.progress);
        if (snapshot.progress.total > 0) text = percentText(snapshot.progress) + "  " + text;
        if (snapshot.metrics != nullptr) {
            const std::string scalars = scalarsText(lastScalars(*snapshot.metrics));
            if (!scalars.empty()) text += " · " + scalars;
        }
        say(m_terminal.out, text);
    }

private:
    std::optional<Clock::time_point> m_told;
    double m_toldShare = 0;
};

/// The text as it comes, and nothing else: it may go into a file or another program.
class WritingView : public TextView {
public:
    using TextView::TextView;

    void started(const JobInfo&) override {}
    void progressed(const Snapshot& snapshot, Clock::time_point) override {
        if (snapshot.writing == nullptr) return;
        const std::string text = textOf(snapshot.writing->tokens);
        m_terminal.out << text.substr(m_told) << std::flush;
        m_told = text.size();
        m_cutTokens = snapshot.writing->cutTokens;
    }
    /// What there is to say waits for the end, so that it does not stand between two words.
    void happened(const Event& event) override {
        if (event.kind != EventKind::Warning) return TextView::happened(event);
        m_warnings.push_back(event);
    }
    void ended(const Outcome& outcome) override {
        m_terminal.out << std::endl;
        for (const Event& warning : m_warnings) TextView::happened(warning);
        if (m_cutTokens > 0)
            m_terminal.err << "Warning: the first " << m_cutTokens
                           << " tokens of the prompt found no room in the model's context." << std::endl;
        if (outcome.state == JobState::Failed || outcome.folder.empty()) return;
        m_terminal.err << "Kept:   " << outcome.folder << std::endl;
    }

private:
    size_t m_told = 0;
    int64_t m_cutTokens = 0;
    std::vector<Event> m_warnings;
};

class JsonView : public ProgressView {
public:
    explicit JsonView(Terminal& terminal) : m_terminal(terminal) {}

    void started(const JobInfo& job) override {
        tell({{"event", "started"}, {"kind", job.kind}, {"title", job.title}});
    }

    void progressed(const Snapshot& snapshot, Clock::time_point now) override {
        constexpr auto leastGap = std::chrono::milliseconds(500);
        if (snapshot.writing != nullptr && snapshot.metrics == nullptr) tellTokens(*snapshot.writing);
        const Progress& progress = snapshot.progress;
        const bool isComplete = progress.total > 0 && progress.done >= progress.total;
        if (m_told && now - *m_told < leastGap && !isComplete) return;
        m_told = now;
        Json json{{"event", "progress"},   {"step", snapshot.step},
                  {"done", progress.done}, {"total", progress.total},
                  {"unit", progress.unit}, {"rate_per_second", progress.ratePerSecond}};
        if (progress.secondsLeft >= 0) json["seconds_left"] = progress.secondsLeft;
        if (snapshot.writing != nullptr && snapshot.writing->cutTokens > 0)
            json["cut_tokens"] = snapshot.writing->cutTokens;
        if (snapshot.metrics != nullptr) json["scalars"] = scalarsJson(lastScalars(*snapshot.metrics));
        tell(json);
    }

    void happened(const Event& event) override {
        Json json{{"event", nameOf(event.kind)}, {"step", event.step}};
        if (event.kind == EventKind::StateChanged) json["state"] = name(event.state);
        if (!event.folder.empty()) json["folder"] = event.folder;
        if (event.kind == EventKind::Edited) json["edit"] = {{event.edit.id, toJson(event.edit.value)}};
        if (event.kind == EventKind::Warning) json["message"] = event.message.text();
        if (event.kind != EventKind::Failed) return tell(json);
        m_terminal.fail(event.error);
    }

    void stopping() override { tell({{"event", "stopping"}}); }

    void ended(const Outcome& outcome) override {
        tell({{"event", "ended"},
              {"state", name(outcome.state)},
              {"folder", outcome.folder},
              {"steps", outcome.steps},
              {"seconds", outcome.seconds},
              {"scalars", scalarsJson(outcome.scalars)},
              {"test", scalarsJson(outcome.scores)},
              {"numbers", scalarsJson(outcome.numbers)}});
    }

private:
    static const char* nameOf(EventKind kind) {
        switch (kind) {
            case EventKind::StateChanged:
                return "state";
            case EventKind::Saved:
                return "saved";
            case EventKind::Edited:
                return "edited";
            case EventKind::Sampled:
                return "sampled";
            case EventKind::Warning:
                return "warning";
            case EventKind::Failed:
                return "error";
        }
        return "";
    }
    void tell(const Json& json) { m_terminal.out << line(json) << std::flush; }
    /// Those that were not told yet.
    void tellTokens(const Writing& writing) {
        for (; m_toldTokens < writing.tokens.size(); ++m_toldTokens) {
            const Token& token = writing.tokens[m_toldTokens];
            tell({{"event", "token"},
                  {"id", token.id},
                  {"text", token.text},
                  {"log_probability", token.logProbability},
                  {"entropy", token.entropy}});
        }
    }

    Terminal& m_terminal;
    std::optional<Clock::time_point> m_told;
    size_t m_toldTokens = 0;
};

}  // namespace

std::string barText(const Progress& progress, int columns) {
    constexpr int widestBar = 32;
    const std::string facts = factsText(progress);
    if (progress.total <= 0) return clipped(facts, columns);
    const int room = columns - displayWidth(facts) - 9;
    const int cells = std::clamp(room, std::min(8, std::max(0, columns - 9)), widestBar);
    const int full = static_cast<int>(std::lround(shareOf(progress) * cells));
    std::string text = percentText(progress) + " ";
    for (int i = 0; i < cells; ++i) text += i < full ? "█" : "░";
    return clipped(text + "  " + facts, columns);
}

std::unique_ptr<ProgressView> makeProgressView(Terminal& terminal, const std::string& kind) {
    if (terminal.isJson) return std::make_unique<JsonView>(terminal);
    if (kind == "write") return std::make_unique<WritingView>(terminal);
    if (terminal.isLive) return std::make_unique<BarView>(terminal);
    return std::make_unique<LineView>(terminal);
}

}  // namespace limner::cli
