// The article for screen readers: its text, the selection, and for each stretch who says it.
#pragma once

namespace quoth::ui {

// Makes every ArticleView answer to assistive technology; may be called more than once.
void installArticleAccessibility();

} // namespace quoth::ui
