package secondbackup.simulation.backup;

import java.util.List;
import secondbackup.simulation.rds.Clusters.Cluster;

/// The resource types of AWS Backup, and which of them a cluster is. Aurora, Neptune, DocumentDB and
/// Multi-AZ DB clusters share one ARN format; only their type tells them apart.
///
/// Source: AWS Backup Developer Guide, "Assign resources with AWS CLI" (shared resource types) and "Access
/// control" (resource ARN formats), read 2026-11-22.
final class ResourceTypes {
    static final List<String> ALL =
            List.of(
                    "Aurora",
                    "CloudFormation",
                    "DocumentDB",
                    "DynamoDB",
                    "EBS",
                    "EC2",
                    "EFS",
                    "FSx",
                    "Neptune",
                    "RDS",
                    "Redshift",
                    "S3",
                    "SAP HANA on Amazon EC2",
                    "Storage Gateway",
                    "Timestream",
                    "VirtualMachine");

    private ResourceTypes() {}

    static String of(Cluster cluster) {
        return switch (cluster.engine) {
            case "neptune" -> "Neptune";
            case "docdb" -> "DocumentDB";
            default -> cluster.isAurora() ? "Aurora" : "RDS";
        };
    }
}
