package secondbackup.oracle;

import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.oracle.SmallEstate.Numbers;
import secondbackup.proof.OwnEstate;
import secondbackup.rehearsal.Templates;

/// What is synthesized of small estates. A synthesis takes seconds, so there is one for all estates whose templates
/// have the same resources, in which numbers stand that no estate has; an estate's own are written in their place. That
/// this is what a synthesis of the estate itself writes is proved by [SmallTemplatesTest].
final class SmallTemplates {
    private static final Numbers NONE = new Numbers("22-23", 36_499, 59);

    /// Of this Java alone: the CDK refuses to go on where somebody else writes into its folder.
    private static final String FOLDER = "seeds-" + ProcessHandle.current().pid() + "/";

    private static final SortedMap<String, Templates> SYNTHESIZED = new TreeMap<>();

    private SmallTemplates() {}

    static Templates of(SmallEstate estate) {
        var numbers = estate.numbers();
        return synthesized(estate)
                .with(template ->
                        template.replace(cron(NONE), cron(numbers))
                                .replace(days(NONE), days(numbers))
                                .replace(minutes(NONE), minutes(numbers)));
    }

    private static Templates synthesized(SmallEstate estate) {
        synchronized (SYNTHESIZED) {
            return SYNTHESIZED.computeIfAbsent(
                    resources(estate),
                    resources ->
                            OwnEstate.of(FOLDER + resources, estate.with(NONE).files())
                                    .templates());
        }
    }

    /// What decides about the resources of an estate's templates. A promise to clusters with tags needs a selection of
    /// its own where not every cluster is promised something.
    static String resources(SmallEstate estate) {
        var promises = estate.promises();
        var selections = promises.size() > 1 && promises.getFirst().at("/who/units").size() > 0;
        return (estate.airGapped() ? "air-gapped" : "locked")
                + (estate.estate().has("rekeyVault") ? "-rekeying" : "")
                + (selections ? "-with-two-selections" : "");
    }

    private static String cron(Numbers numbers) {
        return "cron(0 " + numbers.snapshotHour() + " * * ? *)";
    }

    private static String days(Numbers numbers) {
        return String.valueOf(numbers.sourceRetentionDays());
    }

    private static String minutes(Numbers numbers) {
        return numbers.copyMinutes() + " minutes";
    }
}
