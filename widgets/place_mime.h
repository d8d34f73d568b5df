// A place in latent space while it is dragged: from the bookmarks or the history onto a corner of the map.
#pragma once

#include <QString>

class QMimeData;

namespace limner::widgets {

/// "application/x-limner-place"; its bytes are the place's id in UTF-8.
extern const char* const kPlaceMime;

/// The caller owns the result.
QMimeData* placeMimeData(const QString& id);
/// Empty if no place is dragged.
QString placeIdOf(const QMimeData& data);
/// The first local file that is dragged and whose ending is that of a picture Qt can read; empty if none.
QString pictureFileOf(const QMimeData& data);

}  // namespace limner::widgets
