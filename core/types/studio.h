// The facade: all that a window or a command line sees of the core.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catalog.h"
#include "host.h"
#include "job.h"
#include "latent.h"
#include "model_facts.h"
#include "model_library.h"
#include "recipe.h"
#include "run_store.h"

namespace limner {

struct StudioOptions {
    std::string projectFolder;      ///< UTF-8; made when the first run starts
    std::string device = "auto";    ///< "auto", "cpu", "cuda", "cuda:1"
    int threads = 0;                ///< of the work lane; 0 means all physical cores
    std::string modelsFolder = {};  ///< of the models that ship; empty: beside the program
};

/// Facts about this machine and build, for the status bar, summary.json and error details.
struct StudioFacts {
    std::string programVersion;
    std::string torchVersion;
    std::string device;
    int threads = 0;
};

/// Who asks the live lane. Only the newest request of each requester is answered.
using RequesterId = uint64_t;

struct LiveRequest {
    RequesterId requester = 0;
    /// Which row of the live registry answers:
    /// - "decode": pictures of latents, or of the places that the values describe;
    /// - "describe": the facts of a model, its directions among them;
    /// - "encode": the latent of the picture file in values["image"], and what the model makes of it;
    /// - "preview-data": what is in a data set;
    /// - "channel": what one channel of a feature network likes (rows of the method "dream");
    /// - "fast-style": the content in a fast style, small (rows of "stylize");
    /// - "read": how a language model sees the text in values["prompt"], and what may follow it;
    /// - "describe-language": the facts of a language model.
    std::string what = {};
    JobId job = JobId::None;  ///< whose newest published weights to use; None: the model that the values name
    /// Of the table of "sample" ("run", "seed", …); for "preview-data" of "train", for language of "write".
    ParamValues values = {};
    std::vector<Latent> latents = {};  ///< for "decode": these points instead of the places of the values
};

struct LivePicture {
    SampleSheet sheet;  ///< one tile or many
    std::vector<std::pair<std::string, double>> numbers =
        {};                            ///< named numbers in order: class name → pictures, …
    std::vector<Latent> latents = {};  ///< of each tile
    std::shared_ptr<const ModelFacts> facts = nullptr;        ///< of "describe"
    std::shared_ptr<const Writing> writing = nullptr;         ///< of "read"
    std::shared_ptr<const LanguageFacts> language = nullptr;  ///< of "describe-language"
};

struct LiveAnswer {
    RequesterId requester = 0;
    uint64_t serial = 0;  ///< of the request that this answers; rises
    Result<LivePicture> picture = LivePicture{};
};

/// Every function returns at once; none waits for a lane.
class Studio {
public:
    virtual ~Studio() = default;

    virtual const Catalog& catalog() const = 0;
    virtual StudioFacts facts() const = 0;

    /// Checks the values and queues the job. A recipe with a "resume" value goes on with that run.
    /// Errors: InvalidArgument (with the range or the nearest name), NotFound, Damaged, Mismatch.
    virtual Result<JobId> start(const Recipe& recipe) = 0;
    virtual void pause(JobId job) = 0;
    /// Lets a paused job go on; a waiting one goes to the front of the queue.
    virtual void resume(JobId job) = 0;
    /// Runs exactly one step of a paused job.
    virtual void stepOnce(JobId job) = 0;
    /// Saves what can be resumed, then ends the job as Cancelled, within one step. A waiting job is removed.
    virtual void stop(JobId job) = 0;
    /// Writes a checkpoint after the current step; a Saved event follows.
    virtual void save(JobId job) = 0;
    /// Errors: InvalidArgument (checked here against the table). An Edited event follows when it is in force.
    virtual Result<void> edit(JobId job, const ParamEdit& edit) = 0;
    /// Moves a waiting job to a place in the queue, 0 first.
    virtual void reorder(JobId job, int place) = 0;

    /// Jobs in the order of the queue: the current one, the waiting ones, then those that are over.
    virtual std::vector<JobInfo> jobs() const = 0;
    /// The newest snapshot; null before the first step.
    virtual std::shared_ptr<const Snapshot> latest(JobId job) const = 0;
    /// Events since the last call, oldest first.
    virtual std::vector<Event> drainEvents() = 0;

    virtual void ask(const LiveRequest& request) = 0;
    /// The newest answer; null before the first.
    virtual std::shared_ptr<const LiveAnswer> answer(RequesterId requester) const = 0;

    virtual RunStore& runs() = 0;
    virtual ModelLibrary& library() = 0;
};

/// The one function that limner_core exports. `host` must outlive the studio. Never null; the caller owns it.
/// Starts no thread but its two lanes, and reads no file until asked.
extern "C" Studio* limnerOpenStudio(Host* host, const StudioOptions* options);
using OpenStudioFunction = Studio* (*)(Host*, const StudioOptions*);

}  // namespace limner
