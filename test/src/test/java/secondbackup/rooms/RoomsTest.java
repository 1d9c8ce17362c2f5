package secondbackup.rooms;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may call whom, and who may touch the world.
class RoomsTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("secondbackup");

    /// From left to right; what stands together does not know each other.
    private static final List<List<String>> ROOMS =
            List.of(
                    List.of("inventory"),
                    List.of("policy"),
                    List.of("copy", "verify"),
                    List.of("gap", "history"),
                    List.of("report"),
                    List.of("doctor", "page", "ledger"),
                    List.of("sweep"),
                    List.of("aws", "slack"),
                    List.of("handler"),
                    List.of("cli"));

    private static final List<List<String>> SIMULATION =
            List.of(
                    List.of("physics"),
                    List.of("iam"),
                    List.of("wire"),
                    List.of("organizations"),
                    List.of("sts", "roles", "kms", "targets"),
                    List.of("rds"),
                    List.of("cloudtrail", "cloudwatch", "s3", "secrets"),
                    List.of("events", "sqs", "sns", "logs"),
                    List.of("lambda"),
                    List.of("states", "scheduler"),
                    List.of("backup"),
                    List.of("cloudformation"),
                    List.of("resources"),
                    List.of("world"));

    private static final String[] CORE =
            packages("secondbackup.", ROOMS.subList(0, 6).stream().flatMap(List::stream));
    private static final String[] LAMBDA =
            packages("secondbackup.", ROOMS.stream().flatMap(List::stream));

    /// All that the Lambdas may ask of AWS: to read, to start a copy, and to write their own papers.
    private static final String HARMLESS =
            "(get|list|describe|head|wait).*|assumeRole|startCopyJob|putObject|putMetricData"
                    + "|simulatePrincipalPolicy|builder|create|close|serviceClientConfiguration|utilities";

    private static final String CLIENT = "software\\.amazon\\.awssdk\\.services\\..*Client";

    /// Calls that answer with one page of what there is.
    private static final String ONE_PAGE = "(list|describeDB)(?!.*Paginator$).*|getMetricData";

    @TestFactory
    Stream<DynamicTest> roomsCallOnlyThoseToTheirLeft() {
        return arrows("secondbackup.", ROOMS);
    }

    @TestFactory
    Stream<DynamicTest> theSimulationsPackagesCallOnlyThoseToTheirLeft() {
        return arrows("secondbackup.simulation.", SIMULATION);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching("secondbackup.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL.that(resideInAnyPackage(LAMBDA)));
    }

    @Test
    void theSimulationDoesNotKnowTheLambdas() {
        noClasses()
                .that()
                .resideInAPackage("secondbackup.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LAMBDA)
                .check(ALL);
    }

    @Test
    void theCoreTouchesNoWorld() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "java.net..",
                        "java.io..",
                        "java.nio.file..",
                        "java.util.concurrent..")
                .check(ALL);
    }

    @Test
    void onlyDoorsTellTheTimeAndNobodyRollsDice() {
        var clocks = List.of("java.time.Clock", "java.util.Random", "java.security.SecureRandom");
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .resideOutsideOfPackages("secondbackup.handler..", "secondbackup.cli..")
                .should()
                .dependOnClassesThat(named(clocks))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
                .orShould()
                .callMethodWhere(
                        target(owner(resideInAnyPackage("java.time..")))
                                .and(target(nameMatching("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(ALL);
    }

    @Test
    void onlyTheAwsRoomUsesTheSdk() {
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .resideOutsideOfPackages("secondbackup.aws..", "secondbackup.handler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..")
                .check(ALL);
    }

    @Test
    void onlyTheSlackRoomSpeaksHttp() {
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .resideOutsideOfPackage("secondbackup.slack..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat(named(List.of("java.net.HttpURLConnection")))
                .check(ALL);
    }

    @Test
    void onlyDoorsReadTheEnvironment() {
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .resideOutsideOfPackages("secondbackup.handler..", "secondbackup.cli..")
                .should()
                .callMethodWhere(
                        target(owner(nameMatching("java\\.lang\\.System")))
                                .and(target(nameMatching("getenv|getProperty"))))
                .check(ALL);
    }

    /// What enrolling switches on, each in one place.
    private static final String ENROLLING =
            "updateGlobalSettings|updateRegionSettings|enableAWSServiceAccess|activateOrganizationsAccess"
                    + "|createServiceLinkedRole";

    @Test
    void onlyEnrollingSwitchesSettings() {
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .doNotHaveFullyQualifiedName("secondbackup.aws.AwsEnrolment")
                .should()
                .callMethodWhere(target(nameMatching(ENROLLING)))
                .check(ALL);
    }

    /// A hold keeps a copy, and costs as long as it stands.
    private static final String HOLDING = "createLegalHold";

    @Test
    void onlyOneClassSetsLegalHolds() {
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .doNotHaveFullyQualifiedName("secondbackup.aws.AwsHolds")
                .should()
                .callMethodWhere(target(nameMatching(HOLDING)))
                .check(ALL);
    }

    @Test
    void noCallCouldDeleteShortenOrUnlockABackup() {
        noClasses()
                .that(resideInAnyPackage(LAMBDA))
                .should()
                .callMethodWhere(
                        target(owner(nameMatching(CLIENT)))
                                .and(
                                        DescribedPredicate.not(
                                                target(
                                                        nameMatching(
                                                                String.join(
                                                                        "|", HARMLESS, ENROLLING,
                                                                        HOLDING))))))
                .check(ALL);
    }

    /// A first page looks like all there is. Nobody needs a list that AWS does not page yet; whoever does names it
    /// here.
    @Test
    void everyListIsReadToItsEnd() {
        noClasses()
                .that()
                .resideInAPackage("secondbackup.aws..")
                .should()
                .callMethodWhere(
                        target(owner(nameMatching(CLIENT))).and(target(nameMatching(ONE_PAGE))))
                .check(ALL);
    }

    @Test
    void portsAreInSweepAndEveryOtherInterfaceIsSealed() {
        classes()
                .that(resideInAnyPackage(LAMBDA))
                .and()
                .resideOutsideOfPackage("secondbackup.sweep..")
                .and()
                .areInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(Shape.be("sealed", Class::isSealed))
                .check(ALL);
    }

    @Test
    void theInventoryHoldsNothingButFacts() {
        classes()
                .that()
                .resideInAPackage("secondbackup.inventory..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should(
                        Shape.be(
                                "a record, an enum or a sealed interface",
                                one -> one.isRecord() || one.isEnum() || one.isSealed()))
                .check(ALL);
    }

    @Test
    void theStacksKnowThePoliciesAndTheWordsThatTheyAreWrittenIn() {
        noClasses()
                .that()
                .resideInAPackage("secondbackup.cdk..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(LAMBDA)
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        "secondbackup.policy..",
                                                        "secondbackup.inventory.."))))
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void namesSayWhatAThingIsFor() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*[a-z](Impl|Manager|Service|Utils?|Helper|Processor|Data|Info|Base|Abstract)")
                .check(ALL);
    }

    private static Stream<DynamicTest> arrows(String root, List<List<String>> groups) {
        var everybody = groups.stream().flatMap(List::stream).toList();
        return Stream.iterate(0, at -> at < groups.size(), at -> at + 1)
                .flatMap(at ->
                        groups.get(at).stream()
                                .map(room -> arrow(root, room, everybody, groups.subList(0, at))));
    }

    private static DynamicTest arrow(
            String root, String room, List<String> everybody, List<List<String>> left) {
        var allowed = left.stream().flatMap(List::stream).toList();
        var barred = everybody.stream().filter(one -> !allowed.contains(one) && !one.equals(room));
        return DynamicTest.dynamicTest(
                room,
                () ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + room + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(packages(root, barred))
                                .allowEmptyShould(true)
                                .check(ALL));
    }

    private static DescribedPredicate<JavaClass> named(List<String> names) {
        return DescribedPredicate.describe(
                "are one of " + names, one -> names.contains(one.getName()));
    }

    private static String[] packages(String root, Stream<String> rooms) {
        return rooms.map(room -> root + room + "..").toArray(String[]::new);
    }
}
