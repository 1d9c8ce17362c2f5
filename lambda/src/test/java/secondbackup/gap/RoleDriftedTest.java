package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static secondbackup.Deployed.differences;
import static secondbackup.Deployed.drifts;
import static secondbackup.Deployed.kinds;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Deployed;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.RoleView;
import secondbackup.verify.Drift.Difference;

/// A role of ours that trusts others or may do other things is told, whatever its documents look like.
class RoleDriftedTest {
    private static Given roles(RoleView... roles) {
        return Deployed.account().roles(roles);
    }

    private static final RoleView BACKUP = Deployed.role("backup");

    @Test
    void aRoleThatMeansTheSameIsSilent() {
        var apart =
                Deployed.role(
                        Deployed.ROLE,
                        Deployed.trust().replace("\"OnlyOurs\"", "\"Renamed\""),
                        """
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                         "Action": ["iam:PassRole"], "Resource": "arn:aws:iam::#account#:role/backup"}}
                        """,
                        """
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                         "Action": "backup:StartCopyJob", "Resource": ["*"]}}
                        """);
        assertThat(drifts(roles(apart, BACKUP))).isEmpty();
    }

    @Test
    void aRoleThatTrustsOthersIsTold() {
        var trust = Deployed.trust().replace("222222222222", "666666666666");
        assertThat(
                        differences(
                                roles(
                                        Deployed.role(Deployed.ROLE, trust, Deployed.rights()),
                                        BACKUP)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.what()).isEqualTo("trust");
                    assertThat(one.expected()).isEqualTo("statement OnlyOurs");
                    assertThat(one.found()).contains("666666666666");
                });
    }

    @Test
    void aRoleWithOtherRightsIsTold() {
        var more = Deployed.rights().replace("\"backup:StartCopyJob\"", "\"backup:*\"");
        assertThat(differences(roles(Deployed.role(Deployed.ROLE, Deployed.trust(), more), BACKUP)))
                .extracting(Difference::what, Difference::expected)
                .containsExactly(tuple("rights", "statement Starts"));
        assertThat(differences(roles(Deployed.role(Deployed.ROLE, Deployed.trust()), BACKUP)))
                .containsExactly(new Difference("rights", "statement Starts, Passes", "none"));

        var admin =
                new RoleView.Seen(
                        Deployed.ROLE,
                        Deployed.trust(),
                        Deployed.role(Deployed.ROLE).policies(),
                        List.of("arn:aws:iam::aws:policy/AdministratorAccess"),
                        Optional.of("arn:aws:iam::111111111111:policy/nothing"));
        assertThat(differences(roles(admin, BACKUP)))
                .extracting(Difference::what)
                .containsExactly("attached policies", "permissions boundary");
    }

    @Test
    void aRoleThatCannotBeReadIsUnknownAndNotFine() {
        var shut = new RoleView.Unreadable(Deployed.ROLE, "AccessDenied: no");
        assertThat(roles(shut, BACKUP).gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfAccount(Sample.account()),
                                "role copy",
                                "AccessDenied: no"));
    }

    @Test
    void aMissingRoleIsToldOnce() {
        var gone = new RoleView.Absent(Deployed.ROLE);
        assertThat(kinds(roles(gone, BACKUP).missingRole(Deployed.ROLE)))
                .containsExactly("NotEnrolled");
        assertThat(kinds(roles(gone, BACKUP))).containsExactly("DeploymentDrifted");
    }
}
