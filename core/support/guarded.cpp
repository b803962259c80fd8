#include "core/support/guarded.h"

#include <exception>
#include <new>
#include <stdexcept>

namespace quoth {

Error errorOfException(std::string_view subject) {
    const std::string front = subject.empty() ? std::string() : std::string(subject) + ": ";
    const char* const noMemory = "There is not enough memory for this.";
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {ErrorCode::OutOfMemory, front + noMemory};
    } catch (const std::length_error&) { // more than a container can hold
        return {ErrorCode::OutOfMemory, front + noMemory};
    } catch (const std::exception& exception) {
        return {ErrorCode::Internal,
                front + "Quoth made a mistake here (" + exception.what() + ")."};
    } catch (...) {
        return {ErrorCode::Internal, front + "Quoth made a mistake here."};
    }
}

} // namespace quoth
