#include "core/training/exchange_clusters.h"

#include <cmath>

namespace quoth::training {
namespace {

class Exchange {
public:
    Exchange(std::size_t words, std::span<const Bigram> bigrams, std::uint32_t classes)
        : m_k(classes), m_classOf(words), m_pairs(std::size_t{classes} * classes), m_lefts(classes),
          m_rights(classes), m_after(words), m_before(words), m_wordLeft(words),
          m_wordRight(words) {
        for (std::size_t w = 0; w < words; ++w)
            m_classOf[w] = static_cast<std::uint32_t>(w % classes);
        std::uint64_t total = 0;
        for (const Bigram& b : bigrams) {
            m_after[b.left].push_back({b.right, b.count});
            m_before[b.right].push_back({b.left, b.count});
            m_wordLeft[b.left] += b.count;
            m_wordRight[b.right] += b.count;
            pair(m_classOf[b.left], m_classOf[b.right]) += b.count;
            m_lefts[m_classOf[b.left]] += b.count;
            m_rights[m_classOf[b.right]] += b.count;
            total += b.count;
        }
        m_table.resize(std::min<std::uint64_t>(total + 1, 1u << 22));
        for (std::size_t n = 1; n < m_table.size(); ++n)
            m_table[n] = static_cast<double>(n) * std::log(static_cast<double>(n));
    }

    std::size_t pass() {
        std::size_t moved = 0;
        for (std::uint32_t w = 0; w < m_classOf.size(); ++w)
            moved += move(w) ? 1 : 0;
        return moved;
    }
    std::vector<std::uint32_t> take() { return std::move(m_classOf); }

private:
    struct Neighbour {
        std::uint32_t word, count;
    };
    struct ClassCount {
        std::uint32_t of;
        std::uint64_t count;
    };

    std::uint64_t& pair(std::uint32_t left, std::uint32_t right) {
        return m_pairs[std::size_t{left} * m_k + right];
    }
    double f(std::uint64_t n) const { // n log n
        if (n < m_table.size()) return m_table[n];
        return static_cast<double>(n) * std::log(static_cast<double>(n));
    }

    // Counts of the word's neighbours by class; of the word with itself apart.
    std::vector<ClassCount> byClass(std::uint32_t w, const std::vector<Neighbour>& neighbours) {
        m_sums.assign(m_k, 0);
        for (const Neighbour& n : neighbours)
            if (n.word != w) m_sums[m_classOf[n.word]] += n.count;
        std::vector<ClassCount> out;
        for (std::uint32_t c = 0; c < m_k; ++c)
            if (m_sums[c]) out.push_back({c, m_sums[c]});
        return out;
    }

    void change(std::uint32_t w, std::uint32_t c, const std::vector<ClassCount>& after,
                const std::vector<ClassCount>& before, std::uint64_t self, bool add) {
        const auto apply = [add](std::uint64_t& value, std::uint64_t by) {
            value = add ? value + by : value - by;
        };
        for (const ClassCount& a : after)
            apply(pair(c, a.of), a.count);
        for (const ClassCount& b : before)
            apply(pair(b.of, c), b.count);
        apply(pair(c, c), self);
        apply(m_lefts[c], m_wordLeft[w]);
        apply(m_rights[c], m_wordRight[w]);
    }

    bool move(std::uint32_t w) {
        const std::uint32_t own = m_classOf[w];
        const auto after = byClass(w, m_after[w]), before = byClass(w, m_before[w]);
        std::uint64_t self = 0;
        for (const Neighbour& n : m_after[w])
            if (n.word == w) self += n.count;
        change(w, own, after, before, self, false);
        std::uint32_t best = own;
        double bestGain = gain(w, own, after, before, self);
        for (std::uint32_t c = 0; c < m_k; ++c) {
            if (c == own) continue;
            const double g = gain(w, c, after, before, self);
            if (g > bestGain + 1e-9) {
                best = c;
                bestGain = g;
            }
        }
        change(w, best, after, before, self, true);
        m_classOf[w] = best;
        return best != own;
    }

    double gain(std::uint32_t w, std::uint32_t c, const std::vector<ClassCount>& after,
                const std::vector<ClassCount>& before, std::uint64_t self) {
        double sum = 0;
        std::uint64_t inside = self; // what joins the pair of c with itself
        for (const ClassCount& a : after) {
            if (a.of == c) {
                inside += a.count;
                continue;
            }
            const std::uint64_t n = pair(c, a.of);
            sum += f(n + a.count) - f(n);
        }
        for (const ClassCount& b : before) {
            if (b.of == c) {
                inside += b.count;
                continue;
            }
            const std::uint64_t n = pair(b.of, c);
            sum += f(n + b.count) - f(n);
        }
        sum += f(pair(c, c) + inside) - f(pair(c, c));
        sum -= f(m_lefts[c] + m_wordLeft[w]) - f(m_lefts[c]);
        sum -= f(m_rights[c] + m_wordRight[w]) - f(m_rights[c]);
        return sum;
    }

    std::uint32_t m_k;
    std::vector<std::uint32_t> m_classOf;
    std::vector<std::uint64_t> m_pairs, m_lefts, m_rights; // counts of classes
    std::vector<std::vector<Neighbour>> m_after, m_before; // of words
    std::vector<std::uint64_t> m_wordLeft, m_wordRight;
    std::vector<std::uint64_t> m_sums;
    std::vector<double> m_table;
};

} // namespace

std::vector<std::uint32_t> clusterWords(std::size_t words, std::span<const Bigram> bigrams,
                                        std::uint32_t classes, int passes,
                                        const std::function<void(int, std::size_t)>& report) {
    Exchange exchange(words, bigrams, classes);
    for (int pass = 1; pass <= passes; ++pass) {
        const std::size_t moved = exchange.pass();
        if (report) report(pass, moved);
        if (moved * 200 < words) break;
    }
    return exchange.take();
}

} // namespace quoth::training
