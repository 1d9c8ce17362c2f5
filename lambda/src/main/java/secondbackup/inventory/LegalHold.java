package secondbackup.inventory;

import java.util.List;

/// One legal hold in a vault account.
///
/// @param status as AWS Backup says it, such as `ACTIVE`
/// @param copies what it holds; empty unless it is active
public record LegalHold(
        String id, String title, String description, String status, List<Arn> copies) {
    /// Title of the holds that keep last copies, whoever sets them; their description is the copy's ARN.
    public static final String TITLE = "second-backup-last-copy";

    /// Source: AWS Backup Developer Guide, "Legal holds and AWS Backup": only then is everything held that it names,
    /// read 2026-11-27.
    public static final String ACTIVE = "ACTIVE";

    public LegalHold {
        copies = copies.stream().sorted().toList();
    }

    public boolean active() {
        return status.equals(ACTIVE);
    }

    /// Whether it was set for this copy, whatever became of it.
    public boolean meant(Arn copy) {
        return title.equals(TITLE) && description.equals(copy.value());
    }
}
