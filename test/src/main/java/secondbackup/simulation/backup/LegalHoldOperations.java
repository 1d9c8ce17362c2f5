package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Holds.Hold;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.CancelLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.CancelLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.CreateLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.CreateLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.GetLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.GetLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.LegalHold;
import software.amazon.awssdk.services.backup.model.LegalHoldStatus;
import software.amazon.awssdk.services.backup.model.ListLegalHoldsRequest;
import software.amazon.awssdk.services.backup.model.ListLegalHoldsResponse;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.RecoveryPointMember;
import software.amazon.awssdk.services.backup.model.RecoveryPointSelection;

/// Legal holds: what they cover can neither be deleted nor expire until they are cancelled.
///
/// Source: AWS Backup Developer Guide, "Legal holds and AWS Backup", "CreateLegalHold", "CancelLegalHold",
/// "DateRange" (both dates, both inclusive, none in the future), "AWS Backup quotas", read 2026-11-27. Holds are made and cancelled at once here.
public final class LegalHoldOperations {
    private static final int ACTIVE_MOST = 50;

    private final Surroundings around;
    private final Vaults vaults;
    private final Holds holds;

    public LegalHoldOperations(Surroundings around, Vaults vaults, Holds holds) {
        this.around = around;
        this.vaults = vaults;
        this.holds = holds;
    }

    public void register(Operations operations) {
        operations.on(
                CreateLegalHoldRequest.class,
                (_, call) -> right("backup:CreateLegalHold", "*", call),
                this::create);
        operations.on(
                GetLegalHoldRequest.class,
                (asked, call) -> right("backup:GetLegalHold", asked.legalHoldId(), call),
                this::get);
        operations.on(
                ListLegalHoldsRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListLegalHolds", "*")),
                this::list);
        operations.on(
                ListRecoveryPointsByLegalHoldRequest.class,
                (asked, call) ->
                        right("backup:ListRecoveryPointsByLegalHold", asked.legalHoldId(), call),
                this::points);
        operations.on(
                CancelLegalHoldRequest.class,
                (asked, call) -> right("backup:CancelLegalHold", asked.legalHoldId(), call),
                this::cancel);
    }

    private static List<AccessRequest> right(String action, @Nullable String id, Call call) {
        return List.of(AccessRequest.of(action, call.arn("legal-hold:" + id)));
    }

    private CreateLegalHoldResponse create(CreateLegalHoldRequest asked, Call call) {
        if (asked.title() == null || asked.description() == null) {
            throw BackupErrors.missingValue(asked.title() == null ? "Title" : "Description");
        }
        checkDates(asked.recoveryPointSelection());
        var all = holds.in(call.account(), call.region());
        if (all.stream().filter(Hold::active).count() >= ACTIVE_MOST) {
            throw BackupErrors.limitExceeded("You can have at most 50 legal holds");
        }
        var token = asked.idempotencyToken();
        var now = around.time().instant();
        var key = token == null ? all.size() + "@" + now : token;
        var id = around.chance().uuid("legal hold", call.account(), call.region(), key);
        var hold =
                holds.find(call.account(), call.region(), id)
                        .orElseGet(() -> made(asked, call, id));
        return CreateLegalHoldResponse.builder()
                .title(hold.title)
                .description(hold.description)
                .status(status(hold))
                .legalHoldId(hold.id)
                .legalHoldArn(hold.arn())
                .creationDate(hold.createdAt)
                .recoveryPointSelection(hold.selection)
                .build();
    }

    /// Both dates, and none in the future. That the first is not after the second is written nowhere: such a hold is made, and
    /// holds nothing.
    private void checkDates(@Nullable RecoveryPointSelection selection) {
        var range = selection == null ? null : selection.dateRange();
        if (range == null) {
            return;
        }
        if (range.fromDate() == null || range.toDate() == null) {
            throw BackupErrors.missingValue(range.fromDate() == null ? "FromDate" : "ToDate");
        }
        refuseFuture("FromDate", range.fromDate());
        refuseFuture("ToDate", range.toDate());
    }

    private void refuseFuture(String field, Instant date) {
        if (date.isAfter(around.time().instant())) {
            throw BackupErrors.invalidValue(field + " must not be in the future");
        }
    }

    private Hold made(CreateLegalHoldRequest asked, Call call, String id) {
        var everything = RecoveryPointSelection.builder().build();
        var hold =
                new Hold(
                        call.account(),
                        call.region(),
                        id,
                        asked.title(),
                        asked.description(),
                        around.time().instant(),
                        Objects.requireNonNullElse(asked.recoveryPointSelection(), everything));
        holds.put(hold);
        return hold;
    }

    private GetLegalHoldResponse get(GetLegalHoldRequest asked, Call call) {
        var hold = find(asked.legalHoldId(), call);
        return GetLegalHoldResponse.builder()
                .title(hold.title)
                .description(hold.description)
                .status(status(hold))
                .cancelDescription(VaultViews.orNull(hold.cancelDescription))
                .legalHoldId(hold.id)
                .legalHoldArn(hold.arn())
                .creationDate(hold.createdAt)
                .cancellationDate(hold.cancelledAt)
                .retainRecordUntil(hold.retainRecordUntil)
                .recoveryPointSelection(hold.selection)
                .build();
    }

    private ListLegalHoldsResponse list(ListLegalHoldsRequest asked, Call call) {
        var found = holds.in(call.account(), call.region());
        var page = Page.of(found, hold -> hold.id, asked.maxResults(), asked.nextToken());
        return ListLegalHoldsResponse.builder()
                .legalHolds(page.items().stream().map(LegalHoldOperations::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private ListRecoveryPointsByLegalHoldResponse points(
            ListRecoveryPointsByLegalHoldRequest asked, Call call) {
        var hold = find(asked.legalHoldId(), call);
        var held =
                vaults.in(call.account(), call.region()).stream()
                        .flatMap(vault ->
                                vault.points.values().stream()
                                        .filter(point -> hold.holds(vault, point))
                                        .map(point -> member(vault, point)))
                        .sorted(Comparator.comparing(RecoveryPointMember::recoveryPointArn))
                        .toList();
        var page =
                Page.of(
                        held,
                        RecoveryPointMember::recoveryPointArn,
                        asked.maxResults(),
                        asked.nextToken());
        return ListRecoveryPointsByLegalHoldResponse.builder()
                .recoveryPoints(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static RecoveryPointMember member(Vaults.Vault vault, Vaults.RecoveryPoint point) {
        return RecoveryPointMember.builder()
                .recoveryPointArn(point.arn)
                .resourceArn(point.resourceArn)
                .resourceType(point.resourceType)
                .backupVaultName(vault.name)
                .build();
    }

    private static LegalHold listed(Hold hold) {
        return LegalHold.builder()
                .title(hold.title)
                .description(hold.description)
                .status(status(hold))
                .legalHoldId(hold.id)
                .legalHoldArn(hold.arn())
                .creationDate(hold.createdAt)
                .cancellationDate(hold.cancelledAt)
                .build();
    }

    private CancelLegalHoldResponse cancel(CancelLegalHoldRequest asked, Call call) {
        var hold = find(asked.legalHoldId(), call);
        if (asked.cancelDescription() == null) {
            throw BackupErrors.missingValue("CancelDescription");
        }
        if (!hold.active()) {
            throw BackupErrors.invalidState("Legal hold is already cancelled");
        }
        var now = around.time().instant();
        hold.cancelDescription = asked.cancelDescription();
        hold.cancelledAt = now;
        var days = asked.retainRecordInDays();
        hold.retainRecordUntil = days == null ? null : now.plus(Duration.ofDays(days));
        return CancelLegalHoldResponse.builder().build();
    }

    private Hold find(@Nullable String id, Call call) {
        return holds.find(call.account(), call.region(), id == null ? "" : id)
                .orElseThrow(() -> BackupErrors.notFound("Cannot find legal hold with ID " + id));
    }

    private static LegalHoldStatus status(Hold hold) {
        return hold.active() ? LegalHoldStatus.ACTIVE : LegalHoldStatus.CANCELED;
    }
}
