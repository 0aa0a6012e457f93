/**
 * Whether a name that a test, a lab or a rule was written with is the name of anything. A name
 * that is not would pass for "may not" and "has not happened", and never be missed.
 */
import { errorCodes } from './errors'
import { actionsOf, isKnownService } from './catalog/actions'
import { matchesGlob, parseGlob } from './match/wildcard'
import { accessAnalyzerOperations } from './operations/access-analyzer'
import { cloudTrailOperations } from './operations/cloudtrail'
import { iamOperations } from './operations/iam'
import { organizationsOperations } from './operations/organizations'
import { s3Operations } from './operations/s3'
import { stsOperations } from './operations/sts'
import { nearest } from './policy/checks/nearest'

const operations: string[] = Object.entries({
  iam: iamOperations,
  sts: stsOperations,
  s3: s3Operations,
  cloudtrail: cloudTrailOperations,
  organizations: organizationsOperations,
  'access-analyzer': accessAnalyzerOperations,
}).flatMap(([service, table]) => Object.keys(table).map((name) => `${service}:${name}`))

const meant = (name: string, names: Iterable<string>) => {
  const near = nearest(name, names)
  return near === undefined ? '' : ` Is it meant to be ${near}?`
}

/** What is wrong with `iam:CreateRole`, or `iam:Create*` of which there has to be one. */
export function misspeltOperation(name: string): string | undefined {
  const glob = parseGlob(name.toLowerCase())
  if (operations.some((each) => matchesGlob(glob, each.toLowerCase()))) return undefined
  return `there is no operation ${name}.${meant(name, operations)}`
}

/** What is wrong with `ServiceFailure`. */
export function misspeltErrorCode(code: string): string | undefined {
  if (errorCodes.includes(code)) return undefined
  return `there is no error ${code}.${meant(code, errorCodes)}`
}

/** What is wrong with `s3:GetObject`; of services without a page here, the prefix alone is known. */
export function misspeltAction(action: string): string | undefined {
  const [prefix = '', name = ''] = action.split(':')
  if (!isKnownService(prefix)) return `there is no service ${prefix}`
  const known = actionsOf(prefix)
  if (!known || known.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    return undefined
  }
  const names = known.map((each) => `${prefix}:${each.name}`)
  return `there is no action ${action}.${meant(action, names)}`
}
