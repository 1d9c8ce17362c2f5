package secondbackup.simulation.organizations;

import java.time.InstantSource;
import java.util.function.Consumer;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.Operations;

/// The APIs of AWS Organizations and AWS Account Management.
public final class OrganizationsOperations {
    private final MemberOperations members;
    private final TreeOperations tree;
    private final LeavingOperations leaving;
    private final PolicyOperations policies;
    private final PolicyWrites policyWrites;
    private final RegionOperations regions;
    private final TrustOperations trust;

    /// @param closing lets an account end
    public OrganizationsOperations(
            Organization organization,
            Access access,
            Consumer<String> closing,
            Chance chance,
            InstantSource time) {
        var delegation = new Delegation(organization, access);
        var pages = new Pages(chance, organization, time);
        this.members = new MemberOperations(organization, delegation, pages, time);
        this.tree = new TreeOperations(organization, delegation, pages);
        this.leaving = new LeavingOperations(organization, delegation, closing);
        this.policies = new PolicyOperations(organization, delegation, pages, chance);
        this.policyWrites = new PolicyWrites(organization, delegation, chance);
        this.regions = new RegionOperations(organization);
        this.trust = new TrustOperations(organization, delegation, pages);
    }

    public void register(Operations operations) {
        members.register(operations);
        tree.register(operations);
        leaving.register(operations);
        policies.register(operations);
        policyWrites.register(operations);
        regions.register(operations);
        trust.register(operations);
    }
}
