// What stands among the text of a PDF document in type of its own and interrupts it.
#pragma once

#include "core/formats/in/pdf_lines.h"

#include <vector>

namespace quoth {

// Takes out notes at the foot of a page in smaller type together with the marks that refer to them,
// captions and credits of pictures in smaller type, and whatever in another size interrupts a
// sentence, such as a quotation set large. `size` is that of the text.
void dropAsides(std::vector<PdfLine>& lines, double size);

} // namespace quoth
