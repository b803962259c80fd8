// The encoder as it is trained: a transformer of BERT's kind over word pieces, in libtorch, with a
// linear layer over its vectors for each task. core/encoder/transformer.h is the same network as it
// is used.
#pragma once

#include "core/encoder/encoder_input.h"
#include "core/training/encoder/base_weights.h"

#include <string>
#include <torch/torch.h>
#include <vector>

namespace quoth::training {

struct EncoderSizes {
    std::int64_t pieces = 0, positions = 0, width = 0, inner = 0, layers = 0, heads = 0;
};

// All of [windows, pieces of the longest one].
struct EncoderBatch {
    torch::Tensor pieces, shapes, quotes; // ids; 0 behind a shorter window's end
    torch::Tensor mask;                   // 1 where there is a piece
};

class EncoderNetworkImpl : public torch::nn::Module {
public:
    struct Head {
        std::string name;
        std::int64_t labels;
    };

    EncoderNetworkImpl(EncoderSizes sizes, const std::vector<Head>& heads);

    // Malformed where a weight is missing or of another shape.
    Outcome copyFrom(const BaseWeights& base);

    torch::Tensor forward(const EncoderBatch& batch); // [windows, pieces, width]
    torch::Tensor scores(const std::string& head, const torch::Tensor& vectors);

    const EncoderSizes& sizes() const { return m_sizes; }
    // Of the pretrained layers, and of what is new.
    std::vector<torch::Tensor> pretrained() const { return parametersOf(true); }
    std::vector<torch::Tensor> added() const { return parametersOf(false); }

private:
    std::vector<torch::Tensor> parametersOf(bool pretrained) const;
    torch::Tensor attend(std::int64_t layer, const torch::Tensor& x, const torch::Tensor& bias);

    EncoderSizes m_sizes;
};
TORCH_MODULE(EncoderNetwork);

// From the shapes of the base's tensors; Malformed where they fit no such network.
Expected<EncoderSizes> encoderSizes(const BaseWeights& base);

} // namespace quoth::training
