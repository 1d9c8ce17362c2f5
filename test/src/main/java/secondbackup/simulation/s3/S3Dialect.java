package secondbackup.simulation.s3;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.Asked;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HandDialect;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;
import secondbackup.simulation.wire.Refusal;
import secondbackup.simulation.wire.XmlBody;

/// S3's own protocol, for the few operations that are known here. What a request asks beyond them (parts,
/// ranges, copies) makes it an unknown operation instead of being overlooked.
final class S3Dialect implements HandDialect {
    /// Headers that would change what an operation does.
    private static final List<String> OTHER_OPERATIONS =
            List.of(
                    "Range",
                    "If-Match",
                    "If-Modified-Since",
                    "If-Unmodified-Since",
                    "x-amz-copy-source");

    private final Buckets buckets;
    private final SequencedMap<String, BucketOperation> operations = new TreeMap<>();

    S3Dialect(Buckets buckets, Chance chance, InstantSource time) {
        this.buckets = buckets;
        operations.put("PutObject", new PutObject(buckets, chance, time));
        operations.put("GetObject", new GetObject());
        operations.put("HeadObject", new GetObject());
        operations.put("ListObjectsV2", new ListObjects());
        operations.put("ListObjectVersions", new ListVersions());
    }

    @Override
    public List<String> operations() {
        return List.copyOf(operations.keySet());
    }

    @Override
    public Asked read(String service, HttpQuestion question) {
        var ask = new BucketOperation.Ask(Target.of(question), question);
        var name = name(ask);
        var operation = operations.get(name);
        return operation == null || !understands(operation, question)
                ? new Asked.Unknown(name + " " + question.query().keySet())
                : new Asked.Known(
                        name,
                        Optional.empty(),
                        call -> rights(operation, ask, call),
                        call -> Asked.Answer.byHand(operation.answer(bucket(ask), ask, call)));
    }

    private static String name(BucketOperation.Ask ask) {
        var question = ask.question();
        if (!ask.target().key().isEmpty()) {
            return switch (question.method()) {
                case "PUT" -> "PutObject";
                case "GET" -> "GetObject";
                case "HEAD" -> "HeadObject";
                default -> question.method() + " object";
            };
        }
        if (question.method().equals("GET") && ask.value("list-type").equals("2")) {
            return "ListObjectsV2";
        }
        return question.method().equals("GET") && question.asks("versions")
                ? "ListObjectVersions"
                : question.method() + " bucket";
    }

    private static boolean understands(BucketOperation operation, HttpQuestion question) {
        return question.query().keySet().stream()
                        .allMatch(name ->
                                name.equals("x-id") || operation.parameters().contains(name))
                && OTHER_OPERATIONS.stream().noneMatch(question.headers()::containsKey);
    }

    private List<AccessRequest> rights(
            BucketOperation operation, BucketOperation.Ask ask, Call call) {
        var bucket = bucket(ask);
        if (!bucket.region.equals(call.region())) {
            throw S3Errors.otherRegion();
        }
        return operation.rights(bucket, ask).stream()
                .map(right -> right.guardedBy(bucket.policy, bucket.account))
                .toList();
    }

    private Buckets.Bucket bucket(BucketOperation.Ask ask) {
        return buckets.find(ask.target().bucket()).orElseThrow(S3Errors::noSuchBucket);
    }

    @Override
    public HttpAnswer error(AwsError error, String requestId) {
        var xml = new XmlBody().open("Error").leaf("Code", error.code());
        xml.leaf("Message", error.message()).leaf("RequestId", requestId).close("Error");
        return HttpAnswer.of(error.status(), "application/xml", xml.toString());
    }

    @Override
    public AwsError refusal(Refusal refusal, String message) {
        return S3Errors.refusal(refusal, message);
    }
}
