// A copy of the resources in which one file is missing or damaged, for the errors of loading.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <filesystem>

namespace quoth::test {

class DamagedResource {
public:
    // `file`: "lexicons/words.tsv", "models/tags.model". Null content: the file is missing; else it
    // is the whole file.
    DamagedResource(const QString& file, const QByteArray& content) {
        for (const char* folder : {"lexicons", "models"})
            std::filesystem::copy(std::filesystem::path(QUOTH_SOURCE_DIR) / "resources" / folder,
                                  resources() / folder,
                                  std::filesystem::copy_options::recursive);
        const std::filesystem::path path = resources() / file.toStdString();
        std::filesystem::remove(path);
        if (content.isNull()) return;
        QFile damaged(QString::fromStdString(path.string()));
        if (!damaged.open(QIODevice::WriteOnly) || damaged.write(content) != content.size())
            qFatal("the resource cannot be damaged");
    }
    std::filesystem::path resources() const { return m_folder.path().toStdString(); }

    // The file as it is in the program's resources.
    static QByteArray whole(const QString& file) {
        QFile good(QStringLiteral(QUOTH_SOURCE_DIR "/resources/") + file);
        return good.open(QIODevice::ReadOnly) ? good.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace quoth::test
