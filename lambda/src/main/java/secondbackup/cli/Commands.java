package secondbackup.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes picocli's commands, and gives them their terminal.
record Commands(Terminal terminal) implements IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
        if (kind == AuditCommand.class) {
            return kind.cast(new AuditCommand(terminal));
        }
        if (kind == DoctorCommand.class) {
            return kind.cast(new DoctorCommand(terminal));
        }
        if (kind == EnrolCommand.class) {
            return kind.cast(new EnrolCommand(terminal));
        }
        if (kind == ReportCommand.class) {
            return kind.cast(new ReportCommand(terminal));
        }
        if (kind == ClusterCommand.class) {
            return kind.cast(new ClusterCommand(terminal));
        }
        if (kind == LedgerCommand.Verify.class) {
            return kind.cast(new LedgerCommand.Verify(terminal));
        }
        return CommandLine.defaultFactory().create(kind);
    }
}
