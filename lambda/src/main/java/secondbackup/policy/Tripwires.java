package secondbackup.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;
import secondbackup.policy.Tripwire.Place;

/// All calls that ring, and where.
///
/// @param wires in the order of the file
/// @param estate whose accounts the places are
public record Tripwires(List<Tripwire> wires, Estate estate) {
    public Tripwires {
        wires = List.copyOf(wires);
    }

    /// Those that need a rule in the accounts of a place.
    public List<Tripwire> of(Place place) {
        return wires.stream().filter(wire -> wire.places().contains(place)).toList();
    }

    /// The tripwire that a call rings; empty where nobody need hear of it.
    public Optional<Tripwire> rungBy(ApiCall call) {
        var places = places(call.account());
        return wires.stream()
                .filter(wire -> wire.places().stream().anyMatch(places::contains))
                .filter(wire -> wire.rungBy(call))
                .findFirst();
    }

    /// What an account is. In a small organization one account may be more than one thing.
    public Set<Place> places(AccountId account) {
        var places = new ArrayList<Place>();
        if (account.equals(estate.managementAccount())) {
            places.add(Place.ORGANIZATION);
        }
        if (estate.vaults().stream().anyMatch(vault -> vault.account().equals(account))) {
            places.add(Place.VAULT);
        }
        if (account.equals(estate.controlAccount())) {
            places.add(Place.CONTROL);
        }
        if (!places.contains(Place.VAULT)) {
            places.add(Place.MEMBER);
        }
        return EnumSet.copyOf(places);
    }
}
