package secondbackup.simulation.rds;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.Subnet;

/// Which subnets new clusters can be put into. There are no networks here: groups are there from the world's start.
///
/// Source: Amazon RDS API model, DescribeDBSubnetGroups, DBSubnetGroup (`SubnetGroupStatus` Complete), Subnet
/// (`SubnetStatus` Active), DBSubnetGroupNotFoundFault, 2026-11-27.
final class SubnetGroupOperations {
    private final SubnetGroups groups;

    SubnetGroupOperations(SubnetGroups groups) {
        this.groups = groups;
    }

    void register(Operations operations) {
        operations.on(
                DescribeDbSubnetGroupsRequest.class,
                (_, call) ->
                        List.of(
                                AccessRequest.of(
                                        "rds:DescribeDBSubnetGroups", call.arn("subgrp:*"))),
                this::describe);
    }

    private DescribeDbSubnetGroupsResponse describe(
            DescribeDbSubnetGroupsRequest request, Call call) {
        var name = request.dbSubnetGroupName();
        var chosen =
                groups.in(call.account(), call.region()).stream()
                        .filter(group -> name == null || group.name().equals(name))
                        .toList();
        if (name != null && chosen.isEmpty()) {
            throw new AwsError(
                    404, "DBSubnetGroupNotFoundFault", "DB subnet group '" + name + "' not found.");
        }
        var page =
                Page.of(chosen, SubnetGroups.Group::name, request.maxRecords(), request.marker());
        return DescribeDbSubnetGroupsResponse.builder()
                .dbSubnetGroups(page.items().stream().map(SubnetGroupOperations::view).toList())
                .marker(page.marker())
                .build();
    }

    private static DBSubnetGroup view(SubnetGroups.Group group) {
        return DBSubnetGroup.builder()
                .dbSubnetGroupName(group.name())
                .dbSubnetGroupDescription(group.name())
                .dbSubnetGroupArn(group.arn())
                .subnetGroupStatus("Complete")
                .subnets(group.zones().stream().map(SubnetGroupOperations::subnet).toList())
                .build();
    }

    private static Subnet subnet(String zone) {
        return Subnet.builder()
                .subnetIdentifier("subnet-" + zone)
                .subnetAvailabilityZone(AvailabilityZone.builder().name(zone).build())
                .subnetStatus("Active")
                .build();
    }
}
