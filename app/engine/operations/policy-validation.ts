/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html */
import type {
  PathElement,
  PolicyType,
  ValidatePolicyFinding,
} from '@aws-sdk/client-accessanalyzer'
import type { AccessAnalyzerOperations } from '../api'
import type { OperationTable } from '../kernel'
import type { Finding, PolicyKind, Severity } from '../policy/finding'
import { validatePolicy } from '../policy/validate'
import { constrain, onAccount, pageOf } from './analyzer-members'
import { given } from './params'

const kinds: Record<PolicyType, PolicyKind> = {
  IDENTITY_POLICY: 'identity',
  RESOURCE_POLICY: 'resource',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
}

const types = {
  error: 'ERROR',
  security: 'SECURITY_WARNING',
  warning: 'WARNING',
  suggestion: 'SUGGESTION',
} as const satisfies Record<Severity, ValidatePolicyFinding['findingType']>

const TRUST = 'AWS::IAM::AssumeRolePolicyDocument'

const checks = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'

const pathElement = (step: string | number): PathElement =>
  typeof step === 'number' ? { index: step } : { key: step }

/** Columns count from 0 here, offsets from the beginning of the text. */
function spanOf(text: string, { line, column, length }: Finding) {
  const before = text.split('\n').slice(0, line - 1)
  const offset = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  return {
    start: { line, column: column - 1, offset },
    end: { line, column: column - 1 + length, offset: offset + length },
  }
}

const shapeOf = (text: string, finding: Finding): ValidatePolicyFinding => ({
  findingDetails: finding.message,
  findingType: types[finding.severity],
  issueCode: finding.id,
  learnMoreLink: `${checks}access-analyzer-reference-policy-checks.html`,
  locations: [{ path: finding.path.map(pathElement), span: spanOf(text, finding) }],
})

export const policyValidationOperations = {
  ValidatePolicy: {
    readOnly: true,
    check: constrain({
      policyDocument: { required: true },
      policyType: { required: true, oneOf: Object.keys(kinds) },
    }),
    on: onAccount,
    run: ({ input }) => {
      const text = given(input.policyDocument)
      const type = input.validatePolicyResourceType
      const kind = type === TRUST ? 'trust' : kinds[input.policyType ?? 'IDENTITY_POLICY']
      const options = type && type !== TRUST ? { resourceType: type } : {}
      const { items, more } = pageOf(validatePolicy(text, kind, options), input)
      return { findings: items.map((finding) => shapeOf(text, finding)), ...more }
    },
  },
} satisfies Partial<OperationTable<AccessAnalyzerOperations>>
