package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.Objects;
import secondbackup.inventory.Arn;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.LegalHolds;

/// Reads the legal holds of a vault's account and Region, and what each active one holds: whether a hold reaches a copy
/// is asked, not reckoned from what it names.
///
/// Source: AWS Backup API, `ListLegalHolds` and `ListRecoveryPointsByLegalHold`, read 2026-11-27.
final class HoldReader {
    private final RegionalSession session;

    HoldReader(RegionalSession session) {
        this.session = session;
    }

    LegalHolds read() {
        return Attempt.orElse(
                () -> new LegalHolds.Read(listed()),
                failure -> new LegalHolds.Unread(failure.cause()));
    }

    private List<LegalHold> listed() {
        return session
                .backup()
                .listLegalHoldsPaginator(request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.legalHolds().stream())
                .map(this::hold)
                .toList();
    }

    private LegalHold hold(software.amazon.awssdk.services.backup.model.LegalHold listed) {
        var id = required(listed.legalHoldId(), "LegalHold.LegalHoldId");
        var status = orEmpty(listed.statusAsString());
        return new LegalHold(
                id,
                orEmpty(listed.title()),
                orEmpty(listed.description()),
                status,
                status.equals(LegalHold.ACTIVE) ? copies(id) : List.of());
    }

    private List<Arn> copies(String id) {
        return session
                .backup()
                .listRecoveryPointsByLegalHoldPaginator(
                        request -> request.legalHoldId(id).overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.recoveryPoints().stream())
                .map(point -> point.recoveryPointArn())
                .filter(Objects::nonNull)
                .map(Arn::new)
                .toList();
    }
}
