#include "known_networks.h"

#include <algorithm>

namespace limner::library {

// torchvision publishes the first eight digits of the hash in the name of the file, Hugging Face the whole
// hash on its page.
const std::vector<KnownNetwork>& knownNetworks() {
    static const std::vector<KnownNetwork> rows{
        {"squeezenet1_1", NetworkKind::Features, "SqueezeNet 1.1", "BSD-3-Clause",
         "https://download.pytorch.org/models/squeezenet1_1-b8a52dc0.pth", 4'966'400, "b8a52dc0"},
        {"vgg16", NetworkKind::Features, "VGG-16", "BSD-3-Clause",
         "https://download.pytorch.org/models/vgg16-397923af.pth", 553'433'881, "397923af"},
        {"vgg19", NetworkKind::Features, "VGG-19", "BSD-3-Clause",
         "https://download.pytorch.org/models/vgg19-dcbb9e9d.pth", 574'673'361, "dcbb9e9d"},
        {"gpt2", NetworkKind::Language, "GPT-2", "MIT",
         "https://huggingface.co/openai-community/gpt2/resolve/main/model.safetensors", 548'105'171,
         "248dfc39"},
    };
    return rows;
}

const KnownNetwork* findKnownNetwork(std::string_view id) {
    const auto& rows = knownNetworks();
    const auto found = std::ranges::find(rows, id, &KnownNetwork::id);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace limner::library
