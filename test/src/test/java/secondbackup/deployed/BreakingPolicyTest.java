package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;

/// A service control policy with one statement too many: what it breaks is told, by a gap or in the log. One that forbids
/// what nobody here needs is not noticed.
final class BreakingPolicyTest {
    private final Day day = Day.deployed(SmallWorld.read(SmallWorld.bare()));

    private void forbid(String account, String action) {
        var policies = day.world().organization().policies;
        var all = new ArrayList<>(policies.getOrDefault(account, List.of()));
        all.add(
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "OneTooMany", "Effect": "Deny",
                 "Action": "%s", "Resource": "*"}]}
                """
                        .formatted(action));
        policies.put(account, List.copyOf(all));
    }

    /// Two days, at the end of which every cluster has two copies if nothing stands in the way.
    private void live() {
        for (var quarter = 0; quarter < 8; quarter++) {
            day.pass(6);
            day.sweep();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "444444444402, backup:StartCopyJob, CopyFailing",
        "444444444402, backup:CopyFromBackupVault, CopyFailing",
        "444444444402, backup:CopyIntoBackupVault, CopyFailing",
        "444444444402, rds:CreateDBClusterSnapshot, NoRecoveryPoint",
        "444444444402, kms:CreateGrant, NoRecoveryPoint",
        "444444444402, rds:DescribeDBClusters, StateUnknown",
        "444444444402, backup:ListCopyJobs, StateUnknown",
        "333333333333, backup:DescribeBackupVault, StateUnknown"
    })
    void isHeardOf(String account, String action, String gap) {
        forbid(account, action);
        live();

        var kinds = new ArrayList<String>();
        day.report().path("gaps").forEach(each -> kinds.add(each.path("kind").asText()));
        assertThat(kinds).contains(gap);
    }

    @ParameterizedTest
    @CsvSource({"444444444402, ec2:RunInstances", "444444444402, rds:DeleteDBClusterSnapshot"})
    void isNotNoticedWhereItForbidsWhatNobodyNeeds(String account, String action) {
        forbid(account, action);
        live();

        assertThat(day.report().path("gaps")).isEmpty();
    }
}
