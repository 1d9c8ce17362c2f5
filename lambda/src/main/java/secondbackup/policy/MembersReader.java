package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/// Makes [Members] of the estate and of the roles' files, once their schemas have been checked.
final class MembersReader {
    private static final String FOLDER = "rights/";
    private static final String ANYWHERE = "#region#";

    private MembersReader() {}

    static void check(CheckedFiles checked) {
        Members.ROLE_FILES.forEach(file -> checked.one(FOLDER + file, "rights.schema.json"));
    }

    static Members read(CheckedFiles checked, Estate estate) {
        var targets = checked.document(PolicyReader.ESTATE).orElseThrow().path("targets");
        var names = Names.of(estate, Members.ACCOUNT, ANYWHERE);
        var excluded = estate.exclusions().stream().map(Exclusion::account);
        return new Members(
                PolicyDocuments.texts(targets.path("units")),
                Stream.concat(estate.vaults().stream().map(Estate.Vault::account), excluded)
                        .toList(),
                Members.ROLE_FILES.stream()
                        .map(file -> role(file, names.fill(document(file, checked))))
                        .toList());
    }

    private static JsonNode document(String file, CheckedFiles checked) {
        return checked.document(FOLDER + file).orElseThrow();
    }

    private static Members.Role role(String file, JsonNode filled) {
        return new Members.Role(
                filled.path("name").asText(),
                file,
                filled.path("trust").toString(),
                filled.path("policy").toString());
    }
}
