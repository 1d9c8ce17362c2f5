package secondbackup.simulation.organizations;

import secondbackup.simulation.physics.Chance;

/// The ids of policies. One that was made by name has its own; any other is known by its text alone, so its id is made
/// from that.
record PolicyIds(Organization organization, Chance chance) {
    static final String FULL_ACCESS_ID = "p-FullAWSAccess";

    String of(String content) {
        if (content.equals(Organization.FULL_ACCESS)) {
            return FULL_ACCESS_ID;
        }
        return organization.controls.values().stream()
                .filter(control -> control.content().equals(content))
                .map(Organization.Control::id)
                .findFirst()
                .orElseGet(() -> "p-" + chance.hex(8, "service control policy", content));
    }

    String made(String name) {
        return "p-" + chance.hex(10, "policy", name, organization.controls.keySet());
    }

    String delegation() {
        return "rp-" + chance.hex(10, "resource policy", organization.id);
    }

    String arn(String id) {
        return id.equals(FULL_ACCESS_ID)
                ? "arn:aws:organizations::aws:policy/service_control_policy/" + id
                : "arn:aws:organizations::"
                        + organization.managementAccount
                        + ":policy/"
                        + organization.id
                        + "/service_control_policy/"
                        + id;
    }
}
