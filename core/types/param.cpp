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

    const ParamValue& standard(const ParamSpec& spec) const {
        const auto replaced = standards.find(spec.id);
        return replaced == standards.end() ? spec.standard : replaced->second;
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
    ActiveTable active{values, {}, {}};
    active.add(table);
    return active;
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

Result<ParamValues> completeValues(const ParamTable& table, const ParamValues& given) {
    const ActiveTable active = activate(table, given);
    for (const auto& [id, value] : given) {
        if (active.find(id) == nullptr) return unknownParameter(active, id);
    }
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
