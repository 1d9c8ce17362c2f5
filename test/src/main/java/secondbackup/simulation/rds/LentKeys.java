package secondbackup.simulation.rds;

import java.util.List;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.ClusterMaking.Place;

/// The keys that people name in calls, lent to Amazon RDS for what it is to encrypt.
///
/// Source: Aurora User Guide, "Encrypting Amazon Aurora resources", rights on the key: DescribeKey and CreateGrant, read
/// 2026-11-22; Amazon RDS API model, StartExportTaskMessage (`KmsKeyId`), read 2026-11-27.
record LentKeys(Keys keys) {
    private static final String ALIAS = "alias/";
    private static final List<String> LENDING = List.of("kms:DescribeKey", "kms:CreateGrant");

    /// ARN of a key that whoever calls may lend.
    ///
    /// Fails: AwsError `KMSKeyNotAccessibleFault`.
    ///
    /// @param named key ARN, key id, or alias
    String arn(String named, Place place) {
        var arn = found(named, place);
        var via = "rds." + place.region() + ".amazonaws.com";
        if (!keys.use(place.by(), arn, LENDING, via).allowed()) {
            throw Errors.keyNotAccessible(named);
        }
        return arn;
    }

    private String found(String named, Place place) {
        if (named.startsWith(ALIAS)) {
            return keys.byAlias(place.account(), place.region(), named.substring(ALIAS.length()))
                    .map(Keys.Key::arn)
                    .orElse(named);
        }
        return named.startsWith("arn:")
                ? named
                : "arn:aws:kms:" + place.region() + ":" + place.account() + ":key/" + named;
    }
}
