// One token a byte.
#pragma once

#include "tokenizer.h"

namespace limner::language {

class ByteTokenizer : public Tokenizer {
public:
    explicit ByteTokenizer(const std::vector<std::string>& specials);

    std::string name() const override { return "bytes"; }
    std::string toJson() const override;

protected:
    void encodePlain(std::string_view text, std::vector<int32_t>& ids) const override;
};

}  // namespace limner::language
