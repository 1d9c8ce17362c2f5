package secondbackup.simulation.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// Something that happens to the world by itself, at its time.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Oddity.DeleteCluster.class, name = "deleteCluster"),
    @JsonSubTypes.Type(value = Oddity.CreateCluster.class, name = "createCluster"),
    @JsonSubTypes.Type(value = Oddity.RecreateCluster.class, name = "recreateCluster"),
    @JsonSubTypes.Type(value = Oddity.RenameCluster.class, name = "renameCluster"),
    @JsonSubTypes.Type(value = Oddity.DisableKey.class, name = "disableKey"),
    @JsonSubTypes.Type(value = Oddity.EnableKey.class, name = "enableKey"),
    @JsonSubTypes.Type(value = Oddity.PutKeyPolicy.class, name = "putKeyPolicy"),
    @JsonSubTypes.Type(value = Oddity.CloseAccount.class, name = "closeAccount"),
    @JsonSubTypes.Type(value = Oddity.SuspendAccount.class, name = "suspendAccount"),
    @JsonSubTypes.Type(value = Oddity.LeaveOrganization.class, name = "leaveOrganization"),
    @JsonSubTypes.Type(value = Oddity.OptOut.class, name = "optOut"),
    @JsonSubTypes.Type(value = Oddity.RemoveRole.class, name = "removeRole"),
    @JsonSubTypes.Type(value = Oddity.AttachPolicy.class, name = "attachPolicy"),
    @JsonSubTypes.Type(value = Oddity.StickCopy.class, name = "stickCopy"),
    @JsonSubTypes.Type(value = Oddity.FailCopy.class, name = "failCopy"),
    @JsonSubTypes.Type(value = Oddity.PutVaultPolicy.class, name = "putVaultPolicy"),
    @JsonSubTypes.Type(value = Oddity.StopPlan.class, name = "stopPlan"),
    @JsonSubTypes.Type(value = Oddity.MoveAccount.class, name = "moveAccount"),
    @JsonSubTypes.Type(value = Oddity.RetireVersion.class, name = "retireVersion")
})
public sealed interface Oddity {
    Instant at();

    record DeleteCluster(Instant at, String account, String region, String cluster)
            implements Oddity {}

    record CreateCluster(Instant at, String account, String region, World.Cluster cluster)
            implements Oddity {}

    /// The same ARN, another resource id.
    record RecreateCluster(Instant at, String account, String region, String cluster)
            implements Oddity {}

    /// Another ARN, the same resource id.
    record RenameCluster(Instant at, String account, String region, String cluster, String name)
            implements Oddity {}

    record DisableKey(Instant at, String account, String region, String key) implements Oddity {}

    record EnableKey(Instant at, String account, String region, String key) implements Oddity {}

    record PutKeyPolicy(Instant at, String account, String region, String key, String policy)
            implements Oddity {}

    record CloseAccount(Instant at, String account) implements Oddity {}

    record SuspendAccount(Instant at, String account) implements Oddity {}

    record LeaveOrganization(Instant at, String account) implements Oddity {}

    record OptOut(Instant at, String account, String region, String resourceType)
            implements Oddity {}

    record RemoveRole(Instant at, String account, String role) implements Oddity {}

    /// @param target id of the root, a unit or an account
    record AttachPolicy(Instant at, String target, String policy) implements Oddity {}

    /// @param every whether all later copies stick, or the next one only
    record StickCopy(Instant at, String account, String region, String cluster, boolean every)
            implements Oddity {}

    record FailCopy(
            Instant at,
            String account,
            String region,
            String cluster,
            boolean every,
            String message)
            implements Oddity {}

    record PutVaultPolicy(Instant at, String account, String region, String vault, String policy)
            implements Oddity {}

    /// @param plan its name
    record StopPlan(Instant at, String account, String region, String plan) implements Oddity {}

    record MoveAccount(Instant at, String account, String parent) implements Oddity {}

    record RetireVersion(Instant at, String region, String engine, String version)
            implements Oddity {}
}
