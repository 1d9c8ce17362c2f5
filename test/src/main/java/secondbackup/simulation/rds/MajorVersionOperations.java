package secondbackup.simulation.rds;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DBMajorEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbMajorEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbMajorEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.LifecycleSupportName;
import software.amazon.awssdk.services.rds.model.SupportedEngineLifecycle;

/// How long major versions are supported.
///
/// Source: Amazon RDS API model, DescribeDBMajorEngineVersions, SupportedEngineLifecycle, 2026-11-27.
final class MajorVersionOperations {
    private final List<EngineMajors.Major> majors = EngineMajors.all();

    void register(Operations operations) {
        operations.on(
                DescribeDbMajorEngineVersionsRequest.class,
                (_, _) -> List.of(AccessRequest.of("rds:DescribeDBMajorEngineVersions", "*")),
                this::describe);
    }

    private DescribeDbMajorEngineVersionsResponse describe(
            DescribeDbMajorEngineVersionsRequest request, Call call) {
        var engine = request.engine();
        var number = request.majorEngineVersion();
        var chosen =
                majors.stream()
                        .filter(major -> engine == null || engine.equals(major.engine()))
                        .filter(major -> number == null || number.equals(major.major()))
                        .toList();
        var page =
                Page.of(
                        chosen,
                        major -> major.engine() + " " + major.major(),
                        request.maxRecords(),
                        request.marker());
        return DescribeDbMajorEngineVersionsResponse.builder()
                .dbMajorEngineVersions(
                        page.items().stream().map(MajorVersionOperations::view).toList())
                .marker(page.marker())
                .build();
    }

    private static DBMajorEngineVersion view(EngineMajors.Major major) {
        return DBMajorEngineVersion.builder()
                .engine(major.engine())
                .majorEngineVersion(major.major())
                .supportedEngineLifecycles(
                        SupportedEngineLifecycle.builder()
                                .lifecycleSupportName(
                                        LifecycleSupportName.OPEN_SOURCE_RDS_STANDARD_SUPPORT)
                                .lifecycleSupportEndDate(major.standardEndsAt())
                                .build(),
                        SupportedEngineLifecycle.builder()
                                .lifecycleSupportName(
                                        LifecycleSupportName.OPEN_SOURCE_RDS_EXTENDED_SUPPORT)
                                .lifecycleSupportStartDate(major.standardEndsAt().plusMillis(1))
                                .lifecycleSupportEndDate(major.extendedEndsAt())
                                .build())
                .build();
    }
}
