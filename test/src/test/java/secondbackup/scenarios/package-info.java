/// For every kind of gap a world in which a report must tell it, and one in which it must not: files in
/// `scenarios/<Kind>/`, `loud-*.json` and `silent-*.json`, run through the production Lambdas by [ScenariosTest].
///
/// What broke other tools lies in `broke-others/`, in the same form, and is run by [BrokeOthersTest].
///
/// A scenario begins with the small organization ([secondbackup.proof.SmallWorld]: account 444444444402 `shop` with
/// clusters `orders` in eu-west-1 and `basket` in eu-north-1) on a Sunday at 20:00 UTC, into which everything was
/// deployed. Its vault's lock is final, its plan takes snapshots three hours later. It changes what it is about:
///
/// - `why`: what happened to whom, in a sentence
/// - `world`: the world otherwise, value by path. A step of a path is a field, or the `id` or `name` of a list's
///   element; a last step `+` appends, and `null` takes away. `world.schema.json` says what there is
/// - `policies`: files of `policies/` otherwise, in the same way: they are synthesized and deployed
/// - `happens`: what happens later, as a world's `oddities`, `at` in days
/// - `troubles`: what no oddity does, after so many `hours`: `loseSnapshots` (those of the vault), `breakCopies`,
///   `failBackups` (with `category` and `message`), `calm` (backups work again), `lock` (`min`, `max`, `lockAt`) and
///   `unlock`, `shuffleVaultPolicy`, `resize` (of a `cluster`, by `percent`), `disableRegion` (of an `account`),
///   `changePolicies` (`policies` as above, which the Lambdas read from then on, and no stack knows), `losePart` (the
///   last sweep's survey of `account` comes to nothing)
/// - `hours`: how long it lives (14); after each `everyHours` (8) of them there is a sweep with copies
/// - `lateMinutes`: between the last sweep's surveys and its report
/// - `gaps`: what the last report tells, each gap as its kind, account, Region and subject, all of them
///
/// A scenario of a new kind needs no code: two files.
@org.jspecify.annotations.NullMarked
package secondbackup.scenarios;
