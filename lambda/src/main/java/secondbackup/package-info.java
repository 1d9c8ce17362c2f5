/// Second backup: for every Aurora cluster of an AWS organization, a checked copy in another account and
/// another Region, and a word to people wherever that is not so.
///
/// Words. AWS's words for AWS's things: organization, member account, Region, cluster, recovery point,
/// backup vault, vault lock, copy job. Ours:
/// - *promise*: what a policy guarantees one cluster
/// - *survey*: reading one account in all its Regions
/// - *inventory*: all that one sweep saw, including what it could not see
/// - *order*: a copy to be started
/// - *verdict*: what is believed of one cluster's copies, and how deeply that was checked
/// - *gap*: a broken promise, with evidence
/// - *history*: how promises stood, day by day
/// - *ledger*: each day's verdicts, chained, where nobody can change them
/// - *sweep*: observe, decide, act
///
/// Rooms call only those to their left:
/// `inventory <- policy <- {copy, verify} <- {gap, history} <- report <- {doctor, page, ledger} <- sweep <- {aws, slack} <- handler <- cli`.
///
/// 1. Facts in, decision out, words out. Time, AWS, HTTP and the environment are touched at the edges only.
/// 2. What is not seen is a fact of its own, never an empty list.
/// 3. No state of ours where AWS remembers: what was ordered is seen by the next survey.
/// 4. Nothing here can delete, shorten or unlock a backup: there is no such call. Enrolling switches settings on,
///    never off.
/// 5. Nothing from a source account is read as anything but names, numbers and times, but for the key and
///    selection documents that AWS itself evaluates.
@NullMarked
package secondbackup;

import org.jspecify.annotations.NullMarked;
