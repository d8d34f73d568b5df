#include "pickle.h"

#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <unordered_map>

#include "pickle_calls.h"

namespace limner::pth {
namespace {

/// More than any network has tensors, and few enough for memory.
constexpr size_t kMostValues = size_t{1} << 22;

Error malformed() {
    return {.code = ErrorCode::Damaged, .message = LIMNER_TR("core", "Its list of tensors is damaged.")};
}

/// The machine of the opcodes: a stack, marks on it, and a memo. The first failure ends it.
class Machine {
public:
    explicit Machine(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    Result<Pickle> run() {
        while (!m_error && !m_isDone) step();
        if (m_error) return *m_error;
        const Ref value = pop();
        if (m_error) return *m_error;
        return Pickle{value, m_at};
    }

private:
    using Opcode = void (Machine::*)();
    static const std::array<Opcode, 256>& opcodes();

    void step() {
        const auto code = static_cast<uint8_t>(number(1));
        if (m_error) return;
        if (m_made > kMostValues) return fail(malformed());
        const Opcode opcode = opcodes()[code];
        if (opcode == nullptr) {
            return fail({.code = ErrorCode::Unsupported,
                         .message = {LIMNER_TR("core", "It holds more than tensors (pickle opcode %1)."),
                                     {std::to_string(code)}}});
        }
        (this->*opcode)();
    }

    void fail(Error error) {
        if (!m_error) m_error = std::move(error);
    }

    // Reading. After a failure all of it gives zeros.

    std::span<const std::byte> take(uint64_t count) {
        if (count > m_bytes.size() - m_at) {
            fail(malformed());
            return {};
        }
        const auto taken = m_bytes.subspan(m_at, count);
        m_at += count;
        return taken;
    }
    uint64_t number(size_t width) {
        uint64_t value = 0;
        size_t shift = 0;
        for (const std::byte byte : take(width)) value |= std::to_integer<uint64_t>(byte) << (8 * shift++);
        return value;
    }
    std::string text(uint64_t count) {
        const auto bytes = take(count);
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    std::string line() {
        std::string read;
        for (char c = 0; !m_error; read += c) {
            c = static_cast<char>(number(1));
            if (c == '\n') break;
        }
        return read;
    }

    // The stack.

    void push(Ref value) {
        ++m_made;
        m_stack.push_back(std::move(value));
    }
    template <typename T>
    void make(T data) {
        push(std::make_shared<Value>(Value{std::move(data)}));
    }
    Ref pop() {
        const size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() <= floor) {
            fail(malformed());
            return std::make_shared<Value>();
        }
        Ref top = std::move(m_stack.back());
        m_stack.pop_back();
        return top;
    }
    std::vector<Ref> popToMark() {
        if (m_marks.empty()) {
            fail(malformed());
            return {};
        }
        const auto mark = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
        std::vector<Ref> items(std::make_move_iterator(mark), std::make_move_iterator(m_stack.end()));
        m_stack.erase(mark, m_stack.end());
        m_marks.pop_back();
        return items;
    }
    std::vector<Ref> popMany(size_t count) {
        std::vector<Ref> items(count);
        for (size_t i = count; i > 0; --i) items[i - 1] = pop();
        return items;
    }
    /// What lies on top, which must be a T.
    template <typename T>
    T* top() {
        T* found = m_stack.empty() ? nullptr : std::get_if<T>(&m_stack.back()->data);
        if (found == nullptr) fail(malformed());
        return found;
    }
    void remember(uint64_t index) {
        if (m_stack.empty()) return fail(malformed());
        m_memo[index] = m_stack.back();
    }
    void recall(uint64_t index) {
        const auto found = m_memo.find(index);
        if (found == m_memo.end()) return fail(malformed());
        push(found->second);
    }
    void append(std::vector<Ref> items) {
        if (auto* list = top<List>()) list->items.insert(list->items.end(), items.begin(), items.end());
    }
    void set(std::vector<Ref> items) {
        auto* dict = top<Dict>();
        if (dict == nullptr) return;
        if (items.size() % 2 != 0) return fail(malformed());
        for (size_t i = 0; i < items.size(); i += 2) dict->items.emplace_back(items[i], items[i + 1]);
    }
    void signedNumber(uint64_t count) {
        if (count > sizeof(int64_t)) return fail(malformed());
        const auto bytes = static_cast<size_t>(count);
        const uint64_t bits = number(bytes);
        const size_t spare = 64 - 8 * bytes;
        make(count == 0 ? int64_t{0} : static_cast<int64_t>(bits << spare) >> spare);
    }
    void named(const std::string& module, const std::string& name) {
        auto known = knownGlobal(module + "." + name);
        if (!known) return fail(known.error());
        make(std::move(*known));
    }

    // Opcodes, by their names in pickletools.

    void opProto() { number(1); }
    void opFrame() { number(8); }
    void opStop() { m_isDone = true; }
    void opMark() { m_marks.push_back(m_stack.size()); }
    void opPop() { pop(); }
    void opNone() { make(None{}); }
    void opTrue() { make(true); }
    void opFalse() { make(false); }
    void opInt() { make(int64_t{static_cast<int32_t>(number(4))}); }
    void opInt1() { make(static_cast<int64_t>(number(1))); }
    void opInt2() { make(static_cast<int64_t>(number(2))); }
    void opLong1() { signedNumber(number(1)); }
    void opLong4() { signedNumber(number(4)); }
    void opFloat() {
        uint64_t bits = 0;
        for (const std::byte byte : take(8)) bits = bits << 8 | std::to_integer<uint64_t>(byte);
        make(std::bit_cast<double>(bits));
    }
    void opShortText() { make(text(number(1))); }
    void opText() { make(text(number(4))); }
    void opLongText() { make(text(number(8))); }
    void opEmptyList() { make(List{}); }
    void opEmptyTuple() { make(Tuple{}); }
    void opEmptyDict() { make(Dict{}); }
    void opTuple() { make(Tuple{popToMark()}); }
    void opTuple1() { make(Tuple{popMany(1)}); }
    void opTuple2() { make(Tuple{popMany(2)}); }
    void opTuple3() { make(Tuple{popMany(3)}); }
    void opAppend() { append(popMany(1)); }
    void opAppends() { append(popToMark()); }
    void opSetItem() { set(popMany(2)); }
    void opSetItems() { set(popToMark()); }
    void opPut1() { remember(number(1)); }
    void opPut4() { remember(number(4)); }
    void opMemoize() { remember(m_memo.size()); }
    void opGet1() { recall(number(1)); }
    void opGet4() { recall(number(4)); }
    void opGlobal() {
        const std::string module = line();
        named(module, line());
    }
    void opStackGlobal() {
        const std::vector<Ref> names = popMany(2);
        const auto* module = std::get_if<std::string>(&names[0]->data);
        const auto* name = std::get_if<std::string>(&names[1]->data);
        if (module == nullptr || name == nullptr) return fail(malformed());
        named(*module, *name);
    }
    void opReduce() {
        const std::vector<Ref> call = popMany(2);
        const auto* what = std::get_if<Global>(&call[0]->data);
        const auto* with = std::get_if<Tuple>(&call[1]->data);
        auto made = what != nullptr && with != nullptr ? madeBy(*what, with->items) : std::nullopt;
        if (!made) return fail(malformed());
        push(std::make_shared<Value>(std::move(*made)));
    }
    /// Attributes of an object, like the versions that a state dict carries; its tensors are complete without
    /// them.
    void opBuild() { pop(); }
    void opPersistentId() {
        const Ref id = pop();
        auto storage = storageOf(*id);
        if (!storage) return fail(malformed());
        make(std::move(*storage));
    }

    std::span<const std::byte> m_bytes;
    size_t m_at = 0;
    size_t m_made = 0;
    bool m_isDone = false;
    std::optional<Error> m_error;
    std::vector<Ref> m_stack;
    std::vector<size_t> m_marks;
    std::unordered_map<uint64_t, Ref> m_memo;
};

const std::array<Machine::Opcode, 256>& Machine::opcodes() {
    static const auto table = [] {
        std::array<Opcode, 256> rows{};
        const auto row = [&rows](int code, Opcode opcode) { rows[static_cast<size_t>(code)] = opcode; };
        row(0x80, &Machine::opProto);
        row(0x95, &Machine::opFrame);
        row('.', &Machine::opStop);
        row('(', &Machine::opMark);
        row('0', &Machine::opPop);
        row('N', &Machine::opNone);
        row(0x88, &Machine::opTrue);
        row(0x89, &Machine::opFalse);
        row('J', &Machine::opInt);
        row('K', &Machine::opInt1);
        row('M', &Machine::opInt2);
        row(0x8a, &Machine::opLong1);
        row(0x8b, &Machine::opLong4);
        row('G', &Machine::opFloat);
        row(0x8c, &Machine::opShortText);
        row('U', &Machine::opShortText);
        row('C', &Machine::opShortText);
        row('X', &Machine::opText);
        row('T', &Machine::opText);
        row('B', &Machine::opText);
        row(0x8d, &Machine::opLongText);
        row(']', &Machine::opEmptyList);
        row(')', &Machine::opEmptyTuple);
        row('}', &Machine::opEmptyDict);
        row('t', &Machine::opTuple);
        row(0x85, &Machine::opTuple1);
        row(0x86, &Machine::opTuple2);
        row(0x87, &Machine::opTuple3);
        row('a', &Machine::opAppend);
        row('e', &Machine::opAppends);
        row('s', &Machine::opSetItem);
        row('u', &Machine::opSetItems);
        row('q', &Machine::opPut1);
        row('r', &Machine::opPut4);
        row(0x94, &Machine::opMemoize);
        row('h', &Machine::opGet1);
        row('j', &Machine::opGet4);
        row('c', &Machine::opGlobal);
        row(0x93, &Machine::opStackGlobal);
        row('R', &Machine::opReduce);
        row('b', &Machine::opBuild);
        row('Q', &Machine::opPersistentId);
        return rows;
    }();
    return table;
}

}  // namespace

Result<Pickle> readPickle(std::span<const std::byte> bytes) {
    return Machine(bytes).run();
}

}  // namespace limner::pth
