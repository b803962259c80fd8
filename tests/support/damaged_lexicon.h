// A copy of the resources in which one lexicon is missing or damaged, for the errors of loading.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <filesystem>

namespace quoth::test {

class DamagedLexicon {
public:
    // Null content: the file is missing; else it is the whole file.
    DamagedLexicon(const QString& file, const QByteArray& content) {
        const std::filesystem::path lexicons = resources() / "lexicons";
        std::filesystem::copy(std::filesystem::path(QUOTH_SOURCE_DIR) / "resources" / "lexicons",
                              lexicons);
        const std::filesystem::path path = lexicons / file.toStdString();
        std::filesystem::remove(path);
        if (content.isNull()) return;
        QFile damaged(QString::fromStdString(path.string()));
        if (!damaged.open(QIODevice::WriteOnly) || damaged.write(content) != content.size())
            qFatal("the lexicon cannot be damaged");
    }
    std::filesystem::path resources() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

} // namespace quoth::test
