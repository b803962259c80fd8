// The distinct set of speakers' colours is far apart for every eye: two lines or two tints of it
// never come as close as those of the standard set do.
#include "core/formats/out/speaker_colours.h"

#include <QtTest>

#include <cmath>

using namespace quoth;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
const std::array<Matrix, 4> eyes = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
}};

Triple times(const Matrix& matrix, const Triple& v) {
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            out[i] += matrix[i][j] * v[j];
    return out;
}

// In OKLab (Ottosson 2020), lightness from 0 to 100, as the eye sees it.
Triple seen(std::uint32_t rgb, const Matrix& eye) {
    Triple light;
    for (std::size_t i = 0; i < 3; ++i) {
        const double c = ((rgb >> (16 - 8 * i)) & 0xFF) / 255.0;
        light[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    light = times(eye, light);
    for (double& c : light)
        c = std::clamp(c, 0.0, 1.0);
    Triple cones = times({{{0.4122214708, 0.5363325363, 0.0514459929},
                           {0.2119034982, 0.6806995451, 0.1073969566},
                           {0.0883024619, 0.2817188376, 0.6299787005}}},
                         light);
    for (double& c : cones)
        c = 100 * std::cbrt(c);
    return times({{{0.2104542553, 0.7936177850, -0.0040720468},
                   {1.9779984951, -2.4285922050, 0.4505937099},
                   {0.0259040371, 0.7827717662, -0.8086757660}}},
                 cones);
}

double closest(const SpeakerColourSet& set, std::uint32_t SpeakerColours::*part) {
    double least = 1000;
    for (const Matrix& eye : eyes)
        for (std::size_t a = 0; a < set.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const Triple first = seen(set[a].*part, eye), second = seen(set[b].*part, eye);
                least = std::min(least, std::hypot(first[0] - second[0], first[1] - second[1],
                                                   first[2] - second[2]));
            }
    return least;
}

} // namespace

class TestSpeakerColours : public QObject {
    Q_OBJECT
private slots:
    void distinctOnesAreFarApart() {
        for (const auto part : {&SpeakerColours::lightLine, &SpeakerColours::darkLine}) {
            QVERIFY(closest(distinctColours, part) > 11);
            QVERIFY(closest(distinctColours, part) > 5 * closest(standardColours, part));
        }
        for (const auto part : {&SpeakerColours::lightTint, &SpeakerColours::darkTint}) {
            QVERIFY(closest(distinctColours, part) > 4);
            QVERIFY(closest(distinctColours, part) > 5 * closest(standardColours, part));
        }
    }
};

QTEST_APPLESS_MAIN(TestSpeakerColours)
#include "test_speaker_colours.moc"
