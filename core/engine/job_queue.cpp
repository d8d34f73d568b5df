#include "core/engine/job_queue.h"

#include <algorithm>
#include <utility>

namespace limner::engine {

void JobQueue::add(JobInfo info, JobFactory make) {
    m_entries.push_back({.info = std::move(info), .make = std::move(make), .asked = {}});
    dropOldest();
}

bool JobQueue::pause(JobId id) {
    Entry* entry = find(id);
    if (entry == nullptr || entry->info.state != JobState::Running) return false;
    return entry->asked.pause = true;
}

bool JobQueue::resume(JobId id) {
    Entry* entry = find(id);
    if (entry == nullptr) return false;
    if (entry->info.state == JobState::Running) {
        entry->asked.pause = false;
        return true;
    }
    if (entry->info.state != JobState::Paused && entry->info.state != JobState::Waiting) return false;
    entry->info.state = JobState::Waiting;
    entry->goAhead = true;
    moveToFront(id);
    return true;
}

bool JobQueue::stepOnce(JobId id) {
    Entry* entry = find(id);
    if (entry == nullptr || entry->info.state != JobState::Paused) return false;
    return entry->asked.step = true;
}

bool JobQueue::stop(JobId id) {
    Entry* entry = find(id);
    if (entry == nullptr || isOver(entry->info.state)) return false;
    return entry->asked.stop = true;
}

bool JobQueue::save(JobId id) {
    Entry* entry = find(id);
    if (entry == nullptr || isOver(entry->info.state) || entry->info.state == JobState::Waiting) return false;
    return entry->asked.save = true;
}

bool JobQueue::edit(JobId id, const ParamEdit& edit) {
    Entry* entry = find(id);
    if (entry == nullptr || isOver(entry->info.state)) return false;
    auto& edits = entry->asked.edits;  // while a knob is dragged only its newest value counts
    std::erase_if(edits, [&edit](const ParamEdit& earlier) { return earlier.id == edit.id; });
    edits.push_back(edit);
    return true;
}

bool JobQueue::reorder(JobId id, int place) {
    Entry* entry = find(id);
    if (entry == nullptr || entry->info.state != JobState::Waiting) return false;
    Entry moved = std::move(*entry);
    std::erase_if(m_entries, [id](const Entry& e) { return e.info.id == id; });
    auto position = m_entries.begin();
    for (int before = 0; position != m_entries.end(); ++position) {
        if (position->info.state != JobState::Waiting) continue;
        if (before++ == std::max(place, 0)) break;
    }
    m_entries.insert(position, std::move(moved));
    return true;
}

std::optional<Turn> JobQueue::takeTurn() {
    for (Entry& entry : m_entries) {
        if (!hasRequest(entry)) continue;
        Turn turn = std::exchange(entry.asked, {});
        turn.id = entry.info.id;
        return turn;
    }
    const auto brief = nextStepOf(Group::Brief);
    return brief ? brief : nextStepOf(Group::Long);
}

std::optional<Turn> JobQueue::nextStepOf(Group group) {
    if (const Entry* running = findIn(JobState::Running, group))
        return Turn{.id = running->info.id, .edits = {}, .step = true};

    Entry* next = findIn(JobState::Waiting, group);
    const bool isHeld = group == Group::Long && findIn(JobState::Paused, group) != nullptr;
    if (next == nullptr || (isHeld && !next->goAhead)) return std::nullopt;
    next->info.state = JobState::Running;
    next->goAhead = false;
    Turn turn = std::exchange(next->asked, {});
    turn.id = next->info.id;
    turn.step = turn.begins = true;
    return turn;
}

void JobQueue::setState(JobId id, JobState state) {
    if (Entry* entry = find(id)) entry->info.state = state;
}

void JobQueue::setFolder(JobId id, std::string folder) {
    if (Entry* entry = find(id)) entry->info.folder = std::move(folder);
}

void JobQueue::setUnsaved(JobId id) {
    if (Entry* entry = find(id)) entry->isUnsaved = true;
}

bool JobQueue::isUnsaved(JobId id) const {
    const Entry* entry = find(id);
    return entry != nullptr && entry->isUnsaved;
}

bool JobQueue::isStopAsked(JobId id) const {
    const Entry* entry = find(id);
    return entry != nullptr && entry->asked.stop;
}

const JobFactory& JobQueue::factory(JobId id) const {
    return find(id)->make;
}

std::optional<JobInfo> JobQueue::info(JobId id) const {
    const Entry* entry = find(id);
    return entry == nullptr ? std::nullopt : std::optional(entry->info);
}

std::vector<JobInfo> JobQueue::infos() const {
    std::vector<JobInfo> infos;
    const auto collect = [&infos](const auto& entries, auto isWanted) {
        for (const Entry& entry : entries)
            if (isWanted(entry.info.state)) infos.push_back(entry.info);
    };
    collect(m_entries, [](JobState s) { return s == JobState::Running; });
    collect(m_entries, [](JobState s) { return s == JobState::Paused; });
    collect(m_entries, [](JobState s) { return s == JobState::Waiting; });
    const std::deque<Entry> newestFirst(m_entries.rbegin(), m_entries.rend());
    collect(newestFirst, [](JobState s) { return isOver(s); });
    return infos;
}

JobQueue::Entry* JobQueue::find(JobId id) {
    return const_cast<Entry*>(std::as_const(*this).find(id));
}

const JobQueue::Entry* JobQueue::find(JobId id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& e) { return e.info.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

JobQueue::Entry* JobQueue::findIn(JobState state, Group group) {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [=](const Entry& e) {
        return e.info.state == state && e.info.isBrief == (group == Group::Brief);
    });
    return found == m_entries.end() ? nullptr : &*found;
}

void JobQueue::moveToFront(JobId id) {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& e) { return e.info.id == id; });
    std::rotate(m_entries.begin(), found, found + 1);
}

void JobQueue::dropOldest() {
    const auto over = [](const Entry& e) { return isOver(e.info.state); };
    if (static_cast<size_t>(std::count_if(m_entries.begin(), m_entries.end(), over)) <= kKeptOver) return;
    m_entries.erase(std::find_if(m_entries.begin(), m_entries.end(), over));
}

bool JobQueue::hasRequest(const Entry& entry) {
    const Turn& asked = entry.asked;
    const bool mayEdit = entry.info.state != JobState::Waiting;  // edits of a waiting job wait with it
    return asked.save || asked.pause || asked.stop || asked.step || (mayEdit && !asked.edits.empty());
}

}  // namespace limner::engine
