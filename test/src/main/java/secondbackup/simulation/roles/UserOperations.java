package secondbackup.simulation.roles;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.iam.Users.User;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/// IAM users and their access keys. The caller of a call without a user's name is not one of them, so the name is
/// needed here.
///
/// Source: AWS IAM API model, CreateUser (`EntityAlreadyExists`), DeleteUser (`DeleteConflict`), CreateAccessKey
/// (`LimitExceeded`; AWS IAM User Guide, "IAM and AWS STS quotas": two for each user), ListAccessKeys, UpdateAccessKey,
/// DeleteAccessKey, read 2026-11-27.
final class UserOperations {
    private static final int KEYS_MOST = 2;

    // When something was made matters to nobody here; AWS tells it.
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    private final Users users;
    private final Chance chance;

    UserOperations(Users users, Chance chance) {
        this.users = users;
        this.chance = chance;
    }

    void register(Operations operations) {
        operations.on(CreateUserRequest.class, UserOperations::creating, this::create);
        operations.on(
                DeleteUserRequest.class,
                (asked, call) -> right("iam:DeleteUser", asked.userName(), call),
                this::delete);
        operations.on(
                CreateAccessKeyRequest.class,
                (asked, call) -> right("iam:CreateAccessKey", asked.userName(), call),
                this::createKey);
        operations.on(
                ListAccessKeysRequest.class,
                (asked, call) -> right("iam:ListAccessKeys", asked.userName(), call),
                this::listKeys);
        operations.on(
                UpdateAccessKeyRequest.class,
                (asked, call) -> right("iam:UpdateAccessKey", asked.userName(), call),
                this::updateKey);
        operations.on(
                DeleteAccessKeyRequest.class,
                (asked, call) -> right("iam:DeleteAccessKey", asked.userName(), call),
                this::deleteKey);
    }

    private List<AccessRequest> right(String action, @Nullable String name, Call call) {
        var arn =
                users.find(call.account(), String.valueOf(name))
                        .map(User::arn)
                        .orElse("arn:aws:iam::" + call.account() + ":user/" + name);
        return List.of(AccessRequest.of(action, arn));
    }

    private static List<AccessRequest> creating(CreateUserRequest asked, Call call) {
        var arn = "arn:aws:iam::" + call.account() + ":user" + path(asked) + asked.userName();
        return List.of(AccessRequest.of("iam:CreateUser", arn));
    }

    private static String path(CreateUserRequest asked) {
        return Optional.ofNullable(asked.path()).orElse("/");
    }

    private CreateUserResponse create(CreateUserRequest asked, Call call) {
        var name = asked.userName();
        if (name == null || !name.matches("[\\w+=,.@-]{1,64}")) {
            throw new AwsError(
                    400, "ValidationError", "The specified value for userName is invalid: " + name);
        }
        if (users.of(call.account()).stream().anyMatch(user -> user.name.equalsIgnoreCase(name))) {
            throw new AwsError(
                    409, "EntityAlreadyExists", "User with name " + name + " already exists.");
        }
        var id = "AIDA" + chance.hex(17, "user", call.account(), name);
        var made = new User(call.account(), name, path(asked), id.toUpperCase(Locale.ROOT));
        users.put(made);
        return CreateUserResponse.builder()
                .user(user ->
                        user.arn(made.arn())
                                .path(made.path)
                                .userName(made.name)
                                .userId(made.uniqueId)
                                .createDate(CREATED))
                .build();
    }

    private DeleteUserResponse delete(DeleteUserRequest asked, Call call) {
        var user = find(asked.userName(), call);
        if (!user.accessKeys.isEmpty()) {
            throw new AwsError(
                    409, "DeleteConflict", "Cannot delete entity, must delete access keys first.");
        }
        users.remove(user);
        return DeleteUserResponse.builder().build();
    }

    private CreateAccessKeyResponse createKey(CreateAccessKeyRequest asked, Call call) {
        var user = find(asked.userName(), call);
        if (user.accessKeys.size() >= KEYS_MOST) {
            throw new AwsError(
                    409,
                    "LimitExceeded",
                    "Cannot exceed quota for AccessKeysPerUser: " + KEYS_MOST);
        }
        var drawn = chance.hex(16, "access key", user.arn(), user.accessKeys.keySet());
        var id = "AKIA" + drawn.toUpperCase(Locale.ROOT);
        user.accessKeys.put(id, "Active");
        var key =
                AccessKey.builder()
                        .userName(user.name)
                        .accessKeyId(id)
                        .status("Active")
                        .secretAccessKey(chance.hex(40, "secret access key", id))
                        .createDate(CREATED)
                        .build();
        return CreateAccessKeyResponse.builder().accessKey(key).build();
    }

    private ListAccessKeysResponse listKeys(ListAccessKeysRequest asked, Call call) {
        var user = find(asked.userName(), call);
        var all =
                user.accessKeys.entrySet().stream()
                        .map(key ->
                                AccessKeyMetadata.builder()
                                        .userName(user.name)
                                        .accessKeyId(key.getKey())
                                        .status(key.getValue())
                                        .createDate(CREATED)
                                        .build())
                        .toList();
        var page = ItemPage.cut(all, asked.maxItems(), asked.marker());
        return ListAccessKeysResponse.builder()
                .accessKeyMetadata(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private UpdateAccessKeyResponse updateKey(UpdateAccessKeyRequest asked, Call call) {
        var user = find(asked.userName(), call);
        user.accessKeys.put(key(user, asked.accessKeyId()), asked.statusAsString());
        return UpdateAccessKeyResponse.builder().build();
    }

    private DeleteAccessKeyResponse deleteKey(DeleteAccessKeyRequest asked, Call call) {
        var user = find(asked.userName(), call);
        user.accessKeys.remove(key(user, asked.accessKeyId()));
        return DeleteAccessKeyResponse.builder().build();
    }

    private static String key(User user, String id) {
        if (!user.accessKeys.containsKey(id)) {
            throw missing("The Access Key with id " + id);
        }
        return id;
    }

    private User find(@Nullable String name, Call call) {
        return users.find(call.account(), String.valueOf(name))
                .orElseThrow(() -> missing("The user with name " + name));
    }

    private static AwsError missing(String what) {
        return new AwsError(404, "NoSuchEntity", what + " cannot be found.");
    }
}
