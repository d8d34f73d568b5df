// A data set that has been listed but not read: what each format provides, and all that loading and previews
// need.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/types/image.h"
#include "core/types/result.h"

namespace limner::datasets {

/// What is known of a set before any picture is decoded.
struct Listing {
    std::vector<int64_t> labels = {};  ///< one per picture, indices into classNames; all 0 without classes
    std::vector<std::string> classNames = {};  ///< empty where the set has no classes
    int64_t officialTestFrom = -1;  ///< index of the first picture of the set's own test part; -1 for none
    std::vector<Message> skipped = {};  ///< what was left out already, and why
};

class PictureSource {
public:
    explicit PictureSource(Listing listing) : m_listing(std::move(listing)) {}
    virtual ~PictureSource() = default;

    const Listing& listing() const { return m_listing; }
    int64_t count() const { return static_cast<int64_t>(m_listing.labels.size()); }

    /// Reads one picture, 1, 3 or 4 channels, any size. May be called from any thread. An error leaves the
    /// picture out: its message stands for a list of pictures, with %1 for their names and %2 for how many
    /// they are, and carries the name of this one as its first argument.
    /// @pre 0 <= index < count()
    virtual Result<Image> read(int64_t index) const = 0;

private:
    Listing m_listing;
};

}  // namespace limner::datasets
