// What the tiles of the welcome page show: things that Limner itself made, by tools/welcome_picture.
#pragma once

class QPainter;
class QRect;

namespace limner::app {

/// Samples of a run on garments.
void paintGarments(QPainter& painter, const QRect& room);
/// Faces that turn into each other.
void paintFaces(QPainter& painter, const QRect& room);
/// A picture, and from the middle on what Patches made of it.
void paintStyle(QPainter& painter, const QRect& room);
/// A sentence that a model continued, coloured by how expected each word was.
void paintWords(QPainter& painter, const QRect& room);

}  // namespace limner::app
