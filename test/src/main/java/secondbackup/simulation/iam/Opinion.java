package secondbackup.simulation.iam;

/// What a set of policies of one kind says to a request, the weakest word first.
///
/// How directly a resource's policy names the caller matters: naming the account only lets that account's
/// identity policies count, naming the role is still limited by a session policy, naming the session is not.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access", read
/// 2026-11-22.
enum Opinion {
    SILENT,
    ALLOWS_ACCOUNT,
    ALLOWS_ROLE,
    ALLOWS,
    DENIES;

    Opinion and(Opinion other) {
        return compareTo(other) < 0 ? other : this;
    }

    boolean allows() {
        return this == ALLOWS_ACCOUNT || this == ALLOWS_ROLE || this == ALLOWS;
    }
}
