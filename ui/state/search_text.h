// Searching as readers do: any case, any quote marks, any spaces.
#pragma once

#include <QString>
#include <vector>

namespace quoth::ui {

// For comparing in a search: curly quote marks straightened, odd spaces plain; as long as `text`.
QString foldForFind(QString text);

// Where `wanted` begins in `text`, in order and without overlaps, at most `most` places; both
// folded. None for an empty `wanted`.
std::vector<qsizetype> findAll(QStringView text, QStringView wanted, std::size_t most);

} // namespace quoth::ui
