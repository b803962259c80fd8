// Runs quoth-annotate as a user would.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace quoth::test {

struct Ran {
    int status = -1;
    QByteArray out, err;
    QList<QJsonObject> objects() const { // one a line
        QList<QJsonObject> list;
        for (const QByteArray& line : out.trimmed().split('\n'))
            list.append(QJsonDocument::fromJson(line).object());
        return list;
    }
};

inline Ran annotate(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(QUOTH_ANNOTATE, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) qFatal("quoth-annotate does not end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace quoth::test
