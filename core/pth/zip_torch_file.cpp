#include "zip_torch_file.h"

#include <zip.h>

namespace limner::pth {
namespace {

constexpr std::string_view kIndex = "data.pkl";
constexpr uint64_t kMostIndexBytes = uint64_t{64} << 20;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseRecord {
    void operator()(zip_file_t* record) const { zip_fclose(record); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Record = std::unique_ptr<zip_file_t, CloseRecord>;

Error damagedRecord(const std::string& name) {
    return {.code = ErrorCode::Damaged,
            .message = {LIMNER_TR("core", "Its part “%1” is missing or damaged."), {name}},
            .hint = LIMNER_TR("core", "Fetch the file again.")};
}

/// A record whole; libzip holds it against its checksum. A size that the file does not have is refused before
/// memory is asked for: torch.save does not compress.
Result<std::vector<std::byte>> recordOf(zip_t* archive, const std::string& name, uint64_t mostBytes) {
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_stat(archive, name.c_str(), 0, &facts) != 0 || (facts.valid & ZIP_STAT_SIZE) == 0 ||
        facts.size > mostBytes || facts.comp_method != ZIP_CM_STORE)
        return damagedRecord(name);
    const Record record(zip_fopen(archive, name.c_str(), 0));
    if (!record) return damagedRecord(name);
    std::vector<std::byte> bytes(facts.size);
    char beyond = 0;
    const bool isWhole =
        zip_fread(record.get(), bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()) &&
        zip_fread(record.get(), &beyond, 1) == 0;
    if (!isWhole) return damagedRecord(name);
    return bytes;
}

/// "NAME/" of the archive; empty if it has no list of tensors.
std::string folderOf(zip_t* archive) {
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        const std::string_view entry = name == nullptr ? "" : name;
        if (entry.ends_with("/data.pkl")) return std::string(entry.substr(0, entry.size() - kIndex.size()));
    }
    return {};
}

class ZipStorages final : public StorageReader {
public:
    ZipStorages(Archive archive, std::string folder, uint64_t fileBytes)
        : m_archive(std::move(archive)), m_folder(std::move(folder)), m_fileBytes(fileBytes) {}

    Result<std::vector<std::byte>> read(const Storage& storage, size_t bytes) override {
        const std::string name = m_folder + "data/" + storage.key;
        auto record = recordOf(m_archive.get(), name, m_fileBytes);
        if (record && record->size() < bytes) return damagedRecord(name);
        return record;
    }

private:
    Archive m_archive;
    std::string m_folder;
    uint64_t m_fileBytes;
};

}  // namespace

Result<TorchFile> openZipTorchFile(const std::filesystem::path& file) {
    std::error_code missing;
    const uint64_t fileBytes = std::filesystem::file_size(file, missing);
    if (missing)
        return Error{.code = ErrorCode::NotFound,
                     .message = {LIMNER_TR("core", "“%1” is not there."), {file.string()}}};
    int failure = 0;
    Archive archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &failure));
    std::string folder = archive ? folderOf(archive.get()) : std::string();
    if (folder.empty())
        return Error{.code = ErrorCode::Unsupported,
                     .message = LIMNER_TR("core", "It is no file of PyTorch, or it was cut off."),
                     .hint = LIMNER_TR("core", "Limner reads what torch.save writes, and safetensors.")};
    const auto order = recordOf(archive.get(), folder + "byteorder", 16);
    if (order && std::string(reinterpret_cast<const char*>(order->data()), order->size()) != "little")
        return Error{.code = ErrorCode::Unsupported,
                     .message = LIMNER_TR("core", "Its numbers are written big end first.")};
    const auto index =
        recordOf(archive.get(), folder + std::string(kIndex), std::min(kMostIndexBytes, fileBytes));
    if (!index) return index.error();
    const auto pickle = readPickle(*index);
    if (!pickle) return pickle.error();
    auto tensors = tensorsIn(*pickle->value);
    if (!tensors) return tensors.error();
    return TorchFile{std::move(*tensors),
                     std::make_unique<ZipStorages>(std::move(archive), std::move(folder), fileBytes)};
}

}  // namespace limner::pth
