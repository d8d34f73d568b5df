#include "old_torch_file.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "pickle_calls.h"

namespace limner::pth {
namespace {

/// The pickle of the number 0x1950a86a20f9469cfc6c.
constexpr std::array<unsigned char, 15> kMagic{0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46,
                                               0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'};
constexpr uint64_t kMostStartBytes = uint64_t{64} << 20;

Error damagedFile() {
    return {.code = ErrorCode::Damaged,
            .message = LIMNER_TR("core", "It was cut off, or it is damaged."),
            .hint = LIMNER_TR("core", "Fetch the file again.")};
}

class OldStorages final : public StorageReader {
public:
    struct Place {
        uint64_t offset = 0;
        uint64_t bytes = 0;
    };
    OldStorages(std::ifstream file, std::map<std::string, Place> places)
        : m_file(std::move(file)), m_places(std::move(places)) {}

    Result<std::vector<std::byte>> read(const Storage& storage, size_t bytes) override {
        const auto place = m_places.find(storage.key);
        if (place == m_places.end() || place->second.bytes < bytes) return damagedFile();
        std::vector<std::byte> numbers(place->second.bytes);
        m_file.seekg(static_cast<std::streamoff>(place->second.offset));
        m_file.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(numbers.size()));
        if (!m_file) return damagedFile();
        return numbers;
    }

private:
    std::ifstream m_file;
    std::map<std::string, Place> m_places;
};

/// Each storage: how many numbers, then the numbers.
Result<std::map<std::string, OldStorages::Place>> placesOf(std::ifstream& file, uint64_t at,
                                                           uint64_t fileBytes, const Value& keys,
                                                           const std::map<std::string, std::string>& types) {
    const auto* list = std::get_if<List>(&keys.data);
    if (list == nullptr) return damagedFile();
    std::map<std::string, OldStorages::Place> places;
    for (const Ref& item : list->items) {
        const auto* key = std::get_if<std::string>(&item->data);
        const auto type = key == nullptr ? types.end() : types.find(*key);
        const auto number = type == types.end() ? std::nullopt : numberType(type->second);
        uint64_t count = 0;
        file.seekg(static_cast<std::streamoff>(at));
        file.read(reinterpret_cast<char*>(&count), sizeof count);
        if (!number || !file || count > fileBytes) return damagedFile();
        const uint64_t bytes = count * static_cast<uint64_t>(number->bytes);
        at += sizeof count;
        if (bytes > fileBytes - std::min(at, fileBytes)) return damagedFile();
        places[*key] = {at, bytes};
        at += bytes;
    }
    return places;
}

}  // namespace

bool isOldTorchFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, kMagic.size()> start{};
    stream.read(start.data(), start.size());
    return stream &&
           std::ranges::equal(start, kMagic, {}, [](char c) { return static_cast<unsigned char>(c); });
}

Result<TorchFile> openOldTorchFile(const std::filesystem::path& file) {
    std::error_code missing;
    const uint64_t fileBytes = std::filesystem::file_size(file, missing);
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::byte> start(std::min(kMostStartBytes, missing ? 0 : fileBytes));
    stream.read(reinterpret_cast<char*>(start.data()), static_cast<std::streamsize>(start.size()));
    if (!stream || start.size() < kMagic.size()) return damagedFile();

    // The protocol, facts about the machine, the values, the keys.
    std::array<Ref, 4> pickles;
    size_t at = kMagic.size();
    for (Ref& value : pickles) {
        const auto pickle = readPickle(std::span(start).subspan(at));
        if (!pickle) return pickle.error();
        value = pickle->value;
        at += pickle->bytes;
    }
    auto tensors = tensorsIn(*pickles[2]);
    if (!tensors) return tensors.error();
    std::map<std::string, std::string> types;
    for (const NamedTensor& named : *tensors) types[named.tensor.storage.key] = named.tensor.storage.type;
    auto places = placesOf(stream, at, fileBytes, *pickles[3], types);
    if (!places) return places.error();
    return TorchFile{std::move(*tensors),
                     std::make_unique<OldStorages>(std::move(stream), std::move(*places))};
}

}  // namespace limner::pth
