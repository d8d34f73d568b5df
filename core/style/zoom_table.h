// The parameters of "zoom": what is dreamt of, and how the movie goes.
#pragma once

#include "core/types/param.h"

namespace limner::style {

const ParamTable& zoomTable();

/// Completes the values; a content is needed, and a place where a movie can be written. Reads no picture.
/// Errors: InvalidArgument, Unsupported.
Result<ParamValues> prepareZoom(const ParamValues& given);
/// "into cat".
std::string zoomTitle(const ParamValues& values);

/// Of complete values; at least 1.
int64_t zoomFrames(const ParamValues& values);

}  // namespace limner::style
