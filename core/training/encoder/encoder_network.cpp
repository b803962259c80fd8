#include "core/training/encoder/encoder_network.h"

#include <cmath>

namespace quoth::training {
namespace {

using torch::Tensor;
namespace nn = torch::nn;

constexpr double dropout = 0.1;
constexpr std::int64_t headWidth = 32; // of an attention head
constexpr double layerNormEpsilon = 1e-12;

// Names of ours and of the base's: without the part before "embeddings" and "encoder".
struct Renamed {
    std::string own, base;
};

std::vector<Renamed> renamed(std::int64_t layers) {
    std::vector<Renamed> out = {
        {"word.weight", "embeddings.word_embeddings.weight"},
        {"position.weight", "embeddings.position_embeddings.weight"},
        {"norm.weight", "embeddings.LayerNorm.weight"},
        {"norm.bias", "embeddings.LayerNorm.bias"},
    };
    for (std::int64_t l = 0; l < layers; ++l) {
        const std::string own = "layer" + std::to_string(l) + ".",
                          base = "encoder.layer." + std::to_string(l) + ".";
        const std::vector<std::pair<std::string, std::string>> parts = {
            {"query", "attention.self.query"},
            {"key", "attention.self.key"},
            {"value", "attention.self.value"},
            {"attended", "attention.output.dense"},
            {"norm1", "attention.output.LayerNorm"},
            {"widen", "intermediate.dense"},
            {"narrow", "output.dense"},
            {"norm2", "output.LayerNorm"},
        };
        for (const auto& [mine, theirs] : parts)
            for (const std::string kind : {".weight", ".bias"})
                out.push_back({own + mine + kind, base + theirs + kind});
    }
    return out;
}

} // namespace

EncoderNetworkImpl::EncoderNetworkImpl(EncoderSizes sizes, const std::vector<Head>& heads)
    : m_sizes(sizes) {
    const auto width = sizes.width;
    const auto norm = [&] {
        return nn::LayerNorm(nn::LayerNormOptions({width}).eps(layerNormEpsilon));
    };
    register_module("word", nn::Embedding(sizes.pieces, width));
    register_module("position", nn::Embedding(sizes.positions, width));
    for (const auto& [name, count] : {std::pair{"shape", letterShapes}, {"quote", quoteStates}}) {
        const auto table =
            register_module(name, nn::Embedding(static_cast<std::int64_t>(count), width));
        torch::NoGradGuard fixed;
        table->weight.zero_();
    }
    register_module("norm", norm());
    for (std::int64_t l = 0; l < sizes.layers; ++l) {
        const auto layer = register_module("layer" + std::to_string(l), nn::ModuleDict());
        auto parts = std::vector<std::pair<std::string, std::shared_ptr<nn::Module>>>{
            {"query", nn::Linear(width, width).ptr()},
            {"key", nn::Linear(width, width).ptr()},
            {"value", nn::Linear(width, width).ptr()},
            {"attended", nn::Linear(width, width).ptr()},
            {"norm1", norm().ptr()},
            {"widen", nn::Linear(width, sizes.inner).ptr()},
            {"narrow", nn::Linear(sizes.inner, width).ptr()},
            {"norm2", norm().ptr()},
        };
        layer->update(parts);
    }
    for (const Head& head : heads)
        register_module("head_" + head.name, nn::Linear(width, head.labels));
}

Outcome EncoderNetworkImpl::copyFrom(const BaseWeights& base) {
    torch::NoGradGuard fixed;
    auto own = named_parameters();
    for (const auto& [name, theirs] : renamed(m_sizes.layers)) {
        const auto found = base.tensors.find(theirs);
        Tensor* const to = own.find(name);
        if (!to || found == base.tensors.end() ||
            static_cast<std::size_t>(to->numel()) != found->second.values.size())
            return unexpected(ErrorCode::Malformed, "The base has no weights " + theirs +
                                                        ", or others than are expected.");
        to->copy_(torch::from_blob(const_cast<float*>(found->second.values.data()), to->sizes()));
    }
    // What the base adds to every piece of a first sentence.
    const auto segment = base.tensors.find("embeddings.token_type_embeddings.weight");
    if (segment != base.tensors.end() &&
        segment->second.values.size() >= static_cast<std::size_t>(m_sizes.width))
        own.find("position.weight")
            ->add_(torch::from_blob(const_cast<float*>(segment->second.values.data()),
                                    {m_sizes.width}));
    return std::monostate{};
}

std::vector<Tensor> EncoderNetworkImpl::parametersOf(bool pretrained) const {
    std::vector<Tensor> out;
    for (const auto& item : named_parameters()) {
        const std::string& name = item.key();
        const bool isNew =
            name.starts_with("head_") || name.starts_with("shape") || name.starts_with("quote");
        if (isNew != pretrained) out.push_back(item.value());
    }
    return out;
}

Tensor EncoderNetworkImpl::attend(std::int64_t l, const Tensor& x, const Tensor& bias) {
    auto parts = named_children()["layer" + std::to_string(l)]->as<nn::ModuleDict>();
    const auto linear = [&](const char* name, const Tensor& in) {
        return (*parts)[name]->as<nn::Linear>()->forward(in);
    };
    const auto norm = [&](const char* name, const Tensor& in) {
        return (*parts)[name]->as<nn::LayerNorm>()->forward(in);
    };
    const auto dropped = [&](const Tensor& in) {
        return torch::dropout(in, dropout, is_training());
    };
    const auto windows = x.size(0), length = x.size(1), heads = m_sizes.heads;
    const auto split = [&](const Tensor& in) {
        return in.view({windows, length, heads, headWidth}).transpose(1, 2);
    };
    const Tensor query = split(linear("query", x)), key = split(linear("key", x)),
                 value = split(linear("value", x));
    const Tensor likeness =
        torch::matmul(query, key.transpose(2, 3)) / std::sqrt(static_cast<double>(headWidth));
    // Not dropped: the random numbers for it would take a third of the time.
    const Tensor weights = torch::softmax(likeness + bias, -1);
    const Tensor mixed =
        torch::matmul(weights, value).transpose(1, 2).reshape({windows, length, m_sizes.width});
    const Tensor middle = norm("norm1", x + dropped(linear("attended", mixed)));
    const Tensor wide = torch::gelu(linear("widen", middle), "tanh");
    return norm("norm2", middle + dropped(linear("narrow", wide)));
}

Tensor EncoderNetworkImpl::forward(const EncoderBatch& batch) {
    const auto children = named_children();
    const auto table = [&](const char* name, const Tensor& ids) {
        return children[name]->as<nn::Embedding>()->forward(ids);
    };
    const Tensor positions = torch::arange(batch.pieces.size(1));
    Tensor x = table("word", batch.pieces) + table("position", positions) +
               table("shape", batch.shapes) + table("quote", batch.quotes);
    x = torch::dropout(children["norm"]->as<nn::LayerNorm>()->forward(x), dropout, is_training());
    const Tensor bias = (1 - batch.mask).mul(-10000.0).unsqueeze(1).unsqueeze(2);
    for (std::int64_t l = 0; l < m_sizes.layers; ++l)
        x = attend(l, x, bias);
    return x;
}

Tensor EncoderNetworkImpl::scores(const std::string& head, const Tensor& vectors) {
    return named_children()["head_" + head]->as<nn::Linear>()->forward(vectors);
}

Expected<EncoderSizes> encoderSizes(const BaseWeights& base) {
    const auto rows = [&](const std::string& name, std::size_t axis) -> std::int64_t {
        const auto found = base.tensors.find(name);
        return found == base.tensors.end() || found->second.shape.size() <= axis
                   ? 0
                   : static_cast<std::int64_t>(found->second.shape[axis]);
    };
    EncoderSizes sizes;
    sizes.pieces = rows("embeddings.word_embeddings.weight", 0);
    sizes.width = rows("embeddings.word_embeddings.weight", 1);
    sizes.positions = rows("embeddings.position_embeddings.weight", 0);
    sizes.inner = rows("encoder.layer.0.intermediate.dense.weight", 0);
    while (rows("encoder.layer." + std::to_string(sizes.layers) + ".output.dense.weight", 0) > 0)
        ++sizes.layers;
    sizes.heads = sizes.width / headWidth;
    if (sizes.pieces == 0 || sizes.positions == 0 || sizes.layers == 0 || sizes.inner == 0 ||
        sizes.width % headWidth != 0)
        return unexpected(ErrorCode::Malformed, "The base is no encoder of BERT's kind.");
    return sizes;
}

} // namespace quoth::training
