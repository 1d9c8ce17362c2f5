package secondbackup.doctor;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.handler.PolicyFiles;
import secondbackup.inventory.Look;
import secondbackup.inventory.Region;
import secondbackup.inventory.Setup;
import secondbackup.inventory.Setup.Quota;
import secondbackup.inventory.Setup.Trail;
import secondbackup.policy.Rights;

/// An organization in which every setting is as it must be, for whoever wants one otherwise.
final class Patient {
    private final Given given;
    private final SortedMap<String, Look<Optional<String>>> trusts = new TreeMap<>();
    private Look<Boolean> crossAccountBackup = new Look.Seen<>(true);
    private Look<Boolean> backupTrusted = new Look.Seen<>(true);
    private Look<Boolean> stackSetsTrusted = new Look.Seen<>(true);
    private Look<Quota> quota = new Look.Seen<>(new Quota(0, 40));
    private Look<Boolean> optIn = new Look.Seen<>(true);
    private Look<List<Trail>> trails =
            new Look.Seen<>(List.of(new Trail("organization", true, true)));

    private Patient(Given given) {
        this.given = given;
        var estate = given.policies().estate();
        var roles = new OurRoles(estate);
        ServiceLinkedRole.names().forEach(name -> role(name, new Look.Seen<>(Optional.of("{}"))));
        for (var name : roles.in(Sample.ACCOUNT)) {
            var trust = rights().trust(roles.file(name), Sample.ACCOUNT);
            role(name, new Look.Seen<>(Optional.of(trust)));
        }
    }

    static Patient well() {
        return with(Given.cluster(Sample.cluster("orders")));
    }

    static Patient with(Given given) {
        return new Patient(given);
    }

    Patient role(String name, Look<Optional<String>> trust) {
        trusts.put(name, trust);
        return this;
    }

    Patient crossAccountBackup(Look<Boolean> look) {
        crossAccountBackup = look;
        return this;
    }

    Patient backupTrusted(Look<Boolean> look) {
        backupTrusted = look;
        return this;
    }

    Patient stackSetsTrusted(Look<Boolean> look) {
        stackSetsTrusted = look;
        return this;
    }

    Patient quota(Look<Quota> look) {
        quota = look;
        return this;
    }

    Patient optIn(Look<Boolean> look) {
        optIn = look;
        return this;
    }

    Patient trails(Trail... those) {
        trails = new Look.Seen<>(List.of(those));
        return this;
    }

    Patient trailsUnseen() {
        trails = new Look.Unseen<>("AccessDenied");
        return this;
    }

    Setup setup() {
        var optIns = new TreeMap<Region, Look<Boolean>>();
        optIns.put(Sample.REGION, optIn);
        var account =
                new Setup.OfAccount(Sample.account(), trusts, new Look.Seen<>(optIns), trails);
        return new Setup(
                crossAccountBackup, backupTrusted, stackSetsTrusted, quota, List.of(account));
    }

    private Rights rights() {
        return new Rights(PolicyFiles.read(Optional.empty()), given.policies().estate());
    }

    /// What is not fine.
    List<Finding> complaints() {
        return all().stream().filter(finding -> !(finding instanceof Finding.Fine)).toList();
    }

    List<Finding> all() {
        return Checkup.of(
                new Facts(
                        setup(),
                        given.inventory(),
                        given.everyGuarded(),
                        given.policies(),
                        rights(),
                        Sample.NOW));
    }
}
