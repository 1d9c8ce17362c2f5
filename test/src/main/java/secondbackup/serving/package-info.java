/// The simulated organization behind HTTP, for clients that nobody here wrote: the AWS CLI, boto3, any SDK.
///
/// `java -jar test/target/second-backup-simulation.jar serve --port 4566` serves the rehearsal's world, into
/// which everything that was synthesized is deployed, on the loopback address. Whoever sends an account's number as access key id is its administrator; the credentials
/// that AssumeRole answers act as that role; signatures are not verified.
///
/// 1. When a request comes from a client of AWS, it shall be answered as in process, one after the other.
/// 2. When a planned fault keeps an answer from the client, the connection shall be closed without one.
/// 3. When `lambda` Invoke names one of the product's functions, its handler shall run through its own door
///    with the function's role; what it throws is answered as Lambda answers an unhandled error.
/// 4. When `states` StartExecution names a state machine, all that needs no simulated time shall run before the answer:
///    DescribeExecution finds a whole sweep ended, unless something was to be tried again.
/// 5. When simulated time is moved, by order or by the wall clock, it shall move between calls only, and the deployed
///    schedules and rules shall wake the product as it passes.
/// 6. When the simulation itself is wrong, the answer shall be 500 with the mistake in full.
///
/// What is asked beside AWS is JSON under `/_simulation/` and needs no signature:
///
/// | method and path | takes | answers |
/// |---|---|---|
/// | `GET clock` | | `{"now": "2026-10-19T00:00:00Z"}` |
/// | `POST clock` | `{"advance": "PT12H"}` or `{"to": "2026-10-20T00:00:00Z"}`, at most 3,660 days at once | the same |
/// | `GET calls` | | `{"total": 2, "calls": [{"account", "region", "service", "operation", "count"}]}`, exact, since the start or the last reset |
/// | `DELETE calls` | | the same, from nought |
/// | `GET faults` | | `{"faults": [...]}`, as they were planned |
/// | `POST faults` | `{"name", "kind", "share" or "first"}`, and any of `account`, `region`, `service`, `operation` that a call must have; `kind` is one of [secondbackup.simulation.wire.Fault.Kind], `share` 0 to 1 of the calls, `first` so many calls | the same |
/// | `DELETE faults` | | the same, none left |
/// | `POST sweep` | | `{"at", "clusters", "disagreements", "summary"}`: a sweep, and where its report differs from the truth |
/// | `GET report` | | the newest report, 404 before the first |
/// | `GET operations` | | `{"operations": ["backup CreateBackupPlan", ...]}`, all that is answered |
/// | `GET answer` | | the newest answer as its handler made it, in no protocol: `{"service", "operation", "model"}`, or `{"service", "operation", "status", "headers", "body"}` where the protocol is written by hand |
///
/// A request that is wrong is answered with 400, a path that is none with 404, a method with 405, each with
/// `{"error": "..."}`, which names all that is wrong.
@NullMarked
package secondbackup.serving;

import org.jspecify.annotations.NullMarked;
