package secondbackup.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.inventory.Look;
import secondbackup.inventory.Region;
import secondbackup.inventory.Setup;

/// What is to be changed, and what could not be looked at. What is as it must be is in neither.
///
/// @param unseen a sentence each
public record Changes(List<Change> wanted, List<String> unseen) {
    public Changes {
        wanted = List.copyOf(wanted);
        unseen = List.copyOf(unseen);
    }

    public static Changes of(Setup setup) {
        var collected = new Collected(new ArrayList<>(), new ArrayList<>());
        collected.add(
                "cross-account backup",
                setup.crossAccountBackup(),
                new Change.CrossAccountBackup());
        collected.add(
                "trusted access for AWS Backup", setup.backupTrusted(), new Change.TrustBackup());
        collected.add(
                "trusted access for CloudFormation StackSets",
                setup.stackSetsTrusted(),
                new Change.TrustStackSets());
        setup.accounts().forEach(collected::roles);
        setup.accounts().forEach(collected::optIns);
        return new Changes(collected.wanted, collected.unseen);
    }

    private record Collected(List<Change> wanted, List<String> unseen) {
        /// @param change wanted where the setting is off
        void add(String what, Look<Boolean> on, Change change) {
            switch (on) {
                case Look.Seen<Boolean>(var value) -> {
                    if (!value) {
                        wanted.add(change);
                    }
                }
                case Look.Unseen<Boolean>(var cause) -> unseen.add(what + ": " + cause);
            }
        }

        void roles(Setup.OfAccount account) {
            for (var role : ServiceLinkedRole.values()) {
                var trust =
                        Optional.ofNullable(account.trusts().get(role.role()))
                                .orElseGet(() -> new Look.Unseen<>("nobody has looked"));
                Look<Boolean> there =
                        trust.read(
                                seen -> new Look.Seen<>(seen.isPresent()),
                                Look.Unseen<Boolean>::new);
                add(
                        Place.of(account.account()) + ": role " + role.role(),
                        there,
                        new Change.MakeRole(account.account(), role));
            }
        }

        void optIns(Setup.OfAccount account) {
            switch (account.optIns()) {
                case Look.Seen<SortedMap<Region, Look<Boolean>>>(var regions) ->
                        regions.forEach((region, on) ->
                                add(
                                        Place.of(account.account(), region) + ": opt-in for Aurora",
                                        on,
                                        new Change.OptIn(account.account(), region)));
                case Look.Unseen<SortedMap<Region, Look<Boolean>>>(var cause) ->
                        unseen.add(Place.of(account.account()) + ": opt-in for Aurora: " + cause);
            }
        }
    }
}
