// Parameters as data: one table of rows makes the form, the command line, the recipe file and mid-run edits.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "result.h"

namespace limner {

using ParamValue = std::variant<bool, int64_t, double, std::string>;
/// Parameter id → value. An ordered map, so that the same values always print the same.
using ParamValues = std::map<std::string, ParamValue>;

enum class ParamKind {
    Toggle,   ///< bool
    Integer,  ///< int64_t
    Real,     ///< double
    Choice,   ///< std::string, the id of one of `choices`
    Text,     ///< std::string
    File,     ///< std::string, a path
    Folder,   ///< std::string, a path
    Run,      ///< std::string, the path of a run folder
};

enum class Scale { Linear, Log };

struct Range {
    double low = 0;
    double high = 1;
    Scale scale = Scale::Linear;
    double step = 0;  ///< one press of an arrow key; 0 lets the widget choose
};

struct ParamSpec;
using ParamTable = std::vector<ParamSpec>;

/// One option of a Choice. Choosing it may bring rows of its own and other standard values:
/// a model brings its parameters, a preset its values, an optimizer its momentum.
struct Choice {
    std::string id;
    std::string label;
    std::string help = {};
    ParamTable rows = {};        ///< shown, right after the choice in their group, only while this is chosen
    ParamValues standards = {};  ///< replaces the standard value of these ids while this is chosen
    Message unavailable = {};    ///< not empty: why it cannot be chosen here, and what to do about it
    /// What it is about: "pictures", "text". Choices of two domains do not go together; none goes with all.
    std::string domain = {};
};

/// One parameter. See ParamTable for what is made of it.
struct ParamSpec {
    std::string id = {};     ///< snake_case, unique among the active rows; `--snake-case` on the command line
    std::string label = {};  ///< a few words, sentence case
    std::string help = {};   ///< one sentence
    std::string group = {};  ///< heading in the form
    std::string unit = {};   ///< "steps", "px", …; may be empty
    ParamKind kind = ParamKind::Integer;
    ParamValue standard = int64_t{0};
    Range range = {};                   ///< of Integer and Real
    std::vector<Choice> choices = {};   ///< of Choice
    bool editableWhileRunning = false;  ///< else fixed once the job has started
    std::string zeroText = {};          ///< what to show instead of 0 ("off"); empty: the number
};

/// The rows that are in force for these values: the table's own and, after each choice, those that the chosen
/// option brings (recursively). Values that are missing count as standard.
std::vector<const ParamSpec*> activeRows(const ParamTable& table, const ParamValues& values);

/// The value in force: the given one, else the standard (as replaced by what is chosen elsewhere).
/// @pre `id` is among the active rows
ParamValue effectiveValue(const ParamTable& table, const ParamValues& values, std::string_view id);

/// The standard value of an active row under these choices, ignoring a given value for `id` itself.
ParamValue standardValue(const ParamTable& table, const ParamValues& values, std::string_view id);

/// Checks the given values and adds every missing one. Integers are accepted for reals.
/// Errors (InvalidArgument): an id that no active row has (the nearest is named), a wrong type, out of range,
/// an unknown or unavailable choice, choices that do not go together.
Result<ParamValues> completeValues(const ParamTable& table, const ParamValues& given);

/// The domain of what is chosen; empty where nothing has one. @pre the choices go together
std::string domainOf(const ParamTable& table, const ParamValues& values);

/// The values without the choices that do not go with the one of `id`, and without what only those brought:
/// for a person who chooses a text while a model of pictures is chosen.
ParamValues withoutOtherDomains(const ParamTable& table, const ParamValues& values, std::string_view id);

/// The candidate nearest to a misspelt word by edit distance, or nothing if none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// Typed access. @pre the value is there and of that type (as after completeValues); throws std::logic_error
// else.
bool boolOf(const ParamValues& values, std::string_view id);
int64_t intOf(const ParamValues& values, std::string_view id);
double realOf(const ParamValues& values, std::string_view id);
const std::string& textOf(const ParamValues& values, std::string_view id);

}  // namespace limner
