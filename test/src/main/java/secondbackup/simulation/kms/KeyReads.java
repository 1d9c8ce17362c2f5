package secondbackup.simulation.kms;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;

/// Reading keys.
///
/// Source: AWS KMS API model, DescribeKey, GetKeyPolicy ("Cross-account use: No"), ListAliases and
/// ListKeys, 2026-11-22.
final class KeyReads {
    private final Keys keys;
    private final KeyNames described;
    private final KeyNames own;

    KeyReads(Keys keys) {
        this.keys = keys;
        this.described = new KeyNames(keys, true, true);
        this.own = new KeyNames(keys, false, false);
    }

    void register(Operations operations) {
        operations.on(
                DescribeKeyRequest.class,
                (request, call) -> described.rights("kms:DescribeKey", request.keyId(), call),
                this::describe);
        operations.on(
                GetKeyPolicyRequest.class,
                (request, call) -> own.rights("kms:GetKeyPolicy", request.keyId(), call),
                this::policy);
        operations.on(
                ListAliasesRequest.class,
                (_, _) -> List.of(AccessRequest.of("kms:ListAliases", "*")),
                this::aliases);
        operations.on(
                ListKeysRequest.class,
                (_, _) -> List.of(AccessRequest.of("kms:ListKeys", "*")),
                this::list);
    }

    private DescribeKeyResponse describe(DescribeKeyRequest request, Call call) {
        var key = described.need(request.keyId(), call);
        return DescribeKeyResponse.builder().keyMetadata(KeyView.metadata(key)).build();
    }

    private GetKeyPolicyResponse policy(GetKeyPolicyRequest request, Call call) {
        var name = request.policyName();
        if (name != null && !name.equals("default")) {
            throw new AwsError(400, "NotFoundException", "No such policy exists");
        }
        var key = own.need(request.keyId(), call);
        return GetKeyPolicyResponse.builder().policy(key.policy).policyName("default").build();
    }

    private ListAliasesResponse aliases(ListAliasesRequest request, Call call) {
        var wanted = request.keyId() == null ? null : own.need(request.keyId(), call);
        var all =
                keys.in(call.account(), call.region()).stream()
                        .filter(key -> !key.alias.isEmpty() && isWanted(key, wanted))
                        .sorted(Comparator.comparing(key -> key.alias))
                        .toList();
        var page = Listing.of(all, key -> key.alias, request.limit(), 50, request.marker());
        return ListAliasesResponse.builder()
                .aliases(page.items().stream().map(KeyReads::alias).toList())
                .truncated(page.truncated())
                .nextMarker(page.marker())
                .build();
    }

    private static boolean isWanted(Keys.Key key, Keys.@Nullable Key wanted) {
        return wanted == null || wanted.arn().equals(key.arn());
    }

    private static AliasListEntry alias(Keys.Key key) {
        return AliasListEntry.builder()
                .aliasName("alias/" + key.alias)
                .aliasArn("arn:aws:kms:" + key.region + ":" + key.account + ":alias/" + key.alias)
                .targetKeyId(key.id)
                .creationDate(key.createdAt)
                .lastUpdatedDate(key.createdAt)
                .build();
    }

    private ListKeysResponse list(ListKeysRequest request, Call call) {
        var all = keys.in(call.account(), call.region());
        var page = Listing.of(all, key -> key.arn(), request.limit(), 100, request.marker());
        return ListKeysResponse.builder()
                .keys(
                        page.items().stream()
                                .map(key ->
                                        KeyListEntry.builder()
                                                .keyId(key.id)
                                                .keyArn(key.arn())
                                                .build())
                                .toList())
                .truncated(page.truncated())
                .nextMarker(page.marker())
                .build();
    }
}
