package secondbackup.simulation.rds;

import java.util.List;
import java.util.TreeMap;

/// The DB subnet groups of all accounts and Regions.
public final class SubnetGroups {
    /// @param zones Availability Zones, one subnet in each
    public record Group(String account, String region, String name, List<String> zones) {
        public Group {
            zones = List.copyOf(zones);
        }

        String arn() {
            return "arn:aws:rds:" + region + ":" + account + ":subgrp:" + name;
        }
    }

    private final TreeMap<String, Group> byArn = new TreeMap<>();

    public void put(Group group) {
        byArn.put(group.arn(), group);
    }

    public void removeAll(String account, String region) {
        byArn.values().removeIf(group -> isIn(group, account, region));
    }

    public List<Group> in(String account, String region) {
        return byArn.values().stream().filter(group -> isIn(group, account, region)).toList();
    }

    private static boolean isIn(Group group, String account, String region) {
        return group.account().equals(account) && group.region().equals(region);
    }
}
