package secondbackup.simulation.backup;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.ListTagsRequest;
import software.amazon.awssdk.services.backup.model.ListTagsResponse;
import software.amazon.awssdk.services.backup.model.TagResourceRequest;
import software.amazon.awssdk.services.backup.model.TagResourceResponse;
import software.amazon.awssdk.services.backup.model.UntagResourceRequest;
import software.amazon.awssdk.services.backup.model.UntagResourceResponse;

/// Tags of vaults, plans and recovery points. Points of Aurora and its relatives cannot be untagged here.
///
/// Source: AWS Backup API model, TagResource, UntagResource ("not supported for recovery points of ...
/// Aurora, Amazon DocumentDB, ... Neptune, RDS"), 2026-11-22.
public final class TagOperations {
    private final Vaults vaults;
    private final Plans plans;

    public TagOperations(Vaults vaults, Plans plans) {
        this.vaults = vaults;
        this.plans = plans;
    }

    public void register(Operations operations) {
        operations.on(
                TagResourceRequest.class,
                (asked, _) -> right("backup:TagResource", asked.resourceArn()),
                this::tag);
        operations.on(
                UntagResourceRequest.class,
                (asked, _) -> right("backup:UntagResource", asked.resourceArn()),
                this::untag);
        operations.on(
                ListTagsRequest.class,
                (asked, _) -> right("backup:ListTags", asked.resourceArn()),
                this::list);
    }

    private static List<AccessRequest> right(String action, @Nullable String resourceArn) {
        return List.of(AccessRequest.of(action, String.valueOf(resourceArn)));
    }

    private TagResourceResponse tag(TagResourceRequest asked, Call call) {
        tags(asked.resourceArn(), call).putAll(asked.tags());
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(UntagResourceRequest asked, Call call) {
        var tags = tags(asked.resourceArn(), call);
        if (asked.resourceArn().startsWith("arn:aws:rds:")) {
            throw BackupErrors.invalidRequest(
                    "UntagResource is not supported for recovery points of this resource type");
        }
        asked.tagKeyList().forEach(tags::remove);
        return UntagResourceResponse.builder().build();
    }

    private ListTagsResponse list(ListTagsRequest asked, Call call) {
        return ListTagsResponse.builder().tags(tags(asked.resourceArn(), call)).build();
    }

    private SequencedMap<String, String> tags(@Nullable String arn, Call call) {
        if (arn == null) {
            throw BackupErrors.missingValue("ResourceArn");
        }
        for (var vault : vaults.in(call.account(), call.region())) {
            var found = tags(vault, arn);
            if (found != null) {
                return found;
            }
        }
        for (var plan : plans.in(call.account(), call.region())) {
            if (plan.arn().equals(arn) && !plan.deleted()) {
                return plan.tags;
            }
        }
        throw BackupErrors.notFound("Cannot find resource " + arn);
    }

    private static @Nullable SequencedMap<String, String> tags(Vault vault, String arn) {
        if (vault.arn().equals(arn)) {
            return vault.tags;
        }
        var point = vault.points.get(arn);
        return point == null ? null : point.tags;
    }
}
