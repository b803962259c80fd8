// Who wrote it: names without what stands beside them.
#include "core/formats/in/byline_names.h"

#include <QtTest>

using namespace quoth;

class TestBylineNames : public QObject {
    Q_OBJECT
private slots:
    void finds_data() {
        QTest::addColumn<QString>("names");
        const auto row = [](const char* byline, const char* names) {
            QTest::newRow(byline) << QString::fromUtf8(names);
        };
        row("Mia Stone", "Mia Stone");
        row("By Mia Stone", "Mia Stone");
        row("BY MIA STONE", "MIA STONE");
        row("By Mia Stone May 14, 2024 3:46 PM", "Mia Stone");
        row("ByMia Stone Tuesday, May 14, 2024 4:41AM", "Mia Stone");
        row("Posted by Mia Stone on May 14, 2024", "Mia Stone");
        row("By Mia Stone | May 14, 2024", "Mia Stone");
        row("By Mia Stone | Harbour Post", "Mia Stone");
        row("By Mia Stone, Staff Writer", "Mia Stone");
        row("By Mia Stone Staff Writer", "Mia Stone");
        row("By Mia Stone, Senior Political Correspondent, and Al Finn, Reporter",
            "Mia Stone and Al Finn");
        row("Mia Stone, Al Finn", "Mia Stone and Al Finn");
        row("By Mia Stone, Al Finn and Bo van der Berg", "Mia Stone, Al Finn and Bo van der Berg");
        row("Mia Stone & Al Finn", "Mia Stone and Al Finn");
        row("Mia Stone, Harbour Post", "Mia Stone");
        row("Mia Stone in Lisbon", "Mia Stone");
        row("By Mia Stone mia@harbour.example", "Mia Stone");
        row("Mia Stone @miastone", "Mia Stone");
        row("Mia Stone (she covers harbours)", "Mia Stone");
        row("By Mia Stone Updated 14 May 2024", "Mia Stone");
        row("Written by Mia Stone, who covers the sea", "Mia Stone");
        row("Ali Hassan and Omar al-Rashid", "Ali Hassan and Omar al-Rashid");
        row("Dr. Ann Smith, PhD", "Dr. Ann Smith");
        row("By Ann Smith for The Guardian", "Ann Smith");
        row("By Ann Smith for Reuters", "Ann Smith");
        row("Centre for Public Integrity", "Centre for Public Integrity");
        row("Ann Smith, MPH, J.D., and Al Finn, RN", "Ann Smith and Al Finn");
        row("By Friday", "");
        row("By April Snow", "April Snow");
        row("By May Tan and June Okafor", "May Tan and June Okafor");
        row("Mia Stone, Mia Stone", "Mia Stone");
        row("Ólafur Ñáñez and Đỗ Văn An", "Ólafur Ñáñez and Đỗ Văn An");
        row("The Associated Press", "The Associated Press");
        row("Reuters", "Reuters");
        row("No Author", "");
        row("admin", "");
        row("By Staff", "");
        row("Staff Writer", "");
        row("https://harbour.example/mia", "");
        row("May 14, 2024", "");
        row("5 min read", "");
        row("Mia Stone is a reporter who has covered the sea for the paper since she came to the "
            "town, and she has won a prize for it. She lives by the harbour with a dog, two cats "
            "and a boat that never sails.",
            "Mia Stone");
        row("", "");
    }
    void finds() {
        QFETCH(QString, names);
        QCOMPARE(QString::fromStdString(enumerated(namesInByline(QTest::currentDataTag()))), names);
    }
};

QTEST_GUILESS_MAIN(TestBylineNames)
#include "test_byline_names.moc"
