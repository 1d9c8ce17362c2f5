package secondbackup.simulation.iam;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import secondbackup.simulation.physics.SimulatedTime;

/// Two accounts, a role that may do everything, and no service control policies.
final class IamFixture {
    static final String HOME = "111111111111";
    static final String AWAY = "222222222222";
    static final String REGION = "eu-west-1";
    static final String VAULT = "arn:aws:backup:eu-west-1:111111111111:backup-vault:orders";
    static final String FULL =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
            """;

    final Roles roles = new Roles();
    final TreeMap<String, List<List<String>>> guardrails = new TreeMap<>();
    final SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-22T10:00:00Z"));
    final Access access = new Access(roles, new Named(guardrails), time);
    final Roles.Role role = new Roles.Role(HOME, "sweep", "AROASWEEP", "");

    private record Named(TreeMap<String, List<List<String>>> levels) implements Guardrails {
        @Override
        public List<List<String>> serviceControlPolicies(String account) {
            return levels.getOrDefault(account, List.of());
        }

        @Override
        public String organization(String account) {
            return "o-exampleorgid";
        }

        @Override
        public String organizationPath(String account) {
            return "o-exampleorgid/r-root/ou-" + account + "/";
        }
    }

    static Guardrails named() {
        return new Named(new TreeMap<>());
    }

    IamFixture() {
        roles.put(role);
        role.policies.put("all", FULL);
    }

    Decision ask(AccessRequest request) {
        return access.decide(session(""), REGION, request);
    }

    static Principal session(String policy) {
        return new Principal.RoleSession(HOME, "sweep", "daily", policy);
    }

    static String words(Decision decision) {
        return decision instanceof Decision.Denied(var message) ? message : "allowed";
    }

    static String identity(String effect, String action, String resource) {
        return """
        {"Version":"2012-10-17","Statement":{"Effect":"%s","Action":"%s","Resource":"%s"}}
        """
                .formatted(effect, action, resource);
    }

    static String owned(String effect, String principal, String action) {
        return """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"%s","Principal":{"AWS":"%s"},"Action":"%s","Resource":"*"}]}
        """
                .formatted(effect, principal, action);
    }

    static String trust(String effect, String principal) {
        return """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"%s","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}
        """
                .formatted(effect, principal);
    }

    static AccessRequest describe() {
        return AccessRequest.of("backup:DescribeBackupVault", VAULT);
    }
}
