package secondbackup.simulation.kms;

import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.Operations;

/// The operations of AWS KMS that concern the life of keys, their policies and grants.
public final class KmsOperations {
    private final KeyReads reads;
    private final KeyWrites writes;
    private final KeyPolicyWrites policies;
    private final GrantOperations grants;
    private final KeyMaking making;
    private final KeyDetails details;
    private final AliasWrites aliases;

    public KmsOperations(Keys keys, Access access, Roles roles, Chance chance, SimulatedTime time) {
        this.reads = new KeyReads(keys);
        this.writes = new KeyWrites(keys, time);
        this.policies = new KeyPolicyWrites(keys, access, roles);
        this.grants = new GrantOperations(keys, chance, time);
        this.making = new KeyMaking(keys, policies, chance, time);
        this.details = new KeyDetails(keys);
        this.aliases = new AliasWrites(keys);
    }

    public void register(Operations operations) {
        reads.register(operations);
        writes.register(operations);
        policies.register(operations);
        grants.register(operations);
        making.register(operations);
        details.register(operations);
        aliases.register(operations);
    }
}
