// Pictures to begin with: photographs and paintings of a package where it is installed, and a few that Limner
// draws itself.
#pragma once

#include <QImage>
#include <QString>
#include <functional>
#include <vector>

namespace limner::app {

struct SamplePicture {
    QString id;       ///< of file names: "lake-at-dusk"
    QString name;     ///< "Lake at dusk"
    QString licence;  ///< "Photo by Dhirad, CC BY-SA 4.0"
    bool isStyle = false;
    std::function<QImage()> draw;  ///< reads or draws it
};

/// Contents first, then styles. Always holds some of each.
std::vector<SamplePicture> samplePictures();

/// Puts a picture into the project's folder "inputs", so that recipes can name it and find it again. A file
/// of that name with other pixels stays, and the new one gets a number. Empty if it cannot be written.
QString keepInput(const QImage& picture, const QString& name, const QString& projectFolder);

}  // namespace limner::app
