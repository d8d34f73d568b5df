// What language models are made of beside networks: products of one row, functions of one row, weights of 8
// bits, and an LSTM layer as one node.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/models/byte_matrix.h"
#include "core/models/lstm_layer.h"
#include "core/models/packed_matrix.h"
#include "core/models/row_functions.h"
#include "core/models/row_product.h"
#include "core/models/vector_exp.h"
#include "formula.h"

namespace limner::test {
namespace {

/// Puts the number of threads back.
class Threads {
public:
    explicit Threads(int count) : m_before(at::get_num_threads()) { at::set_num_threads(count); }
    ~Threads() { at::set_num_threads(m_before); }

private:
    int m_before;
};

/// Σ x[i] · weight[i, j] + bias[j]
torch::Tensor summed(const torch::Tensor& weight, const torch::Tensor& bias, const torch::Tensor& x) {
    const int64_t rows = weight.size(0), columns = weight.size(1);
    torch::Tensor out = torch::empty({columns});
    torch::Tensor memory = torch::empty({models::sumMemory(columns)});
    models::sumOfRowsOnAllThreads(weight.const_data_ptr<float>(), bias.const_data_ptr<float>(),
                                  x.const_data_ptr<float>(), rows, columns, memory.data_ptr<float>(),
                                  out.data_ptr<float>());
    return out;
}

torch::Tensor dotted(const torch::Tensor& weight, const torch::Tensor& x) {
    torch::Tensor out = torch::empty({weight.size(0)});
    models::rowDotsOnAllThreads(weight.const_data_ptr<float>(), nullptr, x.const_data_ptr<float>(),
                                weight.size(0), weight.size(1), out.data_ptr<float>());
    return out;
}

TEST(RowProduct, EqualsLibTorchsForAnySizeAndNumberOfThreads) {
    for (const auto& [rows, columns] : {std::pair{3, 5}, {17, 33}, {403, 301}, {768, 2304}}) {
        const torch::Tensor weight = hashed(1, {rows, columns}), bias = hashed(2, {columns});
        const torch::Tensor x = hashed(3, {rows}), y = hashed(4, {columns});
        torch::Tensor sums, dots;
        {
            const Threads one(1);
            sums = summed(weight, bias, x);
            dots = dotted(weight, y);
        }
        EXPECT_TRUE(torch::allclose(sums, x.matmul(weight) + bias, 1e-5, 1e-4)) << rows << "×" << columns;
        EXPECT_TRUE(torch::allclose(dots, weight.mv(y), 1e-5, 1e-4)) << rows << "×" << columns;
        const Threads three(3);
        EXPECT_TRUE(torch::equal(summed(weight, bias, x), sums)) << "the sums depend on the threads";
        EXPECT_TRUE(torch::equal(dotted(weight, y), dots)) << "the sums depend on the threads";
    }
}

TEST(ByteMatrix, ProductsAreThoseOfTheRoundedWeights) {
    for (const auto& [rows, columns] : {std::pair{3, 5}, {70, 97}, {200, 768}}) {
        const torch::Tensor weight = hashed(1, {rows, columns}) * torch::linspace(0.01, 3, rows).unsqueeze(1);
        const torch::Tensor bias = hashed(2, {rows}), x = hashed(3, {columns});
        const models::ByteMatrix matrix = models::roundedToBytes(weight);
        const torch::Tensor rounded =
            matrix.weight.to(torch::kFloat32) * torch::tensor(matrix.scales).unsqueeze(1);
        EXPECT_LE(((rounded - weight).abs() / weight.abs().amax(1, true)).max().item<double>(), 0.51 / 127);
        torch::Tensor out = torch::empty({rows});
        models::byteDots(matrix, bias.const_data_ptr<float>(), x.const_data_ptr<float>(),
                         out.data_ptr<float>());
        // Where x is rounded too, each number is off by 1/254 of the largest at most, evenly spread.
        const double step = x.abs().max().item<double>() / 127;
        const torch::Tensor bound = 6 * step / std::sqrt(12) * rounded.norm(2, {1}) + 1e-4;
        EXPECT_TRUE(((out - rounded.mv(x) - bias).abs() < bound).all().item<bool>())
            << rows << "×" << columns;
    }
}

TEST(ByteMatrix, WholeNumbersUpTo127AreMultipliedExactly) {
    const int64_t rows = 500, columns = 768;  // enough for three threads
    const torch::Tensor weight = (hashed(1, {rows, columns}) * 100).round();
    torch::Tensor x = (hashed(3, {columns}) * 100).round();
    for (int64_t block = 0; block < columns; block += 64)
        x[block + block / 64] = block % 128 == 0 ? 127 : -127;
    const models::ByteMatrix matrix{.weight = weight.to(torch::kInt8), .scales = std::vector<float>(rows, 1)};
    const auto product = [&](int threads) {
        const Threads some(threads);
        torch::Tensor out = torch::empty({rows});
        models::byteDots(matrix, nullptr, x.const_data_ptr<float>(), out.data_ptr<float>());
        return out;
    };
    EXPECT_TRUE(torch::equal(product(1), weight.mv(x)));
    EXPECT_TRUE(torch::equal(product(3), weight.mv(x)));
}

TEST(ByteMatrix, OneLargeNumberDoesNotDrownTheOthers) {
    const torch::Tensor weight = hashed(1, {50, 256});
    torch::Tensor x = hashed(3, {256});
    x[7] = 3000;
    const models::ByteMatrix matrix = models::roundedToBytes(weight);
    torch::Tensor out = torch::empty({50});
    models::byteDots(matrix, nullptr, x.const_data_ptr<float>(), out.data_ptr<float>());
    const torch::Tensor rounded =
        matrix.weight.to(torch::kFloat32) * torch::tensor(matrix.scales).unsqueeze(1);
    x[7] = 0;
    const torch::Tensor others = out - 3000 * rounded.select(1, 7);
    // Its block of 64 is lost, the other three are not.
    x.slice(0, 0, 64).zero_();
    const double error = (others - rounded.mv(x)).norm().item<double>();
    EXPECT_LT(error, 0.8 * rounded.slice(1, 0, 64).norm().item<double>());
}

TEST(ByteMatrix, ARowOfZerosStaysZero) {
    const models::ByteMatrix matrix = models::roundedToBytes(torch::zeros({2, 40}));
    const torch::Tensor x = hashed(3, {40});
    torch::Tensor out = torch::ones({2});
    models::byteDots(matrix, nullptr, x.const_data_ptr<float>(), out.data_ptr<float>());
    EXPECT_TRUE(torch::equal(out, torch::zeros({2})));
}

TEST(PackedMatrix, ProductsEqualLibTorchsForAMatrixAndItsTranspose) {
    for (const auto& [rows, inner, columns] : {std::tuple{1, 5, 3}, {7, 33, 65}, {32, 96, 512}}) {
        const torch::Tensor x = hashed(1, {rows, inner}), matrix = hashed(2, {inner, columns});
        const torch::Tensor transposed = matrix.t().contiguous().t();
        const auto product = [&](const torch::Tensor& packed) {
            const torch::Tensor out = torch::full({rows, columns}, NAN);
            models::PackedMatrix(packed, rows).product(x.const_data_ptr<float>(), out.data_ptr<float>());
            return out;
        };
        const torch::Tensor out = product(matrix), other = product(transposed);
        const torch::Tensor expected = x.to(torch::kFloat64).mm(matrix.to(torch::kFloat64));
        EXPECT_LT((out - expected).abs().max().item<double>(), 1e-5) << rows << "×" << inner;
        EXPECT_LT((other - expected).abs().max().item<double>(), 1e-5) << rows << "×" << inner;
    }
}

TEST(VectorExp, IsExactToAFewUnitsInTheLastPlace) {
    for (float x = -87; x < 88; x += 0.0137F) {
        const double expected = std::exp(static_cast<double>(x));
        EXPECT_NEAR(static_cast<double>(models::vectorExp(x)), expected, 3e-7 * expected) << x;
        EXPECT_NEAR(static_cast<double>(models::vectorTanh(x)), std::tanh(static_cast<double>(x)), 2e-7) << x;
    }
    EXPECT_TRUE(std::isfinite(models::vectorExp(std::numeric_limits<float>::max())));
    EXPECT_EQ(models::vectorSigmoid(1000), 1);
    EXPECT_NEAR(static_cast<double>(models::vectorSigmoid(-1000)), 0, 1e-30);
}

TEST(RowFunctions, EqualLibTorchs) {
    const int64_t count = 77;
    const torch::Tensor x = 5 * hashed(1, {count}), weight = hashed(2, {count}), bias = hashed(3, {count});
    torch::Tensor normed = torch::empty({count}), gelu = x.clone(), soft = x.clone();
    models::normRow(x.const_data_ptr<float>(), weight.const_data_ptr<float>(), bias.const_data_ptr<float>(),
                    count, 1e-5, normed.data_ptr<float>());
    models::geluRow(gelu.data_ptr<float>(), count);
    models::softmaxRow(soft.data_ptr<float>(), count, 0.5F);
    EXPECT_TRUE(torch::allclose(normed, at::layer_norm(x, {count}, weight, bias, 1e-5), 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(gelu, at::gelu(x, "tanh"), 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(soft, (x * 0.5).softmax(0), 1e-5, 1e-7));
}

TEST(LstmLayer, EqualsLibTorchsForwardAndBack) {
    const int64_t length = 5, rows = 3, in = 11, units = 37;
    auto drawn = [stream = uint64_t{1}](at::IntArrayRef shape) mutable {
        return (0.7 * hashed(stream++, shape)).requires_grad_();
    };
    const torch::Tensor input = drawn({length, rows, in}), ofInput = drawn({4 * units, in});
    const torch::Tensor ofHidden = drawn({4 * units, units});
    const torch::Tensor bias = drawn({4 * units}), otherBias = drawn({4 * units});
    const torch::Tensor hidden = hashed(20, {1, rows, units}), cell = hashed(21, {1, rows, units});
    const torch::Tensor above = hashed(22, {length, rows, units});
    const std::vector<torch::Tensor> leaves{input, ofInput, ofHidden, bias, otherBias};

    const auto [expected, lastHidden, lastCell] = at::lstm(
        input, {hidden, cell}, {ofInput, ofHidden, bias, otherBias}, true, 1, 0.0, true, false, false);
    const auto expectedGradients = torch::autograd::grad({(expected * above).sum()}, leaves);
    const models::LstmRun run =
        models::lstmLayer(at::linear(input, ofInput, bias + otherBias), ofHidden, hidden[0], cell[0]);
    const auto gradients = torch::autograd::grad({(run.outputs * above).sum()}, leaves);

    EXPECT_TRUE(torch::allclose(run.outputs, expected, 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(run.lastCell, lastCell[0], 1e-5, 1e-6));
    EXPECT_FALSE(run.lastCell.requires_grad());
    for (size_t i = 0; i < leaves.size(); ++i)
        EXPECT_TRUE(torch::allclose(gradients[i], expectedGradients[i], 1e-4, 1e-5)) << i;
}

}  // namespace
}  // namespace limner::test
