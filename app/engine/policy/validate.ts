/**
 * What the console's editor says about a policy's text: IAM's own refusals, and the published
 * checks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html
 */
import { isMissingBrace, notJsonMessage, refuse } from './accept'
import { refusal } from './accept/refusal'
import { checkActions } from './checks/actions'
import { checkApplicable } from './checks/applicable'
import { checkConditions } from './checks/conditions'
import { checkMeaning } from './checks/meaning'
import { checkPassRole } from './checks/pass-role'
import { TRUST_POLICY } from './checks/policy-types'
import { checkPrincipals } from './checks/principals'
import { checkRcp } from './checks/rcp'
import { checkRedundancy } from './checks/redundancy'
import { checkResources } from './checks/resources'
import { checkSize } from './checks/size'
import {
  type Check,
  type Checked,
  checkedStatements,
  type Place,
  type Raise,
} from './checks/statement'
import { checkStructure } from './checks/structure'
import { checkTags } from './checks/tags'
import { checkTrust } from './checks/trust'
import { checkValues } from './checks/values'
import { checkVariables } from './checks/variables'
import type { Finding, PolicyKind } from './finding'
import { type FindingId, findingText, type FindingValues, issueCode } from './findings'
import { type JsonNode, parseJson, positionsIn } from './parse'
import { child, isText } from './tree'

export type ValidateOptions = {
  /** `AWS::S3::Bucket` turns on what holds for bucket policies. */
  resourceType?: string
  /** Characters; the default quota of the kind when absent. */
  quota?: number
}

const checks: Check[] = [
  checkStructure,
  checkPrincipals,
  checkActions,
  checkResources,
  checkConditions,
  checkApplicable,
  checkTags,
  checkValues,
  checkMeaning,
  checkVariables,
  checkTrust,
  checkPassRole,
  checkRcp,
  checkRedundancy,
  checkSize,
]

/**
 * Findings in the order of the text. Any text whatever is answered. What the API itself would
 * say comes as a finding of its own, beside those of the published checks. Checks that need the
 * service authorization reference speak of services whose data is loaded, `loadForPolicy`.
 */
export function validatePolicy(
  text: string,
  kind: PolicyKind,
  options: ValidateOptions = {}
): Finding[] {
  const { resourceType } = options
  if (kind === 'resource' && resourceType === TRUST_POLICY)
    return validatePolicy(text, 'trust', { ...options, resourceType: undefined })
  const found: Found[] = []
  const parsed = parseJson(text)
  if (parsed.ok) checkAll(text, parsed.root, kind, options, found)
  else addSyntax(text, parsed, kind, options, found)
  found.sort((a, b) => a.place.start - b.place.start)
  return toFindings(text, found)
}

function checkAll(
  text: string,
  root: JsonNode,
  kind: PolicyKind,
  options: ValidateOptions,
  found: Found[]
) {
  const raise: Raise = (id, place, values = {}) => found.push({ id, place, values })
  if (root.type === 'object') {
    const policy = toChecked(text, root, kind, options)
    for (const check of checks) check(policy, raise)
  }
  const { resourceType } = options
  const refused = isMissingBrace(text, kind, resourceType)
    ? refusal(notJsonMessage(kind, resourceType), root)
    : refuse(root, kind, resourceType)
  if (refused) addRefusal(found, refused.message, refused.node, options)
}

type Found = { id: FindingId; place: Place; values: FindingValues }

function toChecked(
  text: string,
  root: Checked['root'],
  kind: PolicyKind,
  { resourceType, quota }: ValidateOptions
): Checked {
  const version = child(root, 'Version')
  return {
    kind,
    resourceType,
    quota,
    text,
    root,
    version: isText(version) ? version.value : undefined,
    statements: checkedStatements(root),
  }
}

/** The code with which the API refuses a document. */
const refusalId = ({ resourceType }: ValidateOptions): FindingId =>
  resourceType === 'AWS::S3::Bucket' ? 'MalformedPolicy' : 'MalformedPolicyDocument'

function addRefusal(
  found: Found[],
  message: string,
  place: Place,
  options: ValidateOptions
) {
  found.push({ id: refusalId(options), place, values: { message } })
}

function addSyntax(
  text: string,
  { index, line, column }: { index: number; line: number; column: number },
  kind: PolicyKind,
  options: ValidateOptions,
  found: Found[]
) {
  const place = { start: index, end: Math.min(index + 1, text.length), path: [] }
  found.push({ id: 'JSON_SYNTAX_ERROR', place, values: { index, line, column } })
  addRefusal(found, notJsonMessage(kind, options.resourceType), place, options)
}

function toFindings(text: string, found: Found[]): Finding[] {
  const position = positionsIn(text)
  return found.map(({ id, place, values }) => ({
    id: issueCode(id),
    ...findingText(id, values),
    ...position(place.start),
    length: place.end - place.start,
    path: [...place.path],
  }))
}
