// Jobs worked on by several threads, their results handed on in the jobs' order. Memory is bounded:
// add() waits while too many jobs, or jobs of too many bytes together, are on their way: waiting,
// worked on, or done and not yet delivered. A job that is larger than that by itself goes alone.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace quoth::app {

template <class Job, class Result>
class OrderedWork {
public:
    using Work = std::function<Result(Job)>;     // on any of the threads, several at once
    using Deliver = std::function<bool(Result)>; // on one thread; false to stop all

    // `mostBytes`: of the jobs that are on their way together. Neither function may throw. Goes on
    // with fewer threads where the system has no more (see workers()); throws std::system_error
    // where it has none.
    OrderedWork(unsigned threads, std::size_t mostBytes, Work work, Deliver deliver)
        : m_work(std::move(work)), m_deliver(std::move(deliver)), m_mostJobs(threads * 4),
          m_mostBytes(mostBytes) {
        m_threads.reserve(threads + 1);
        try {
            m_threads.emplace_back([this] { runDelivery(); });
            for (; m_workers < threads; ++m_workers)
                m_threads.emplace_back([this] { runWorker(); });
        } catch (...) { // std::system_error; std::bad_alloc
            if (m_workers > 0) return;
            finish();
            throw;
        }
    }
    ~OrderedWork() { finish(); }
    OrderedWork(const OrderedWork&) = delete;
    OrderedWork& operator=(const OrderedWork&) = delete;

    // Threads at work, perhaps fewer than asked for.
    unsigned workers() const { return m_workers; }

    // `bytes` is the job's size. False once a delivery has failed; the job is dropped then.
    bool add(Job job, std::size_t bytes) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] {
            const bool room = m_slots.size() < m_mostJobs && m_bytes + bytes <= m_mostBytes;
            return m_stopped || m_slots.empty() || room;
        });
        if (m_stopped) return false;
        auto slot = std::make_shared<Slot>(Slot{std::move(job), bytes, std::nullopt});
        m_slots.push_back(slot);
        m_waiting.push_back(std::move(slot));
        m_bytes += bytes;
        m_changed.notify_all();
        return true;
    }

    // Returns when all results have been delivered, or a delivery has failed.
    void finish() {
        {
            const std::lock_guard lock(m_mutex);
            m_finished = true;
        }
        m_changed.notify_all();
        m_threads.clear(); // joins
    }

private:
    struct Slot {
        Job job;
        std::size_t bytes;
        std::optional<Result> result;
    };

    void runWorker() {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [&] { return m_stopped || m_finished || !m_waiting.empty(); });
            if (m_stopped || m_waiting.empty()) return;
            const auto slot = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            Result result = m_work(std::move(slot->job));
            lock.lock();
            slot->result = std::move(result);
            m_changed.notify_all();
        }
    }

    void runDelivery() {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [&] {
                return m_slots.empty() ? m_finished : m_slots.front()->result.has_value();
            });
            if (m_slots.empty()) return;
            const auto slot = std::move(m_slots.front());
            lock.unlock();
            const bool delivered = m_deliver(std::move(*slot->result));
            lock.lock();
            m_slots.pop_front();
            m_bytes -= slot->bytes;
            if (!delivered) m_stopped = true;
            m_changed.notify_all();
            if (m_stopped) return;
        }
    }

    const Work m_work;
    const Deliver m_deliver;
    const std::size_t m_mostJobs, m_mostBytes;
    unsigned m_workers = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<Slot>> m_slots;   // not yet delivered, in order
    std::deque<std::shared_ptr<Slot>> m_waiting; // of these, not yet begun
    std::size_t m_bytes = 0;                     // of m_slots
    bool m_finished = false, m_stopped = false;
    std::vector<std::jthread> m_threads;
};

} // namespace quoth::app
