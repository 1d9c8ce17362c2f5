package secondbackup.simulation.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Every operation of every service, with random requests and responses, through the real SDK client.
@ExtendWith(SoftAssertionsExtension.class)
class RoundTripTest {
    /// The impossible ones, with what they answer: no key tells who calls.
    private static final Map<String, String> UNSIGNED =
            Map.of(
                    "assumeRoleWithSAML", "Request is missing Authentication Token",
                    "assumeRoleWithWebIdentity", "Request is missing Authentication Token");

    private static final long SEED = Long.getLong("wire.seed", 1);

    @InjectSoftAssertions private SoftAssertions soft = new SoftAssertions();

    private final WireWorld world = new WireWorld();
    private final RandomModels models = new RandomModels(SEED);

    @Test
    void backupAndAccountSpeakRestJson() {
        check(BackupClient.class, world.client(BackupClient.builder(), WireWorld.KEY), Map.of());
        check(AccountClient.class, world.client(AccountClient.builder(), WireWorld.KEY), Map.of());
    }

    @Test
    void organizationsAndKmsAndSecretsSpeakJson() {
        check(
                OrganizationsClient.class,
                world.client(OrganizationsClient.builder(), WireWorld.KEY),
                Map.of());
        check(KmsClient.class, world.client(KmsClient.builder(), WireWorld.KEY), Map.of());
        check(
                SecretsManagerClient.class,
                world.client(SecretsManagerClient.builder(), WireWorld.KEY),
                Map.of());
    }

    @Test
    void rdsAndIamAndStsAndCloudWatchSpeakQuery() {
        check(RdsClient.class, world.client(RdsClient.builder(), WireWorld.KEY), Map.of());
        check(IamClient.class, world.client(IamClient.builder(), WireWorld.KEY), Map.of());
        check(StsClient.class, world.client(StsClient.builder(), WireWorld.KEY), UNSIGNED);
        check(
                CloudWatchClient.class,
                world.client(CloudWatchClient.builder(), WireWorld.KEY),
                Map.of());
    }

    private void check(Class<?> type, Object client, Map<String, String> impossible) {
        SequencedMap<String, String> failures = new TreeMap<>();
        var tried = 0;
        for (var method : operations(type)) {
            var failure = failure(client, method);
            tried++;
            if (!failure.isEmpty()) {
                failures.put(method.getName(), failure);
            }
        }
        System.out.println(type.getSimpleName() + ": " + tried + " operations, seed " + SEED);
        soft.assertThat(failures).as("seed " + SEED).isEqualTo(new TreeMap<>(impossible));
    }

    private static List<Method> operations(Class<?> type) {
        var methods = new ArrayList<Method>();
        for (var method : type.getMethods()) {
            if (method.getParameterCount() == 1
                    && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                    && SdkResponse.class.isAssignableFrom(method.getReturnType())) {
                methods.add(method);
            }
        }
        methods.sort(java.util.Comparator.comparing(Method::getName));
        return methods;
    }

    private String failure(Object client, Method method) {
        var request = models.model(method.getParameterTypes()[0]);
        var response = models.model(method.getReturnType());
        var seen = new AtomicReference<SdkRequest>();
        answer(method.getParameterTypes()[0].asSubclass(SdkRequest.class), seen, response);
        try {
            var received = method.invoke(client, request);
            return difference("request", request, seen.get())
                    + difference("response", response, received);
        } catch (InvocationTargetException failed) {
            return failed.getCause() instanceof AwsServiceException refused
                    ? refused.awsErrorDetails().errorMessage()
                    : String.valueOf(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <Q extends SdkRequest> void answer(
            Class<Q> type, AtomicReference<SdkRequest> seen, Object response) {
        world.operations.on(
                type,
                (_, _) -> List.of(),
                (asked, _) -> {
                    seen.set(asked);
                    return (SdkResponse) response;
                });
    }

    private static String difference(String what, Object sent, Object received) {
        return ((SdkPojo) sent).equalsBySdkFields(received)
                ? ""
                : what + ": sent " + sent + ", received " + Objects.toString(received) + "\n";
    }
}
