package secondbackup.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.world.SimulatedOrganization;

/// A small world that is served, with everything deployed, and the Python that asks it. In every account a role named
/// `operator` can be assumed from the management account; the control account lacks the service-linked role of RDS; a
/// third cluster, `returns`, is under the AWS managed key. Our service control policies are detached again, as they stop
/// administrators: what is judged is what the services answer.
final class Outside {
    private static final long SECONDS_MAX = 600;
    private static final Path SCRIPTS = Path.of("src", "test", "python");
    private static final Path PYTHON = Path.of(".venv", "bin", "python3").toAbsolutePath();

    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
             "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Action": "sts:AssumeRole"}}
            """;
    private static final String RIGHTS =
            """
            {"Version": "2012-10-17", "Statement":
             {"Effect": "Allow", "Action": "*", "Resource": "*"}}
            """;

    /// What a program said, and how it ended.
    record Said(int exitCode, String text) {}

    private Outside() {}

    static HttpDoor serve() throws IOException {
        return HttpDoor.open(life(), 0);
    }

    /// Its schedules and its queue are switched off: nothing happens but what is asked for. No list begins with an empty
    /// page, whose fields nobody could compare.
    static Life life() {
        var life = Life.deployed(SmallWorld.read(world()), 1);
        var organization = life.world().organization();
        organization.policies.putAll(attached());
        organization.emptyPageShare = 0;
        var machinery = life.world().machinery();
        machinery.schedules().all().forEach(schedule -> schedule.enabled = false);
        machinery.queueMappings().all().forEach(mapping -> mapping.enabled = false);
        return life;
    }

    /// What is attached before anything is deployed, by target.
    private static Map<String, List<String>> attached() {
        return SimulatedOrganization.of(SmallWorld.read(world()), 1).organization().policies;
    }

    private static ObjectNode world() {
        var world = SmallWorld.bare();
        for (var account : world.path("accounts")) {
            var role = ((ObjectNode) account).withArray("roles").addObject();
            role.put("name", "operator").set("trust", SmallWorld.parse(TRUST));
            role.putObject("policies").set("rights", SmallWorld.parse(RIGHTS));
            if (account.path("id").asText().equals(SmallWorld.CONTROL)) {
                ((ObjectNode) account).putArray("without").add("AWSServiceRoleForRDS");
            }
        }
        SmallWorld.clusters(world, SmallWorld.SHOP, SmallWorld.IRELAND)
                .add(SmallWorld.cluster("returns", "aws-managed"));
        return world;
    }

    /// Runs a script of `src/test/python` to its end.
    static Said python(String script, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PYTHON.toString(), "-X", "utf8"));
        command.add(SCRIPTS.resolve(script).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("outside", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        asForNobody(builder.environment());
        var process = builder.redirectOutput(output.toFile()).start();
        try {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        script + " did not end:\n" + Files.readString(output, UTF_8));
            }
            return new Said(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /// Takes away what the caller's shell says about AWS and about proxies: a profile or an endpoint of somebody's own
    /// would turn the clients elsewhere, a proxy does not know this machine's doors.
    static void asForNobody(Map<String, String> environment) {
        environment.keySet().removeIf(Outside::turnsElsewhere);
        environment.put("NO_PROXY", "127.0.0.1");
        environment.put("AWS_CONFIG_FILE", "/dev/null");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    }

    private static boolean turnsElsewhere(String name) {
        return name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy");
    }
}
