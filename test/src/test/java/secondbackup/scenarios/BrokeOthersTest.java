package secondbackup.scenarios;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What broke other tools of this kind. Those that are not a file in `broke-others/` are tests elsewhere: a cluster
/// renamed or restored over, and an account that left ([ScenariosTest], `CoverageDropped`), a blue/green swap
/// ([secondbackup.switches.SwappedNamesTest]), a thousand clusters and points
/// ([secondbackup.operator.CallCountTest], [secondbackup.adapters.ManyPagesTest]), a copy that AWS refuses for hours
/// ([secondbackup.adapters.StartCopyTest]), hostile names in Slack, on the page and in sheets (`SlackNoticeTest`,
/// [secondbackup.browser.PageTest], `SheetsTest`).
class BrokeOthersTest {
    @ParameterizedTest
    @MethodSource("scenarios")
    void breaksNothingHere(Scenario scenario) {
        Played.compare(scenario);
    }

    static Stream<Named<Scenario>> scenarios() {
        return Scenario.all("broke-others").stream().map(one -> Named.of(one.name(), one));
    }
}
