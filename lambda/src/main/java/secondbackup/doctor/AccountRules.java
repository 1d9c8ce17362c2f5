package secondbackup.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.Look;
import secondbackup.inventory.Region;
import secondbackup.inventory.Setup;
import secondbackup.inventory.Setup.Trail;
import secondbackup.policy.PolicyDocuments;
import secondbackup.report.PlainText;

/// What every account must have: roles, opt-ins, a trail.
///
/// Source: AWS Backup Developer Guide, "Using service-linked roles for AWS Backup" and "Assigning resources with
/// JSON" (opt-in for shared ARN types); Amazon RDS User Guide, "Using service-linked roles for Amazon RDS"; AWS
/// CloudTrail User Guide, "Creating a trail for an organization"; read 2026-11-27.
final class AccountRules {
    private final Facts facts;
    private final OurRoles roles;

    AccountRules(Facts facts) {
        this.facts = facts;
        this.roles = new OurRoles(facts.policies().estate());
    }

    List<Finding> findings() {
        return facts.setup().accounts().stream().flatMap(this::of).toList();
    }

    private Stream<Finding> of(Setup.OfAccount account) {
        return Stream.of(
                        account.trusts().entrySet().stream()
                                .map(role -> role(account, role.getKey(), role.getValue())),
                        optIns(account),
                        Stream.of(trail(account)))
                .flatMap(findings -> findings);
    }

    private Finding role(Setup.OfAccount account, String name, Look<Optional<String>> trust) {
        var where = Place.of(account.account());
        var id = account.account().id();
        var service = ServiceLinkedRole.named(name);
        if (service.isPresent()) {
            return Finding.of(
                    Check.SERVICE_LINKED_ROLES,
                    where,
                    trust,
                    seen ->
                            seen.isPresent()
                                    ? new Finding.Fine(Check.SERVICE_LINKED_ROLES, where)
                                    : new Finding.Found(
                                            Check.SERVICE_LINKED_ROLES,
                                            where,
                                            "Role " + name + " is missing.",
                                            Place.in(id)
                                                    + "aws iam create-service-linked-role"
                                                    + " --aws-service-name "
                                                    + service.get().service()));
        }
        return Finding.of(Check.OUR_ROLES, where, trust, seen -> ours(account, name, where, seen));
    }

    private Finding ours(
            Setup.OfAccount account, String name, String where, Optional<String> trust) {
        var file = roles.file(name);
        var fix = roles.fix(account.account().id(), name);
        if (trust.isEmpty()) {
            return new Finding.Found(Check.OUR_ROLES, where, "Role " + name + " is missing.", fix);
        }
        var promised = facts.rights().trust(file, account.account().id());
        return PolicyDocuments.sameMeaning(trust.get(), promised)
                ? new Finding.Fine(Check.OUR_ROLES, where)
                : new Finding.Found(
                        Check.OUR_ROLES,
                        where,
                        "Role " + name + " trusts others than policies/rights/" + file + " says.",
                        fix);
    }

    private static Stream<Finding> optIns(Setup.OfAccount account) {
        var where = Place.of(account.account());
        return account.optIns()
                .<Stream<Finding>>read(
                        regions ->
                                regions.entrySet().stream()
                                        .map(region ->
                                                optIn(account, region.getKey(), region.getValue())),
                        cause -> Stream.of(new Finding.CouldNotLook(Check.OPT_IN, where, cause)));
    }

    private static Finding optIn(Setup.OfAccount account, Region region, Look<Boolean> look) {
        var where = Place.of(account.account(), region);
        return Finding.of(
                Check.OPT_IN,
                where,
                look,
                on ->
                        on
                                ? new Finding.Fine(Check.OPT_IN, where)
                                : new Finding.Found(
                                        Check.OPT_IN,
                                        where,
                                        "The opt-in for Aurora is off, so no plan takes a snapshot.",
                                        Place.in(account.account().id())
                                                + "aws backup update-region-settings --region "
                                                + region
                                                + " --resource-type-opt-in-preference Aurora=true"));
    }

    private Finding trail(Setup.OfAccount account) {
        var where = Place.of(account.account());
        return Finding.of(
                Check.TRAIL,
                where,
                account.trails(),
                trails ->
                        trails.stream().anyMatch(trail -> trail.multiRegion() && trail.logging())
                                ? new Finding.Fine(Check.TRAIL, where)
                                : new Finding.Found(
                                        Check.TRAIL,
                                        where,
                                        "No trail records every Region, so an attack rings no bell.",
                                        trailFix(account, trails)));
    }

    /// A trail that is there already is brought to work before another one is made.
    private String trailFix(Setup.OfAccount account, List<Trail> trails) {
        var region = " --region " + facts.policies().estate().homeRegion();
        var silent = trails.stream().filter(Trail::multiRegion).findFirst();
        if (silent.isPresent()) {
            return Place.in(account.account().id())
                    + "aws cloudtrail start-logging --name "
                    + PlainText.argument(silent.get().name())
                    + region;
        }
        return Place.in(facts.policies().estate().managementAccount())
                + "aws cloudtrail create-trail --name organization --is-organization-trail"
                + " --is-multi-region-trail --s3-bucket-name YOUR-LOG-BUCKET"
                + region
                + " && aws cloudtrail start-logging --name organization"
                + region;
    }
}
