#include "param.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "param_text.h"

namespace limner {
namespace {

/// What the choices made so far put in place: the rows in force and the replaced standard values.
struct ActiveTable {
    const ParamValues& values;
    std::vector<const ParamSpec*> rows;
    ParamValues standards;
    ParamValues foreseen;  ///< standards of the pass before, for choices that stand above what replaces them

    const ParamValue& standard(const ParamSpec& spec) const {
        for (const ParamValues* known : {&standards, &foreseen}) {
            const auto replaced = known->find(spec.id);
            if (replaced != known->end()) return replaced->second;
        }
        return spec.standard;
    }

    const ParamValue& effective(const ParamSpec& spec) const {
        const auto given = values.find(spec.id);
        return given == values.end() ? standard(spec) : given->second;
    }

    const ParamSpec* find(std::string_view id) const {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [id](const ParamSpec* row) { return row->id == id; });
        return found == rows.end() ? nullptr : *found;
    }

    void add(const ParamTable& table) {
        for (const ParamSpec& spec : table) {
            rows.push_back(&spec);
            const Choice* chosen = chosenOption(spec);
            if (chosen == nullptr) continue;
            for (const auto& [id, value] : chosen->standards) standards.insert_or_assign(id, value);
            add(chosen->rows);
        }
    }

    const Choice* chosenOption(const ParamSpec& spec) const {
        if (spec.kind != ParamKind::Choice) return nullptr;
        const auto* id = std::get_if<std::string>(&effective(spec));
        if (id == nullptr) return nullptr;
        const auto found = std::find_if(spec.choices.begin(), spec.choices.end(),
                                        [id](const Choice& c) { return c.id == *id; });
        return found == spec.choices.end() ? nullptr : &*found;
    }
};

ActiveTable activate(const ParamTable& table, const ParamValues& values) {
    constexpr int kPasses = 4;  // a choice replaces a standard, whose option replaces another, …
    ActiveTable active{values, {}, {}, {}};
    active.add(table);
    for (int pass = 1; pass < kPasses && active.standards != active.foreseen; ++pass) {
        ActiveTable again{values, {}, {}, std::move(active.standards)};
        again.add(table);
        active.rows = std::move(again.rows);
        active.standards = std::move(again.standards);
        active.foreseen = std::move(again.foreseen);
    }
    return active;
}

/// The chosen option of each row that has one with a domain.
std::vector<std::pair<const ParamSpec*, const Choice*>> domainChoices(const ActiveTable& active) {
    std::vector<std::pair<const ParamSpec*, const Choice*>> chosen;
    for (const ParamSpec* row : active.rows) {
        const Choice* option = active.chosenOption(*row);
        if (option != nullptr && !option->domain.empty()) chosen.emplace_back(row, option);
    }
    return chosen;
}

Error apart(const ParamSpec& row, const Choice& chosen, const Choice& other) {
    std::string fitting;
    for (const Choice& option : row.choices) {
        if (!option.domain.empty() && option.domain != other.domain) continue;
        fitting += (fitting.empty() ? "" : ", ") + option.id;
    }
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” and “%2” do not go together."), {other.label, chosen.label}},
            .hint = {LIMNER_TR("core", "With “%1” go: %2."), {other.label, fitting}}};
}

Result<void> checkDomains(const ActiveTable& active) {
    const auto chosen = domainChoices(active);
    for (const auto& [row, option] : chosen) {
        if (option->domain != chosen.front().second->domain)
            return apart(*row, *option, *chosen.front().second);
    }
    return {};
}

const ParamSpec& require(const ActiveTable& active, std::string_view id) {
    const ParamSpec* spec = active.find(id);
    if (spec == nullptr) throw std::logic_error("no active parameter '" + std::string(id) + "'");
    return *spec;
}

Error unknownParameter(const ActiveTable& active, const std::string& id) {
    std::vector<std::string> known;
    for (const ParamSpec* row : active.rows) known.push_back(row->id);
    const std::string near = nearest(id, known);
    Error error{.code = ErrorCode::InvalidArgument,
                .message = {LIMNER_TR("core", "There is no parameter “%1” here."), {id}}};
    if (!near.empty()) error.hint = {LIMNER_TR("core", "Did you mean “%1”?"), {near}};
    return error;
}

template <typename T>
const T& typed(const ParamValues& values, std::string_view id) {
    const auto found = values.find(std::string(id));
    if (found == values.end()) throw std::logic_error("missing value '" + std::string(id) + "'");
    const T* value = std::get_if<T>(&found->second);
    if (value == nullptr) throw std::logic_error("wrong type of value '" + std::string(id) + "'");
    return *value;
}

}  // namespace

std::vector<const ParamSpec*> activeRows(const ParamTable& table, const ParamValues& values) {
    return activate(table, values).rows;
}

ParamValue effectiveValue(const ParamTable& table, const ParamValues& values, std::string_view id) {
    const ActiveTable active = activate(table, values);
    return active.effective(require(active, id));
}

ParamValue standardValue(const ParamTable& table, const ParamValues& values, std::string_view id) {
    const ActiveTable active = activate(table, values);
    return active.standard(require(active, id));
}

std::string domainOf(const ParamTable& table, const ParamValues& values) {
    const auto chosen = domainChoices(activate(table, values));
    return chosen.empty() ? std::string() : chosen.front().second->domain;
}

ParamValues withoutOtherDomains(const ParamTable& table, const ParamValues& values, std::string_view id) {
    const ActiveTable active = activate(table, values);
    const ParamSpec* kept = active.find(id);
    const Choice* choice = kept == nullptr ? nullptr : active.chosenOption(*kept);
    if (choice == nullptr || choice->domain.empty()) return values;
    ParamValues fitting = values;
    for (const auto& [row, option] : domainChoices(active)) {
        if (option->domain != choice->domain) fitting.erase(row->id);
    }
    const ActiveTable left = activate(table, fitting);
    std::erase_if(fitting, [&](const auto& value) { return left.find(value.first) == nullptr; });
    return fitting;
}

Result<ParamValues> completeValues(const ParamTable& table, const ParamValues& given) {
    const ActiveTable active = activate(table, given);
    for (const auto& [id, value] : given) {
        if (active.find(id) == nullptr) return unknownParameter(active, id);
    }
    const auto together = checkDomains(active);
    if (!together) return together.error();
    ParamValues complete;
    for (const ParamSpec* row : active.rows) {
        const auto typedByUser = given.find(row->id);
        if (typedByUser == given.end()) {
            complete.insert_or_assign(row->id, active.standard(*row));
            continue;
        }
        auto checked = checkValue(*row, typedByUser->second);
        if (!checked) return checked.error();
        complete.insert_or_assign(row->id, *checked);
    }
    return complete;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const auto distance = [word](const std::string& other) {  // Levenshtein, one row kept
        std::vector<size_t> row(other.size() + 1);
        std::iota(row.begin(), row.end(), size_t{0});
        for (size_t i = 0; i < word.size(); ++i) {
            size_t diagonal = std::exchange(row[0], i + 1);
            for (size_t j = 0; j < other.size(); ++j) {
                const size_t substituted = diagonal + (word[i] == other[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
            }
        }
        return row.back();
    };
    const auto best =
        std::min_element(candidates.begin(), candidates.end(),
                         [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    const size_t limit = std::max<size_t>(2, word.size() / 3);
    return best != candidates.end() && distance(*best) <= limit ? *best : std::string{};
}

bool boolOf(const ParamValues& values, std::string_view id) {
    return typed<bool>(values, id);
}
int64_t intOf(const ParamValues& values, std::string_view id) {
    return typed<int64_t>(values, id);
}
double realOf(const ParamValues& values, std::string_view id) {
    return typed<double>(values, id);
}
const std::string& textOf(const ParamValues& values, std::string_view id) {
    return typed<std::string>(values, id);
}

}  // namespace limner
