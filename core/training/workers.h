// Threads that do the parts of one job side by side, again and again.
#pragma once

#include <barrier>
#include <functional>
#include <thread>
#include <vector>

namespace quoth::training {

class Workers {
public:
    // The calling thread is one of the `size` workers.
    explicit Workers(unsigned size) : m_size(size), m_start(size), m_end(size) {
        for (unsigned worker = 1; worker < size; ++worker)
            m_threads.emplace_back([this, worker] {
                for (;;) {
                    m_start.arrive_and_wait();
                    if (!m_job) return;
                    (*m_job)(worker);
                    m_end.arrive_and_wait();
                }
            });
    }
    ~Workers() {
        m_job = nullptr;
        if (m_size > 1) m_start.arrive_and_wait();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    unsigned size() const { return m_size; }

    // Calls `job` once on each worker, 0 to size() - 1, and waits for all.
    void run(const std::function<void(unsigned)>& job) {
        if (m_size == 1) {
            job(0);
            return;
        }
        m_job = &job;
        m_start.arrive_and_wait();
        job(0);
        m_end.arrive_and_wait();
    }

private:
    unsigned m_size;
    std::barrier<> m_start, m_end;
    const std::function<void(unsigned)>* m_job = nullptr;
    std::vector<std::jthread> m_threads; // last: they use the rest
};

} // namespace quoth::training
