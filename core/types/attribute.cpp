#include "attribute.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

namespace limner {
namespace {

using Vector = std::vector<double>;

double dotOf(const Vector& a, const Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Vector meanOf(std::span<const Latent> points) {
    Vector mean(points.front().size());
    for (const Latent& point : points)
        for (size_t i = 0; i < mean.size(); ++i) mean[i] += double{point[i]};
    for (double& number : mean) number /= static_cast<double>(points.size());
    return mean;
}

Error refusedGroups(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

/// From the middle of `a` to the middle of `b`.
Result<Vector> wayBetween(std::span<const Latent> a, std::span<const Latent> b) {
    if (a.empty() || b.empty())
        return refusedGroups(
            LIMNER_TR("core", "A direction needs pictures in both groups."),
            LIMNER_TR("core", "Mark at least one as A and one as B; five of each say more."));
    const auto hasOtherSize = [&](const Latent& point) { return point.size() != a.front().size(); };
    if (std::ranges::any_of(a, hasOtherSize) || std::ranges::any_of(b, hasOtherSize))
        return refusedGroups(LIMNER_TR("core", "The points of the two groups have different sizes."),
                             LIMNER_TR("core", "Mark pictures of one model."));
    Vector way = meanOf(b);
    const Vector from = meanOf(a);
    for (size_t i = 0; i < way.size(); ++i) way[i] -= from[i];
    if (dotOf(way, way) > 0) return way;
    return refusedGroups(LIMNER_TR("core", "The two groups have the same middle: nothing leads from A to B."),
                         LIMNER_TR("core", "Mark other pictures."));
}

Latent latentOf(const Vector& numbers) {
    Latent latent(numbers.size());
    std::ranges::transform(numbers, latent.begin(), [](double number) { return static_cast<float>(number); });
    return latent;
}

/// Directions at right angles, each of length 1, that reach every row (Gram & Schmidt). The plane that is
/// looked for has its normal among them, so that few points need few unknowns, however long they are.
std::vector<Vector> basisOf(const std::vector<Vector>& rows) {
    constexpr double kNothing = 1e-10;  // of a row's length: what rounding leaves
    std::vector<Vector> basis;
    for (const Vector& row : rows) {
        Vector rest = row;
        for (int round = 0; round < 2; ++round) {  // twice is enough (Giraud et al. 2005)
            for (const Vector& known : basis) {
                const double along = dotOf(rest, known);
                for (size_t i = 0; i < rest.size(); ++i) rest[i] -= along * known[i];
            }
        }
        const double length = std::sqrt(dotOf(rest, rest));
        if (length <= kNothing * std::sqrt(dotOf(row, row))) continue;
        for (double& number : rest) number /= length;
        basis.push_back(std::move(rest));
    }
    return basis;
}

/// x of A x = b for a symmetric, positive definite A (Cholesky). `a` holds rows; its lower half is used up.
Vector solved(std::vector<Vector> a, Vector b) {
    const size_t size = b.size();
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j <= i; ++j) {
            double sum = a[i][j];
            for (size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
            a[i][j] = i == j ? std::sqrt(std::max(sum, 1e-300)) : sum / a[j][j];
        }
    }
    for (size_t i = 0; i < size; ++i) {
        for (size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (size_t i = size; i-- > 0;) {
        for (size_t k = i + 1; k < size; ++k) b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

/// Logistic regression on few coordinates: ½|w|² + Σ log(1 + exp(-label · (w·x + c))), the intercept c last
/// among the unknowns and free of the penalty.
class Regression {
public:
    /// @param rows  coordinates, with a 1 behind them; @param labels  -1 or 1
    Regression(std::vector<Vector> rows, Vector labels)
        : m_rows(std::move(rows)), m_labels(std::move(labels)) {}

    Vector solve() const {
        constexpr int kMostSteps = 100;
        constexpr double kFlat = 1e-18;
        Vector weights(m_rows.front().size());
        for (int step = 0; step < kMostSteps; ++step) {
            Vector slope = weights;
            slope.back() = 0;
            std::vector<Vector> curve(weights.size(), Vector(weights.size()));
            for (size_t i = 0; i + 1 < weights.size(); ++i) curve[i][i] = 1;
            addData(weights, slope, curve);
            const Vector way = solved(std::move(curve), slope);
            const double fall = dotOf(slope, way);
            if (fall < kFlat) break;
            weights = stepped(weights, way, fall);
        }
        return weights;
    }

private:
    void addData(const Vector& weights, Vector& slope, std::vector<Vector>& curve) const {
        for (size_t n = 0; n < m_rows.size(); ++n) {
            const Vector& row = m_rows[n];
            const double wrong = 1 / (1 + std::exp(m_labels[n] * dotOf(weights, row)));
            for (size_t i = 0; i < row.size(); ++i) {
                slope[i] -= m_labels[n] * wrong * row[i];
                for (size_t j = 0; j <= i; ++j) curve[i][j] += wrong * (1 - wrong) * row[i] * row[j];
            }
        }
    }
    double heightAt(const Vector& weights) const {
        double height = (dotOf(weights, weights) - weights.back() * weights.back()) / 2;
        for (size_t n = 0; n < m_rows.size(); ++n) {
            const double margin = m_labels[n] * dotOf(weights, m_rows[n]);
            height += margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin;
        }
        return height;
    }
    /// A whole step, or a half, a quarter, … until it leads down (Armijo).
    Vector stepped(const Vector& weights, const Vector& way, double fall) const {
        const double before = heightAt(weights);
        Vector next;
        for (double share = 1; share > 1e-6; share /= 2) {
            next = weights;
            for (size_t i = 0; i < next.size(); ++i) next[i] -= share * way[i];
            if (heightAt(next) <= before - 1e-4 * share * fall) break;
        }
        return next;
    }

    std::vector<Vector> m_rows;
    Vector m_labels;
};

Vector numbersOf(const Latent& point) {
    return {point.begin(), point.end()};
}

std::optional<double> distanceOf(std::string_view text) {
    double distance = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), distance);
    const bool isNumber =
        failure == std::errc{} && end == text.data() + text.size() && std::isfinite(distance);
    return isNumber ? std::optional(distance) : std::nullopt;
}

}  // namespace

Result<Latent> meanDifference(std::span<const Latent> a, std::span<const Latent> b) {
    const auto way = wayBetween(a, b);
    if (!way) return way.error();
    return latentOf(*way);
}

Result<Latent> linearProbe(std::span<const Latent> a, std::span<const Latent> b) {
    const auto way = wayBetween(a, b);
    if (!way) return way.error();
    std::vector<Vector> points, rows;
    Vector labels;
    for (const auto& [group, label] : {std::pair{a, -1.0}, {b, 1.0}}) {
        for (const Latent& point : group) {
            points.push_back(numbersOf(point));
            labels.push_back(label);
        }
    }
    const std::vector<Vector> basis = basisOf(points);
    for (const Vector& point : points) {
        Vector row;
        for (const Vector& axis : basis) row.push_back(dotOf(point, axis));
        row.push_back(1);
        rows.push_back(std::move(row));
    }
    const Vector weights = Regression(std::move(rows), std::move(labels)).solve();
    Vector normal(way->size());
    for (size_t k = 0; k < basis.size(); ++k)
        for (size_t i = 0; i < normal.size(); ++i) normal[i] += weights[k] * basis[k][i];
    const double squares = dotOf(normal, normal);
    const double apart = dotOf(*way, normal);
    if (squares <= 0 || apart <= 0)
        return refusedGroups(LIMNER_TR("core", "No plane tells the two groups apart."),
                             LIMNER_TR("core", "Mark more pictures, or take the mean difference."));
    for (double& number : normal) number *= apart / squares;
    return latentOf(normal);
}

std::string attributesText(std::span<const Attribute> attributes) {
    std::vector<Attribute> far(attributes.begin(), attributes.end());
    std::erase_if(far, [](const Attribute& attribute) { return attribute.distance == 0; });
    return numberedAttributesText(far);
}

std::string numberedAttributesText(std::span<const Attribute> attributes) {
    std::string text;
    for (const Attribute& attribute : attributes) {
        char distance[32];
        const auto end = std::to_chars(distance, distance + sizeof distance, attribute.distance).ptr;
        if (!text.empty()) text += ';';
        text.append(distance, end).append("*").append(latentText(attribute.direction));
    }
    return text;
}

Result<std::vector<Attribute>> attributesOfText(std::string_view text) {
    std::vector<Attribute> attributes;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        const size_t star = part.find('*');
        const auto distance = distanceOf(part.substr(0, star));
        auto direction = latentOfText(star == std::string_view::npos ? "" : part.substr(star + 1));
        if (!direction) return direction.error();
        if (!distance || direction->empty())
            return refusedGroups({LIMNER_TR("core", "“%1” is not a distance and a direction."),
                                  {std::string(part.substr(0, 40))}},
                                 LIMNER_TR("core", "Write DISTANCE*NUMBERS, such as 1.5*0.25,-1,0.5."));
        attributes.push_back({*distance, std::move(*direction)});
    }
    return attributes;
}

}  // namespace limner
