package secondbackup.simulation.kms;

import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.CreateAliasResponse;
import software.amazon.awssdk.services.kms.model.DeleteAliasRequest;
import software.amazon.awssdk.services.kms.model.DeleteAliasResponse;
import software.amazon.awssdk.services.kms.model.UpdateAliasRequest;
import software.amazon.awssdk.services.kms.model.UpdateAliasResponse;

/// Names for keys. A key has one alias here; a second is refused.
///
/// Source: AWS KMS API model, CreateAlias, UpdateAlias, DeleteAlias; AWS KMS Developer Guide, "Controlling access to
/// aliases" (rights on the alias and on the key); read 2026-11-27.
final class AliasWrites {
    private static final String PREFIX = "alias/";

    private final Keys keys;
    private final KeyNames names;

    AliasWrites(Keys keys) {
        this.keys = keys;
        this.names = new KeyNames(keys, false, false);
    }

    void register(Operations operations) {
        operations.on(
                CreateAliasRequest.class,
                (asked, call) ->
                        rights("kms:CreateAlias", asked.aliasName(), asked.targetKeyId(), call),
                this::create);
        operations.on(
                UpdateAliasRequest.class,
                (asked, call) ->
                        rights("kms:UpdateAlias", asked.aliasName(), asked.targetKeyId(), call),
                this::update);
        operations.on(DeleteAliasRequest.class, this::deleting, this::delete);
    }

    private List<AccessRequest> rights(String action, String alias, String keyId, Call call) {
        var rights = new ArrayList<>(names.rights(action, keyId, call));
        rights.add(AccessRequest.of(action, call.arn(alias)));
        return rights;
    }

    private List<AccessRequest> deleting(DeleteAliasRequest asked, Call call) {
        return keys.byAlias(call.account(), call.region(), bare(asked.aliasName()))
                .map(key -> rights("kms:DeleteAlias", asked.aliasName(), key.id, call))
                .orElseGet(() ->
                        List.of(AccessRequest.of("kms:DeleteAlias", call.arn(asked.aliasName()))));
    }

    private static String bare(String alias) {
        if (!alias.matches("alias/[a-zA-Z0-9/_-]{1,250}") || alias.startsWith("alias/aws/")) {
            throw new AwsError(400, "InvalidAliasNameException", "Invalid alias name " + alias);
        }
        return alias.substring(PREFIX.length());
    }

    private CreateAliasResponse create(CreateAliasRequest asked, Call call) {
        var alias = bare(asked.aliasName());
        if (keys.byAlias(call.account(), call.region(), alias).isPresent()) {
            throw new AwsError(
                    400,
                    "AlreadyExistsException",
                    "An alias with the name " + call.arn(asked.aliasName()) + " already exists");
        }
        give(names.need(asked.targetKeyId(), call), alias);
        return CreateAliasResponse.builder().build();
    }

    private static void give(Keys.Key key, String alias) {
        if (!key.alias.isEmpty()) {
            throw new AwsError(
                    400, "LimitExceededException", "A second alias of a key is not simulated");
        }
        key.alias = alias;
    }

    private UpdateAliasResponse update(UpdateAliasRequest asked, Call call) {
        var before = holder(asked.aliasName(), call);
        var after = names.need(asked.targetKeyId(), call);
        if (before != after) {
            give(after, before.alias);
            before.alias = "";
        }
        return UpdateAliasResponse.builder().build();
    }

    private DeleteAliasResponse delete(DeleteAliasRequest asked, Call call) {
        holder(asked.aliasName(), call).alias = "";
        return DeleteAliasResponse.builder().build();
    }

    private Keys.Key holder(String alias, Call call) {
        return keys.byAlias(call.account(), call.region(), bare(alias))
                .orElseThrow(() ->
                        new AwsError(
                                400,
                                "NotFoundException",
                                "Alias " + call.arn(alias) + " is not found."));
    }
}
