package secondbackup.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Roles that AWS makes for its services, on first use or when asked to.
///
/// Source: AWS Backup Developer Guide, "Using service-linked roles for AWS Backup"; Amazon RDS User Guide, "Using
/// service-linked roles for Amazon RDS"; read 2026-11-27.
public enum ServiceLinkedRole {
    BACKUP("AWSServiceRoleForBackup", "backup.amazonaws.com"),
    RDS("AWSServiceRoleForRDS", "rds.amazonaws.com");

    private final String role;
    private final String service;

    ServiceLinkedRole(String role, String service) {
        this.role = role;
        this.service = service;
    }

    public String role() {
        return role;
    }

    /// The service that it is made for.
    public String service() {
        return service;
    }

    static Optional<ServiceLinkedRole> named(String role) {
        return Arrays.stream(values()).filter(each -> each.role.equals(role)).findFirst();
    }

    /// Their names.
    public static List<String> names() {
        return Arrays.stream(values()).map(ServiceLinkedRole::role).toList();
    }
}
