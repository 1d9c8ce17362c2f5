package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.aws.CannedAws.Answer;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;
import secondbackup.sweep.OrganizationReader.Listing;

class AwsOrganizationTest {
    private static Answer answer(String asked) {
        if (asked.contains(".ListRoots")) {
            return CannedAws.ok("{\"Roots\": [{\"Id\": \"r-abcd\"}]}");
        }
        if (asked.contains(".ListOrganizationalUnitsForParent")) {
            return CannedAws.ok(
                    asked.contains("r-abcd")
                            ? "{\"OrganizationalUnits\": [{\"Id\": \"ou-abcd-11111111\"}]}"
                            : "{\"OrganizationalUnits\": []}");
        }
        if (asked.contains(".ListAccountsForParent")) {
            return CannedAws.ok(
                    asked.contains("ou-abcd")
                            ? "{\"Accounts\": [{\"Id\": \"444444444444\"}]}"
                            : "{\"Accounts\": []}");
        }
        if (asked.contains(".ListParents")) {
            return CannedAws.ok(
                    asked.contains("555555555555")
                            ? "{\"Parents\": [{\"Id\": \"ou-abcd-22222222\","
                                    + " \"Type\": \"ORGANIZATIONAL_UNIT\"}]}"
                            : "{\"Parents\": [{\"Id\": \"r-abcd\", \"Type\": \"ROOT\"}]}");
        }
        return page(asked);
    }

    /// The second page is empty and not the last.
    private static Answer page(String asked) {
        if (asked.contains("\"two\"")) {
            return CannedAws.ok("{\"Accounts\": [], \"NextToken\": \"three\"}");
        }
        return CannedAws.ok(
                asked.contains("\"three\"")
                        ? "{\"Accounts\": [{\"Id\": \"555555555555\", \"Name\": \"old\","
                                + " \"Status\": \"SUSPENDED\"}]}"
                        : "{\"Accounts\": [{\"Id\": \"444444444444\", \"Name\": \"shop\","
                                + " \"State\": \"ACTIVE\", \"Status\": \"SUSPENDED\"}],"
                                + " \"NextToken\": \"two\"}");
    }

    @Test
    void readsPastAnEmptyPageAndFindsAMovedAccountFromBelow() {
        var aws = new CannedAws(AwsOrganizationTest::answer);
        assertThat(new AwsOrganization(aws.connection()).read())
                .isEqualTo(
                        new Listing.Listed(
                                List.of(
                                        new MemberAccount(
                                                new AccountId("444444444444"),
                                                "shop",
                                                "ACTIVE",
                                                List.of("r-abcd", "ou-abcd-11111111")),
                                        new MemberAccount(
                                                new AccountId("555555555555"),
                                                "old",
                                                "SUSPENDED",
                                                List.of("r-abcd", "ou-abcd-22222222")))));
    }

    @Test
    void listsNothingRatherThanAPart() {
        var aws =
                new CannedAws(asked ->
                        asked.contains("\"three\"")
                                ? CannedAws.jsonError("AccessDeniedException", "not allowed")
                                : answer(asked));
        assertThat(new AwsOrganization(aws.connection()).read())
                .isEqualTo(new Listing.Failed("AccessDeniedException: not allowed"));
    }
}
