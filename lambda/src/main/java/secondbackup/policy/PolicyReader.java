package secondbackup.policy;

import java.util.List;
import java.util.SortedMap;

/// Reads what the Lambdas need of the text of `policies/`.
///
/// Fails: [BadPolicies], one message that names every problem of every file.
public final class PolicyReader {
    static final String ESTATE = "estate.json";
    private static final String PROMISES = "backup/";

    private PolicyReader() {}

    /// @param files text by name, such as `estate.json` and `backup/every-cluster.json`
    public static Policies read(SortedMap<String, String> files) {
        var checked = new CheckedFiles(files);
        check(checked);
        checked.failIfWrong();
        return new Policies(
                EstateReader.read(checked), promises(checked), RosterReader.read(checked));
    }

    /// Finds what is wrong with the estate, its vaults' policies, the roster and the promises.
    static void check(CheckedFiles checked) {
        checked.one(ESTATE, "estate.schema.json");
        checked.one(RosterReader.FILE, RosterReader.SCHEMA);
        checked.folder("vault/", "document.schema.json");
        checked.folder(PROMISES, "promise.schema.json");
        var estate = checked.document(ESTATE);
        EstateReader.check(checked);
        estate.ifPresent(document -> RosterReader.check(checked, document));
        checked.documents(PROMISES)
                .forEach((name, promise) -> PromiseReader.check(name, promise, estate, checked));
        PromisesTogether.problems(promises(checked)).forEach(checked::problem);
    }

    private static List<PromiseRule> promises(CheckedFiles checked) {
        return checked.documents(PROMISES).entrySet().stream()
                .map(entry -> PromiseReader.read(entry.getKey(), entry.getValue()))
                .toList();
    }
}
