package secondbackup.simulation.kms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.CreateGrantRequest;
import software.amazon.awssdk.services.kms.model.CreateGrantResponse;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.ListGrantsRequest;
import software.amazon.awssdk.services.kms.model.ListGrantsResponse;
import software.amazon.awssdk.services.kms.model.RevokeGrantRequest;
import software.amazon.awssdk.services.kms.model.RevokeGrantResponse;

/// Grants on keys, also on those of other accounts.
///
/// Source: AWS KMS API model, CreateGrant, ListGrants, RevokeGrant ("Cross-account use: Yes"), 2026-11-22.
final class GrantOperations {
    private final Keys keys;
    private final KeyNames names;
    private final Chance chance;
    private final SimulatedTime time;

    GrantOperations(Keys keys, Chance chance, SimulatedTime time) {
        this.keys = keys;
        this.names = new KeyNames(keys, false, true);
        this.chance = chance;
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(CreateGrantRequest.class, this::createRights, this::create);
        operations.on(
                ListGrantsRequest.class,
                (request, call) -> direct("kms:ListGrants", request.keyId(), call),
                this::list);
        operations.on(
                RevokeGrantRequest.class,
                (request, call) -> direct("kms:RevokeGrant", request.keyId(), call),
                this::revoke);
    }

    private List<AccessRequest> createRights(CreateGrantRequest request, Call call) {
        return direct("kms:CreateGrant", request.keyId(), call).stream()
                .map(right ->
                        right.with("kms:GranteePrincipal", grantee(request))
                                .with(
                                        "kms:GrantOperations",
                                        request.operationsAsStrings().toArray(String[]::new)))
                .toList();
    }

    /// A direct call is never for an AWS resource: only services integrated with KMS say so.
    /// Source: AWS KMS Developer Guide, "kms:GrantIsForAWSResource", read 2026-11-22.
    private List<AccessRequest> direct(String action, String key, Call call) {
        return names.rights(action, key, call).stream()
                .map(right -> right.with("kms:GrantIsForAWSResource", "false"))
                .toList();
    }

    private CreateGrantResponse create(CreateGrantRequest request, Call call) {
        var key = names.need(request.keyId(), call);
        switch (key.state) {
            case ENABLED -> {}
            case DISABLED ->
                    throw new AwsError(400, "DisabledException", key.arn() + " is disabled.");
            case PENDING_DELETION -> throw KeyWrites.invalidState(key, "is pending deletion.");
        }
        var grants = keys.grants();
        var id =
                chance.hex(
                        64,
                        "grant",
                        key.arn(),
                        grantee(request),
                        grants.of(key.arn()).size(),
                        now());
        grants.put(
                new Grants.Grant(
                        id,
                        orEmpty(request.name()),
                        key.arn(),
                        grantee(request),
                        orEmpty(request.retiringPrincipal()),
                        call.account(),
                        request.operationsAsStrings(),
                        time.instant()));
        return CreateGrantResponse.builder().grantId(id).grantToken("token-" + id).build();
    }

    private String now() {
        return time.instant().toString();
    }

    private ListGrantsResponse list(ListGrantsRequest request, Call call) {
        var key = names.need(request.keyId(), call);
        var all =
                keys.grants().of(key.arn()).stream()
                        .filter(grant -> fits(request.grantId(), grant.id()))
                        .filter(grant -> fits(request.granteePrincipal(), grant.grantee()))
                        .toList();
        var page = Listing.of(all, Grants.Grant::id, request.limit(), 50, request.marker());
        return ListGrantsResponse.builder()
                .grants(page.items().stream().map(GrantOperations::entry).toList())
                .truncated(page.truncated())
                .nextMarker(page.marker())
                .build();
    }

    private RevokeGrantResponse revoke(RevokeGrantRequest request, Call call) {
        var key = names.need(request.keyId(), call);
        var grant = keys.grants().find(key.arn(), request.grantId());
        keys.grants()
                .remove(
                        grant.orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "NotFoundException",
                                        "Grant ID " + request.grantId() + " is not found.")));
        return RevokeGrantResponse.builder().build();
    }

    private static GrantListEntry entry(Grants.Grant grant) {
        return GrantListEntry.builder()
                .grantId(grant.id())
                .name(grant.name())
                .keyId(grant.keyArn())
                .granteePrincipal(grant.grantee())
                .retiringPrincipal(grant.retiring().isEmpty() ? null : grant.retiring())
                .issuingAccount("arn:aws:iam::" + grant.issuingAccount() + ":root")
                .operationsWithStrings(grant.operations())
                .creationDate(grant.createdAt())
                .build();
    }

    private static String grantee(CreateGrantRequest request) {
        return request.granteePrincipal() == null
                ? orEmpty(request.granteeServicePrincipal())
                : request.granteePrincipal();
    }

    private static boolean fits(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
