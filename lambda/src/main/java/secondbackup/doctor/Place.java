package secondbackup.doctor;

import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.report.PlainText;

/// Places as people know them.
final class Place {
    private Place() {}

    static String of(MemberAccount account) {
        return (PlainText.name(account.name()) + " " + account.id()).strip();
    }

    static String of(MemberAccount account, Region region) {
        return of(account) + " " + region;
    }

    static String in(AccountId account) {
        return "in account " + account + ": ";
    }
}
