#include "timeline_json.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "json_file.h"

namespace limner::io {
namespace {

constexpr size_t kMostKeys = 10'000;

Error refusedTimeline(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

/// Which object a field belongs to, as the start of a sentence.
struct Owner {
    const char* sentence;  ///< %1 is the field, %2 the number of the key
    std::string number = {};
};

/// The fields of one object with what they may be; the first that is wrong makes the error.
class TimelineFields {
public:
    TimelineFields(const Json& object, Owner owner, std::vector<std::string> known)
        : m_object(object), m_owner(std::move(owner)) {
        for (const auto& [name, ignored] : object.items()) {
            if (std::ranges::find(known, name) != known.end()) continue;
            const std::string near = nearest(name, known);
            std::string all;
            for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
            m_error =
                refusedTimeline({LIMNER_TR("core", "A time line has nothing named “%1”."), {name}},
                                near.empty() ? Message{LIMNER_TR("core", "It is one of %1."), {all}}
                                             : Message{LIMNER_TR("core", "Did you mean “%1”?"), {near}});
            return;
        }
    }

    void real(const char* name, double& to) {
        const Json* field = find(name);
        if (field == nullptr) return;
        if (field->is_number())
            to = field->get<double>();
        else
            refuse(name, LIMNER_TR("core", "It is a number."));
    }
    void whole(const char* name, int& to) {
        double number = to;
        real(name, number);
        constexpr double kMost = 1e9;  // far beyond what any of them may be
        if (std::nearbyint(number) != number || std::abs(number) > kMost)
            refuse(name, LIMNER_TR("core", "It is a whole number."));
        else
            to = static_cast<int>(number);
    }
    void toggle(const char* name, bool& to) {
        const Json* field = find(name);
        if (field == nullptr) return;
        if (field->is_boolean())
            to = field->get<bool>();
        else
            refuse(name, LIMNER_TR("core", "It is true or false."));
    }
    template <typename Kind>
    void choice(const char* name, Kind& to, Result<Kind> (*kindOf)(std::string_view)) {
        const Json* field = find(name);
        if (field == nullptr) return;
        if (!field->is_string()) return refuse(name, LIMNER_TR("core", "It is a text."));
        const auto kind = kindOf(field->get_ref<const std::string&>());
        if (kind)
            to = *kind;
        else
            m_error = kind.error();
    }
    void values(const char* name, ParamValues& to) {
        const Json* field = find(name);
        if (field == nullptr) return;
        if (!field->is_object()) return refuse(name, LIMNER_TR("core", "It is an object: {…}."));
        for (const auto& [id, json] : field->items()) {
            auto value = paramValueOf(json);
            if (!value)
                return refuse(id.c_str(), LIMNER_TR("core", "It is a number, a text, true or false."));
            to[id] = std::move(*value);
        }
    }
    const Json* find(const char* name) const {
        if (m_error) return nullptr;
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }
    void refuse(const char* name, Message hint) {
        if (!m_error) m_error = refusedTimeline({m_owner.sentence, {name, m_owner.number}}, std::move(hint));
    }
    void refuseMissing(const char* name, Message hint) {
        if (find(name) == nullptr) refuse(name, std::move(hint));
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    const Json& m_object;
    Owner m_owner;
    std::optional<Error> m_error;
};

Result<Key> keyOf(const Json& json, size_t index) {
    const std::string number = std::to_string(index + 1);
    if (!json.is_object())
        return refusedTimeline({LIMNER_TR("core", "Key %1 of the time line is no JSON object."), {number}},
                               LIMNER_TR("core", "A key looks like {\"at\":0,\"place\":{\"seed\":1}}."));
    TimelineFields fields(json,
                          {LIMNER_TR("core", "“%1” of key %2 is missing or not what it should be."), number},
                          {"at", "ease", "place"});
    Key key;
    fields.refuseMissing("at", LIMNER_TR("core", "It is the time of the key in seconds."));
    fields.real("at", key.second);
    fields.choice("ease", key.ease, &easeOfName);
    fields.values("place", key.place);
    if (fields.error()) return *fields.error();
    return key;
}

Result<void> readKeys(const Json& json, std::vector<Key>& keys) {
    if (json.size() > kMostKeys)
        return refusedTimeline(
            {LIMNER_TR("core", "The time line has %1 keys."), {std::to_string(json.size())}},
            {LIMNER_TR("core", "It takes up to %1."), {std::to_string(kMostKeys)}});
    for (size_t i = 0; i < json.size(); ++i) {
        auto key = keyOf(json[i], i);
        if (!key) return key.error();
        keys.push_back(std::move(*key));
    }
    return {};
}

/// "10" rather than "10.0".
Json plainNumber(double number) {
    constexpr double kWholeUpTo = 1e9;
    const bool isWhole = std::nearbyint(number) == number && std::abs(number) < kWholeUpTo;
    return isWhole && !std::signbit(number) ? Json(static_cast<int64_t>(number)) : Json(number);
}

Result<Json> parseTimeline(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_object()) return json;
    const Message hint =
        LIMNER_TR("core", "It looks like {\"schema\":1,\"keys\":[{\"at\":0,\"place\":{\"seed\":1}},…]}.");
    if (json.is_discarded())
        return refusedTimeline(LIMNER_TR("core", "The time line is not valid JSON."), hint);
    return refusedTimeline(LIMNER_TR("core", "The time line is no JSON object."), hint);
}

}  // namespace

std::string toJson(const Timeline& timeline) {
    Json keys = Json::array();
    for (const Key& key : timeline.keys)
        keys.push_back(
            {{"at", plainNumber(key.second)}, {"ease", name(key.ease)}, {"place", jsonOf(key.place)}});
    const Json json = {{"schema", kTimelineSchema},   {"seconds", plainNumber(timeline.seconds)},
                       {"rate", timeline.rateHz},     {"loop", timeline.isLoop},
                       {"path", name(timeline.path)}, {"keys", std::move(keys)}};
    return textOf(json);
}

Result<Timeline> timelineFromJson(std::string_view text) {
    const auto json = parseTimeline(text);
    if (!json) return json.error();
    const Owner owner{LIMNER_TR("core", "“%1” of the time line is missing or not what it should be.")};
    // The version comes first: what a newer one names differently is not misspelt.
    TimelineFields version(*json, owner, [&] {
        std::vector<std::string> all;
        for (const auto& [name, ignored] : json->items()) all.push_back(name);
        return all;
    }());
    int schema = 0;
    version.refuseMissing("schema", LIMNER_TR("core", "It is 1 for the time lines of this version."));
    version.whole("schema", schema);
    if (version.error()) return *version.error();
    if (schema > kTimelineSchema)
        return Error{.code = ErrorCode::Mismatch,
                     .message = LIMNER_TR("core", "The time line was written by a newer version of Limner."),
                     .hint = LIMNER_TR("core", "Update Limner to open it.")};

    TimelineFields fields(*json, owner, {"schema", "seconds", "rate", "loop", "path", "keys"});
    Timeline timeline;
    fields.real("seconds", timeline.seconds);
    fields.whole("rate", timeline.rateHz);
    fields.toggle("loop", timeline.isLoop);
    fields.choice("path", timeline.path, &pathOfName);
    const Json* keys = fields.find("keys");
    if (keys == nullptr || !keys->is_array())
        fields.refuse("keys", LIMNER_TR("core", "It is a list: [{\"at\":0,\"place\":{…}},…]."));
    if (fields.error()) return *fields.error();
    const auto read = readKeys(*keys, timeline.keys);
    if (!read) return read.error();
    const auto checked = checkTimeline(timeline);
    if (!checked) return checked.error();
    return timeline;
}

}  // namespace limner::io
