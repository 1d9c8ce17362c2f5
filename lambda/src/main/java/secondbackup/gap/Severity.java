package secondbackup.gap;

/// How soon somebody must act. A function of the gap's kind, never a field.
public enum Severity {
    /// Data could be lost for good if the worst happened now.
    DANGER,
    /// A promise is broken or will break soon.
    WARNING
}
