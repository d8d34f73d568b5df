#include "result.h"

namespace limner {

const char* name(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return "invalid-argument";
        case ErrorCode::NotFound:
            return "not-found";
        case ErrorCode::Damaged:
            return "damaged";
        case ErrorCode::Mismatch:
            return "mismatch";
        case ErrorCode::Unsupported:
            return "unsupported";
        case ErrorCode::NoSpace:
            return "no-space";
        case ErrorCode::NotWritable:
            return "not-writable";
        case ErrorCode::OutOfMemory:
            return "out-of-memory";
        case ErrorCode::NotFinite:
            return "not-finite";
        case ErrorCode::Internal:
            return "internal";
    }
    return "internal";
}

std::string Error::text() const {
    if (hint.isEmpty()) return message.text();
    return message.text() + " " + hint.text();
}

}  // namespace limner
