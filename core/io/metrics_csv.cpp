#include "metrics_csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <tuple>

#include "file_error.h"
#include "safe_replace.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;

constexpr uintmax_t kMaxTableBytes = uintmax_t{4} << 30;
constexpr size_t kPendingRowBytes = 16 << 10;
constexpr size_t kFixedColumns = 3;

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (const char letter : cell) text += letter == '"' ? "\"\"" : std::string(1, letter);
    return text + "\"";
}

std::string headerOf(const std::vector<std::string>& names) {
    std::string line = "step,epoch,seconds";
    for (const std::string& name : names) line += "," + quoted(name);
    return line + "\n";
}

void addNumber(std::string& text, double number) {
    if (std::isnan(number)) return;
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// The cells of the first line; nothing where a quote is not closed.
std::optional<std::vector<std::string>> headerCells(std::string_view line) {
    std::vector<std::string> cells(1);
    bool isInQuotes = false;
    for (size_t i = 0; i < line.size(); ++i) {
        const bool isDoubled = isInQuotes && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"';
        if (isDoubled)
            cells.back() += line[i++];
        else if (line[i] == '"')
            isInQuotes = !isInQuotes;
        else if (line[i] == ',' && !isInQuotes)
            cells.emplace_back();
        else
            cells.back() += line[i];
    }
    if (isInQuotes) return std::nullopt;
    return cells;
}

/// Reads the cells of a row of numbers one by one.
class RowCells {
public:
    explicit RowCells(std::string_view line) : m_left(line) {}

    template <typename Number>
    bool read(Number& number) {
        const std::string_view cell = next();
        const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        return failure == std::errc{} && end == cell.data() + cell.size();
    }
    /// An empty cell is NaN.
    bool readScalar(double& number) {
        const bool isEmpty = !m_isAtEnd && (m_left.empty() || m_left.front() == ',');
        if (!isEmpty) return read(number);
        std::ignore = next();
        number = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    bool isAtEnd() const { return m_isAtEnd; }

private:
    std::string_view next() {
        const size_t comma = m_left.find(',');
        const std::string_view cell = m_left.substr(0, comma);
        m_isAtEnd = comma == std::string_view::npos;
        m_left = m_isAtEnd ? std::string_view{} : m_left.substr(comma + 1);
        return cell;
    }
    std::string_view m_left;
    bool m_isAtEnd = false;
};

/// The whole lines of a text, without newline or carriage return; a last line that was cut off is left out.
class Lines {
public:
    explicit Lines(std::string_view text) : m_left(text) {}

    bool next(std::string_view& line) {
        const size_t newline = m_left.find('\n');
        if (newline == std::string_view::npos) return false;
        line = m_left.substr(0, newline);
        m_left.remove_prefix(newline + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        ++m_number;
        return true;
    }
    size_t number() const { return m_number; }

private:
    std::string_view m_left;
    size_t m_number = 0;
};

Error badLine(const fs::path& file, size_t number) {
    Error error = damaged(file, LIMNER_TR("core", "Line %2 of “%1” is not a row of metrics."),
                          {std::to_string(number)});
    error.hint = LIMNER_TR("core", "Use a copy of the file, or move it away: the run goes on without it.");
    return error;
}

/// The names of the scalars, from the first line.
Result<std::vector<std::string>> readHeader(Lines& lines, const fs::path& file) {
    std::string_view line;
    if (!lines.next(line)) return badLine(file, 1);
    auto cells = headerCells(line);
    const bool isHeader = cells && cells->size() >= kFixedColumns && (*cells)[0] == "step" &&
                          (*cells)[1] == "epoch" && (*cells)[2] == "seconds";
    if (!isHeader) return badLine(file, 1);
    cells->erase(cells->begin(), cells->begin() + kFixedColumns);
    return std::move(*cells);
}

/// The rows up to `lastStep` as they stand in the file, after a header with these names.
Result<std::string> keptRows(const fs::path& file, const std::vector<std::string>& names, int64_t lastStep) {
    const auto text = readFile(file, kMaxTableBytes);
    if (!text) return text.error();
    Lines lines(*text);
    const auto oldNames = readHeader(lines, file);
    if (!oldNames) return oldNames.error();
    std::string kept = headerOf(names);
    std::string_view line;
    while (lines.next(line)) {
        int64_t step = 0;
        if (!RowCells(line).read(step)) return badLine(file, lines.number());
        if (step > lastStep) continue;
        kept.append(line).append("\n");
    }
    const bool hasRows = kept.size() > headerOf(names).size();
    if (!hasRows || *oldNames == names) return kept;
    return Error{
        .code = ErrorCode::Mismatch,
        .message = {LIMNER_TR("core", "“%1” has other columns than this run writes."), {file.string()}},
        .hint = LIMNER_TR("core", "Start a new run instead, or move that file away.")};
}

}  // namespace

Result<void> checkMetrics(const fs::path& file, const MetricsStart& start) {
    const auto sum = sha256OfStart(file, static_cast<uint64_t>(start.bytes));
    if (sum && *sum == start.sha256) return {};
    if (!sum && sum.error().code == ErrorCode::NotFound) return sum.error();
    return damaged(file, LIMNER_TR("core", "“%1” is damaged: it is not what was saved."));
}

Result<MetricsWriter> MetricsWriter::open(const fs::path& file, const std::vector<std::string>& names,
                                          int64_t lastStep) {
    std::string start = headerOf(names);
    std::error_code failure;
    if (fs::exists(file, failure)) {
        auto kept = keptRows(file, names, lastStep);
        if (!kept) return kept.error();
        start = std::move(*kept);
    }
    const auto replaced = safeReplace(file, start);
    if (!replaced) return replaced.error();
    MetricsWriter writer(file, names.size());
    writer.count(start);
    return writer;
}

void MetricsWriter::count(std::string_view bytes) {
    m_bytes += static_cast<int64_t>(bytes.size());
    m_sum.update(bytes);
}

Result<void> MetricsWriter::append(int64_t step, double epoch, double seconds,
                                   const std::vector<double>& scalars) {
    if (scalars.size() != m_columns) throw std::invalid_argument("MetricsWriter: wrong number of scalars");
    m_pending += std::to_string(step);
    for (const double number : {epoch, seconds}) addNumber(m_pending += ',', number);
    for (const double number : scalars) addNumber(m_pending += ',', number);
    m_pending += '\n';
    return m_pending.size() < kPendingRowBytes ? Result<void>{} : writePending();
}

Result<void> MetricsWriter::writePending() {
    if (m_pending.empty()) return {};
    const auto written = io::append(m_file, m_pending);
    if (!written) return written;
    count(m_pending);
    m_pending.clear();
    return {};
}

Result<void> MetricsWriter::flush() {
    const auto written = writePending();
    return written ? flushToDisk(m_file) : written;
}

Result<MetricTable> readMetrics(const fs::path& file) {
    const auto text = readFile(file, kMaxTableBytes);
    if (!text) return text.error();
    Lines lines(*text);
    const auto names = readHeader(lines, file);
    if (!names) return names.error();
    MetricLog log(*names);
    std::vector<double> scalars(names->size());
    std::string_view line;
    while (lines.next(line)) {
        int64_t step = 0;
        double epoch = 0, seconds = 0;
        RowCells cells(line);
        const bool isRow = cells.read(step) && cells.read(epoch) && cells.read(seconds) &&
                           std::ranges::all_of(scalars, [&](double& cell) { return cells.readScalar(cell); });
        if (!isRow || !cells.isAtEnd()) return badLine(file, lines.number());
        log.append(step, epoch, seconds, scalars);
    }
    return *log.table();
}

}  // namespace limner::io
