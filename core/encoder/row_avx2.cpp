// Compiled for processors with AVX2; nothing else may be in here.
#if defined(__x86_64__)
#include "core/encoder/row_kernel.h"
#include "core/encoder/row_kernel_table.h"

namespace quoth {

const RowKernel avx2Rows = {roundRowHere,       scaleRowHere,    normalizeRowHere, geluRowHere,
                            exponentialRowHere, multiplyRowHere, addRowHere};

} // namespace quoth
#endif
