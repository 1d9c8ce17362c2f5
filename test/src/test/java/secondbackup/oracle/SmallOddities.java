package secondbackup.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Chooses what happens to a small organization by itself.
final class SmallOddities {
    private record Home(String account, String region, JsonNode cluster) {
        String name() {
            return cluster.path("name").asText();
        }
    }

    static final List<String> ROLES =
            List.of(
                    "second-backup-member-copy",
                    "second-backup-member-survey",
                    "AWSBackup-second-backup");
    private static final List<String> DENIED =
            List.of(
                    "backup:StartCopyJob",
                    "backup:ListRecoveryPointsByBackupVault",
                    "backup:ListCopyJobs",
                    "kms:DescribeKey",
                    "kms:CreateGrant",
                    "rds:DescribeDBClusters",
                    "rds:DescribeDBClusterSnapshots",
                    "sts:AssumeRole",
                    "iam:PassRole",
                    "*");

    private static final int ACCOUNT_DIGITS = 12;

    private final Dice dice;
    private final ObjectNode file;
    private final int days;
    private final boolean vaultKey;
    private final Set<String> unplanned;
    private final List<Home> homes = new ArrayList<>();
    private final TreeSet<String> touched = new TreeSet<>();

    /// @param unplanned places, account and Region, whose plan goes at once
    SmallOddities(Dice dice, ObjectNode file, int days, SmallEstate estate, Set<String> unplanned) {
        this.dice = dice;
        this.file = file;
        this.days = days;
        this.vaultKey = !estate.airGapped();
        this.unplanned = unplanned;
        for (var account : file.path("accounts")) {
            for (var region : account.path("regions").properties()) {
                for (var cluster : region.getValue().path("clusters")) {
                    homes.add(new Home(account.path("id").asText(), region.getKey(), cluster));
                }
            }
        }
    }

    List<JsonNode> all() {
        var oddities = new ArrayList<JsonNode>();
        for (var place : unplanned) {
            var id = place.substring(0, ACCOUNT_DIGITS);
            var region = place.substring(ACCOUNT_DIGITS);
            oddities.add(stopPlan(new Home(id, region, file)).put("at", 0));
        }
        var count = dice.between(0, 8);
        for (var number = 0; number < count; number++) {
            var made = one();
            var subjects = made.stream().map(SmallOddities::subject).toList();
            if (subjects.stream().noneMatch(touched::contains)) {
                touched.addAll(subjects);
                oddities.addAll(made);
            }
        }
        return oddities;
    }

    /// What is touched once is left alone: a cluster that is gone cannot be renamed.
    private static String subject(JsonNode oddity) {
        return oddity.has("target")
                ? oddity.path("target").asText()
                : oddity.path("account").asText()
                        + oddity.path("region").asText()
                        + oddity.path("vault").asText()
                        + oddity.path("key").asText()
                        + oddity.path("role").asText()
                        + (oddity.path("cluster").isObject()
                                ? oddity.path("cluster").path("name").asText()
                                : oddity.path("cluster").asText());
    }

    private List<ObjectNode> one() {
        var home = dice.of(homes);
        return dice.hits(0.1) ? swap(home) : List.of(one(home));
    }

    private ObjectNode one(Home home) {
        return switch (dice.between(1, 20)) {
            case 1, 2 -> in("deleteCluster", home).put("cluster", home.name());
            case 3, 4 -> in("recreateCluster", home).put("cluster", home.name());
            case 5, 6 ->
                    in("renameCluster", home)
                            .put("cluster", home.name())
                            .put("name", home.name() + "-new");
            case 7 -> in("createCluster", home).set("cluster", made(home));
            case 8 ->
                    in("stickCopy", home).put("cluster", home.name()).put("every", dice.hits(0.3));
            case 9 -> in("failCopy", home).put("cluster", home.name()).put("every", dice.hits(0.3));
            case 10, 11, 12 -> key(home);
            case 13 -> in("optOut", home);
            case 14 -> plan(home);
            case 15 -> vault();
            case 16, 17 -> account();
            case 18 -> policy();
            case 19 ->
                    oddity("removeRole")
                            .put("account", dice.of(SmallWorlds.HOMES))
                            .put("role", dice.of(ROLES));
            default ->
                    oddity("retireVersion")
                            .put("engine", "aurora-mysql")
                            .put("version", "8.0.mysql_aurora.3.04.0");
        };
    }

    private ObjectNode oddity(String what) {
        return file.objectNode()
                .put("at", dice.between(0.05, days - 0.4))
                .put("do", what)
                .put("why", "Chance.");
    }

    private ObjectNode in(String what, Home home) {
        return oddity(what).put("account", home.account()).put("region", home.region());
    }

    /// A blue/green change: a cluster steps aside, and another one of its place takes its name. Both keep their
    /// data and their resource ids.
    private List<ObjectNode> swap(Home blue) {
        var greens =
                homes.stream()
                        .filter(home -> !home.equals(blue))
                        .filter(home -> home.account().equals(blue.account()))
                        .filter(home -> home.region().equals(blue.region()))
                        .toList();
        if (greens.isEmpty()) {
            return List.of();
        }
        var green = dice.of(greens);
        var aside = in("renameCluster", blue);
        aside.put("cluster", blue.name()).put("name", blue.name() + "-old");
        var ahead = in("renameCluster", green);
        ahead.put("cluster", green.name()).put("name", blue.name());
        ahead.put("at", aside.path("at").asDouble() + 0.01);
        return List.of(aside, ahead);
    }

    /// A plan stops where there is one.
    private ObjectNode plan(Home home) {
        return SmallWorlds.SOURCES.contains(home.region())
                        && !unplanned.contains(home.account() + home.region())
                ? stopPlan(home)
                : in("optOut", home);
    }

    private ObjectNode stopPlan(Home home) {
        return in("stopPlan", home).put("plan", SmallWorlds.PLAN);
    }

    private JsonNode made(Home home) {
        var cluster = ((ObjectNode) home.cluster()).deepCopy();
        cluster.remove("createdAt");
        return cluster.put(
                "name", dice.hits(0.3) ? "awsbackup-restore-test-made" : home.name() + "-made");
    }

    private ObjectNode key(Home home) {
        var id = home.cluster().path("encryption").asText();
        if (!id.equals("own") && !id.equals("other")) {
            return dice.hits(0.3) && vaultKey ? vaultKey() : in("optOut", home);
        }
        return switch (dice.between(1, 3)) {
            case 1 -> in("disableKey", home).put("key", id);
            case 2 -> in("enableKey", home).put("key", id);
            default ->
                    in("putKeyPolicy", home)
                            .put("key", id)
                            .put("policy", SmallWorlds.keyPolicy(dice));
        };
    }

    private ObjectNode vaultKey() {
        var oddity =
                oddity(dice.hits(0.5) ? "disableKey" : "putKeyPolicy")
                        .put("account", SmallWorlds.VAULT_ACCOUNT)
                        .put("region", SmallWorlds.VAULT_REGION)
                        .put("key", SmallWorlds.VAULT_KEY);
        return oddity.path("do").asText().equals("putKeyPolicy")
                ? oddity.put("policy", "key-default")
                : oddity;
    }

    private ObjectNode vault() {
        return dice.hits(0.5)
                ? oddity("putVaultPolicy")
                        .put("account", SmallWorlds.VAULT_ACCOUNT)
                        .put("region", SmallWorlds.VAULT_REGION)
                        .put("vault", "second-backup")
                        .put("policy", "vault-admits-organization")
                : oddity("removeRole")
                        .put("account", SmallWorlds.VAULT_ACCOUNT)
                        .put("role", "second-backup-vault-reader");
    }

    private ObjectNode account() {
        var what =
                dice.of(
                        List.of(
                                "suspendAccount",
                                "closeAccount",
                                "leaveOrganization",
                                "moveAccount"));
        var oddity = oddity(what).put("account", dice.of(SmallWorlds.HOMES.subList(1, 3)));
        return what.equals("moveAccount")
                ? oddity.put(
                        "parent", dice.of(List.of("ou-root-products", "ou-root-sandbox", "r-root")))
                : oddity;
    }

    private ObjectNode policy() {
        var policy = file.objectNode().put("Version", "2012-10-17");
        policy.putArray("Statement")
                .addObject()
                .put("Effect", "Deny")
                .put("Action", dice.of(DENIED))
                .put("Resource", "*")
                .putObject("Condition")
                .putObject("StringEquals")
                .put("aws:RequestedRegion", dice.of(SmallWorlds.SOURCES));
        return (ObjectNode)
                oddity("attachPolicy")
                        .put("target", dice.of(List.of("444444444401", "ou-root-platform")))
                        .set("policy", policy);
    }
}
