package secondbackup.simulation.s3;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;

/// One operation on a bucket or on an object in it.
sealed interface BucketOperation permits PutObject, GetObject, ListObjects, ListVersions {
    /// A request for it.
    record Ask(Target target, HttpQuestion question) {
        /// @return the parameter, or empty
        String value(String parameter) {
            return question.parameter(parameter);
        }
    }

    /// The parameters it understands.
    List<String> parameters();

    List<AccessRequest> rights(Buckets.Bucket bucket, Ask ask);

    HttpAnswer answer(Buckets.Bucket bucket, Ask ask, Call call);
}
