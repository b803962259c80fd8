#include "ui/preferences/reading_page.h"

#include "ui/reader/type_scale.h"
#include "ui/widgets/panel_style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace quoth::ui {

// The colours of a set as articles show them: a word on its tint, underlined.
class ColourRow : public QWidget {
public:
    explicit ColourRow(QWidget* parent = nullptr) : QWidget(parent) {
        setAccessibleName(ReadingPage::tr("Colours of the set"));
    }
    void setColours(ColourSet set) {
        m_set = set;
        update();
    }
    QSize sizeHint() const override {
        return {7 * 3 * fontMetrics().averageCharWidth() + 6 * gap, 2 * fontMetrics().height()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const SpeakerColourSet& all = speakerColours(m_set);
        const bool dark = isDark(palette());
        const int count = static_cast<int>(all.size());
        const int width = std::min((this->width() - (count - 1) * gap) / count, height() * 2);
        for (int i = 0; i < count; ++i) {
            const SpeakerColours& each = all[static_cast<std::size_t>(i)];
            const QRect box(i * (width + gap), 0, width, height());
            painter.fillRect(box, QColor::fromRgb(dark ? each.darkTint : each.lightTint));
            painter.fillRect(box.adjusted(0, height() - 4, 0, 0),
                             QColor::fromRgb(dark ? each.darkLine : each.lightLine));
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(box, Qt::AlignCenter, QStringLiteral("“…”"));
        }
    }

private:
    static constexpr int gap = 4;
    ColourSet m_set = ColourSet::Standard;
};

namespace {

QSpinBox* numberField(int least, int most, const QString& suffix) {
    auto* field = new QSpinBox;
    field->setRange(least, most);
    field->setSuffix(suffix);
    return field;
}

} // namespace

ReadingPage::ReadingPage(Settings* settings, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_family(new QComboBox),
      m_ownSize(new QCheckBox(tr("Another si&ze than the interface asks for:"))),
      m_pixels(numberField(Preferences::leastPixels, Preferences::mostPixels, tr(" px"))),
      m_characters(numberField(Preferences::leastCharacters, Preferences::mostCharacters,
                               tr(" characters"))),
      m_theme(new QComboBox), m_colours(new QComboBox), m_sample(new ColourRow),
      m_doubt(numberField(0, 100, tr(" %"))) {
    m_family->setObjectName(QStringLiteral("fontFamily"));
    m_family->addItem(tr("Standard (%1)").arg(bookFamily()), QString());
    for (const QString& family : QFontDatabase::families())
        if (QFontDatabase::isSmoothlyScalable(family)) m_family->addItem(family, family);
    // The names of all fonts make no window wider.
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_family->setMinimumContentsLength(18);
    m_ownSize->setObjectName(QStringLiteral("ownSize"));
    m_pixels->setObjectName(QStringLiteral("fontSize"));
    m_pixels->setAccessibleName(tr("Size of the article’s letters"));
    m_characters->setObjectName(QStringLiteral("lineWidth"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_colours->setObjectName(QStringLiteral("colours"));
    m_colours->addItems({tr("Standard"), tr("Far apart, for colour-blind readers too")});
    m_doubt->setObjectName(QStringLiteral("doubt"));
    auto* doubtNote =
        new QLabel(tr("Doubtful quotes are paler and folded at the end of the list."));
    doubtNote->setWordWrap(true);
    doubtNote->setForegroundRole(QPalette::PlaceholderText);
    auto* restore = new QPushButton(tr("&Restore Standard"));
    restore->setObjectName(QStringLiteral("restoreReading"));
    restore->setAutoDefault(false);

    auto* size = new QHBoxLayout;
    size->addWidget(m_ownSize);
    size->addWidget(m_pixels);
    size->addStretch();
    auto* form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Font of articles:"), m_family);
    form->addRow(QString(), size);
    form->addRow(tr("&Width of lines, about:"), m_characters);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("&Colours of speakers:"), m_colours);
    form->addRow(QString(), m_sample);
    form->addRow(tr("A quote is &doubtful below:"), m_doubt);
    form->addRow(QString(), doubtNote);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(restore, 0, Qt::AlignLeft);

    for (QComboBox* box : {m_family, m_theme, m_colours})
        connect(box, &QComboBox::currentIndexChanged, this, &ReadingPage::choose);
    for (QSpinBox* field : {m_pixels, m_characters, m_doubt})
        connect(field, &QSpinBox::valueChanged, this, &ReadingPage::choose);
    connect(m_ownSize, &QCheckBox::toggled, this, &ReadingPage::choose);
    connect(restore, &QPushButton::clicked, this, [this] {
        Preferences standard;
        standard.keepsWork = m_settings->preferences().keepsWork; // of another page
        m_settings->setPreferences(standard);
    });
    connect(m_settings, &Settings::preferencesChanged, this,
            [this] { show(m_settings->preferences()); });
    show(m_settings->preferences());
}

void ReadingPage::show(const Preferences& preferences) {
    m_showing = true;
    m_family->setCurrentIndex(std::max(0, m_family->findData(preferences.fontFamily)));
    m_ownSize->setChecked(preferences.fontPixels > 0);
    m_pixels->setEnabled(preferences.fontPixels > 0);
    m_pixels->setValue(preferences.fontPixels > 0 ? preferences.fontPixels
                                                  : qRound(bodySizeBeside(font())));
    m_characters->setValue(preferences.lineCharacters);
    m_theme->setCurrentIndex(static_cast<int>(preferences.theme));
    m_colours->setCurrentIndex(static_cast<int>(preferences.colours));
    m_sample->setColours(preferences.colours);
    m_doubt->setValue(preferences.doubtPercent);
    m_showing = false;
}

void ReadingPage::choose() {
    if (m_showing) return;
    Preferences chosen = m_settings->preferences();
    chosen.fontFamily = m_family->currentData().toString();
    chosen.fontPixels = m_ownSize->isChecked() ? m_pixels->value() : 0;
    chosen.lineCharacters = m_characters->value();
    chosen.theme = static_cast<Theme>(m_theme->currentIndex());
    chosen.colours = static_cast<ColourSet>(m_colours->currentIndex());
    chosen.doubtPercent = m_doubt->value();
    m_settings->setPreferences(chosen);
}

} // namespace quoth::ui
